/** Keys of front matter by which a draft says that it is an official document. */
const elements = /^---\r?\n(?:[^\n]*\n)*?(?:文种|发文机关|发文字号|主送|签发人|成文日期)\s*[:：]/;

/** Characters that are looked at: the beginning says what a document is. */
const looked = 4000;

/**
 * Whether a document is official prose, and not notes in another language or code: its front matter says so, or Han are at
 * least half of its letters and ten of them stand there.
 * @param text the whole document
 */
export function isOfficialDraft(text: string): boolean {
  if (elements.test(text.slice(0, looked))) return true;
  const beginning = text.slice(0, looked);
  const han = beginning.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = beginning.match(/[A-Za-z]+/g)?.length ?? 0;
  return han >= 10 && han >= latin;
}
