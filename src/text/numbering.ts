/**
 * Numbering of headings in official documents: 一、 then （一） then 1. then （1）; before them 第一章 and 第一节.
 * Source: GB/T 9704—2012, 7.3.3.
 */
const patterns: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, /^第[一二三四五六七八九十百零〇]{1,4}(?:章|部分|编)(?=[\s\u3000：:、]|\p{Script=Han})/u],
  [2, /^第[一二三四五六七八九十百零〇]{1,4}节(?=[\s\u3000：:、]|\p{Script=Han})/u],
  [1, /^[一二三四五六七八九十百]{1,4}[、．.]\s*/],
  [2, /^[（(][一二三四五六七八九十百]{1,4}[）)][、.．]?\s*/],
  [3, /^\d{1,2}[.．、](?!\d)\s*/],
  [4, /^[（(]\d{1,2}[）)][、.．]?\s*/],
];

/** Numbering that a line begins with. */
export interface Numbering {
  /** 1 for 一、 to 4 for （1）. */
  readonly level: number;
  /** The number with its marks and the blanks after it. */
  readonly mark: string;
}

/** The numbering at the beginning of `text`; undefined for none, and where nothing follows it. */
export function numberingOf(text: string): Numbering | undefined {
  for (const [level, pattern] of patterns) {
    const mark = pattern.exec(text)?.[0];
    if (mark !== undefined && text.length > mark.length) return { level, mark };
  }
  return undefined;
}
