import type { Finding, Rule } from './piece';
import { findAll } from './piece';

/** Punctuation beside Han is full-width, and of one form. */
export const fullWidthPunctuation: Rule = (piece) => [
  // A number with a point begins a third-level heading: “1.加强统筹”.
  ...findAll(
    piece,
    /(?<=\p{Script=Han}|[，。；：？！、”）》])[,.;:?!()[\]<>~'"]|(?<!^#* ?\d+)[,.;:?!()[\]<>~'"](?=\p{Script=Han})/gu,
    'half-width punctuation beside Han',
  ),
  ...findAll(piece, /["'＂＇「」『』]/g, 'quotes other than “”'),
  ...findAll(
    piece,
    /(?<!…)…(?!…)|…{3,}|(?<!—)—(?!—)|—{3,}|\.{3,}|。{2,}|、{2,}/g,
    'ellipsis, dash or stop of another form',
  ),
  ...findAll(
    piece,
    /[，。；：、？！][，。；：、]|[，；：、][？！]|[（《“][，。；：、？！]|[，；：、][）》”]/g,
    'two marks in a row',
  ),
];

/** No space within a line, not beside Latin and digits either; only after the mark of a heading or list item. */
export const noInnerSpaces: Rule = (piece) =>
  findAll(piece, /(?<=\S)(?<!^(?:#+| *[-*+]|\d+\.))[ \u3000]+(?=\S)/g, 'space within text');

/** Digits, letters and signs are half-width. */
export const halfWidthDigits: Rule = (piece) =>
  findAll(piece, /[０-９Ａ-Ｚａ-ｚ％．＋－＝／]+/g, 'full-width digit, letter or sign');

const pairs: ReadonlyMap<string, string> = new Map(
  ['“”', '‘’', '《》', '〈〉', '（）', '【】', '〔〕'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const closers = new Set(pairs.values());

/** Quotes, book-title marks and brackets open and close in order within a paragraph. */
export const balancedMarks: Rule = ({ path, body }) =>
  body.flatMap(({ text, line }): Finding[] => {
    const open: string[] = [];
    for (const [at, mark] of [...text].entries()) {
      const closer = pairs.get(mark);
      if (closer) open.push(closer);
      else if (closers.has(mark) && open.pop() !== mark) {
        return [{ path, line, message: `${mark} closes nothing: ${text.slice(Math.max(0, at - 12), at + 1)}` }];
      }
    }
    return open.length ? [{ path, line, message: `${open.join('')} is missing: ${text.slice(0, 24)}` }] : [];
  });
