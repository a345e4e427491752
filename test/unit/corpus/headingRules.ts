import type { Finding, Rule } from './piece';

const digits = '零一二三四五六七八九';

/** Value of a Chinese number up to 99, or of Arabic digits. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0;
  return 10 * ten + (ones ? digits.indexOf(ones) : 0);
}

/** Marks of the levels of an official document with the Markdown level of each. Source: GB/T 9704—2012, 7.3.3. */
const marks = [
  { level: 2, pattern: /^([一二三四五六七八九十]{1,3})、/ },
  { level: 3, pattern: /^（([一二三四五六七八九十]{1,3})）/ },
  { level: 4, pattern: /^(\d{1,2})\.(?!\d)/ },
  { level: 5, pattern: /^（(\d{1,2})）/ },
];

/**
 * Numbered headings stand on the level of their mark, begin with 1 and leave out none. （一） may also count on through
 * the parts of a document, as 意见 do.
 */
export const headingSequence: Rule = ({ path, article }) => {
  const findings: Finding[] = [];
  const last = new Map<number, number>();
  let lastOfDocument = 0;
  for (const { text, level, line } of article.headings) {
    for (const deeper of [2, 3, 4, 5, 6]) if (deeper > level) last.delete(deeper);
    const mark = marks.find(({ pattern }) => pattern.test(text));
    if (!mark) continue;
    const number = numberOf(mark.pattern.exec(text)?.[1] ?? '');
    const expected = (last.get(level) ?? 0) + 1;
    const countsOn = level === 3 && expected === 1 && number === lastOfDocument + 1;
    if (mark.level !== level) findings.push({ path, line: line + 1, message: `mark of another level: ${text}` });
    else if (number !== expected && !countsOn)
      findings.push({ path, line: line + 1, message: `number ${expected} expected: ${text}` });
    last.set(level, number);
    if (level === 3) lastOfDocument = number;
  }
  return findings;
};

/** 一是…二是…, 其一…其二…, 第一…第二… and （1）…（2） within a paragraph, each family by itself. */
const enumerations = [
  /(?<=^|[。；：，！？“])([一二三四五六七八九十]{1,2})是(?!否)/g,
  /(?<=^|[。；：，！？“])其([一二三四五六七八九十])(?=，|是|、)/g,
  /(?<=^|[。；：，！？“])第([一二三四五六七八九十])(?=，|是|、|句)/g,
  /（(\d)）/g,
];

/** An enumeration within a paragraph goes on by one, or begins anew with one. */
export const enumerationSequence: Rule = ({ path, body }) =>
  body.flatMap(({ text, line }) =>
    enumerations.flatMap((pattern) => {
      let before = 0;
      return [...text.matchAll(pattern)].flatMap(({ 0: found, 1: number = '', index }): Finding[] => {
        const value = numberOf(number);
        // A paragraph may go on from the one before; within it, none is left out.
        const fits = before === 0 || value === 1 || value === before + 1;
        before = value;
        return fits
          ? []
          : [{ path, line, message: `out of sequence: ${found}${text.slice(index + found.length, index + 12)}` }];
      });
    }),
  );
