/** A break that stays one; other white space is folded. */
export const lineBreak = '\u2028';

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65“”‘’…—·]/u;

/**
 * Folds white space as browsers do; beside a Chinese character, a line feed of the source is none: no one sets 95% 以上 or
 * 2026 年 apart by ending a line there. Source: CSS Text Module Level 3, 4.1.3, Segment Break Transformation Rules, which has
 * it so between two of them, and leaves the rest to browsers.
 */
export const foldSpace = (text: string): string =>
  text
    .replace(/[\t\n\r ]+/g, (space, at: number) =>
      space.includes('\n') && (wide.test(text[at - 1] ?? '') || wide.test(text[at + space.length] ?? '')) ? '' : ' ',
    )
    .replace(/ ?\u2028 ?/g, '\n');
