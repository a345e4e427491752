/** What stands below a classical quotation or an indicator in a collection, one a line. */
const field = /^\s*(?:出处|释义|用法|误引|说明|单位|口径|例句)：\S/;

/**
 * What of an entry is meant for a draft: the sentence that can be quoted. Of a classical quotation that is the line above
 * its fields, of an indicator its 例句; any other text is returned whole.
 */
export const quotableText = (text: string): string =>
  hasFields(text) ? (fieldOf(text, '例句') ?? text.slice(0, text.indexOf('\n'))) : text;

/** Where an entry says that it is from, `《尚书·五子之歌》`; undefined for any other text. */
export const originOf = (text: string): string | undefined => (hasFields(text) ? fieldOf(text, '出处') : undefined);

function hasFields(text: string): boolean {
  const [, ...below] = text.split('\n');
  return below.length > 0 && below.every((line) => field.test(line));
}

const fieldOf = (text: string, name: string): string | undefined =>
  new RegExp(`^\\s*${name}：(.+)$`, 'm').exec(text)?.[1]?.trim();
