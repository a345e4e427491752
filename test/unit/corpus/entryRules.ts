import type { Passage } from '../../../src/library/article';
import type { LibraryRule, Piece } from './piece';

/** No two pieces have the same title: the tree would show them alike. */
export const uniqueTitles: LibraryRule = (pieces) => {
  const seen = new Map<string, string>();
  return pieces.flatMap(({ path, article: { title } }) => {
    const first = seen.get(title);
    seen.set(title, first ?? path);
    return first ? [{ path, line: 1, message: `title of ${first} too: ${title}` }] : [];
  });
};

/** An entry of a list, not a field below it, with the piece that it is from. */
export interface Entry {
  readonly piece: Piece;
  readonly passage: Passage;
}

/** The entries of the lists of some categories, without the lines of fields in them. */
export const entriesOf = (pieces: readonly Piece[], ...categories: readonly string[]): readonly Entry[] =>
  pieces
    .filter(({ article }) => categories.includes(article.category))
    .flatMap((piece) =>
      piece.article.passages
        .filter(({ offset }) => /(?:^|\n)- $/.test(piece.text.slice(Math.max(0, offset - 3), offset)))
        .map((passage) => ({ piece, passage: { ...passage, text: passage.text.split('\n', 1)[0] ?? '' } })),
    );

/** No entry stands in the lists of these categories twice, punctuation aside. */
export const noDuplicates =
  (...categories: readonly string[]): LibraryRule =>
  (pieces) => {
    const seen = new Map<string, string>();
    return entriesOf(pieces, ...categories).flatMap(({ piece: { path }, passage }) => {
      const key = passage.text.replace(/[^\p{L}\p{N}]/gu, '');
      const place = `${path}:${passage.line + 1}`;
      const first = seen.get(key);
      seen.set(key, first ?? place);
      return first ? [{ path, line: passage.line + 1, message: `already in ${first}: ${passage.text}` }] : [];
    });
  };

/** Every entry of a category has a number of characters within bounds; the 、 of a list does not count. */
export const entryLength =
  (category: string, least: number, most: number): LibraryRule =>
  (pieces) =>
    entriesOf(pieces, category).flatMap(({ piece: { path }, passage: { text, line } }) => {
      const length = [...text.replaceAll('、', '')].length;
      return length >= least && length <= most
        ? []
        : [{ path, line: line + 1, message: `${length} characters, not ${least}–${most}: ${text}` }];
    });

/** Categories whose entries are whole sentences, and those whose entries are no sentences. */
const sentences = ['金句', '开头结尾过渡'];
const expressions = ['短语', '常用表述', '提法', '标题', '指标'];

/** A quote is whole sentences; an expression or heading has no stop at its end. */
export const entryEnds: LibraryRule = (pieces) => [
  ...entriesOf(pieces, ...sentences)
    .filter(({ passage: { text } }) => !/[。！？…：][”）]?$|——《[^》]+》$/.test(text))
    .map(({ piece: { path }, passage }) => ({ path, line: passage.line + 1, message: `no end mark: ${passage.text}` })),
  ...entriesOf(pieces, ...expressions)
    .filter(({ passage: { text } }) => /[，。；：、！？…]$/.test(text))
    .map(({ piece: { path }, passage }) => ({ path, line: passage.line + 1, message: `end mark: ${passage.text}` })),
];

/** A set of headings has three to five, parted by ；, each with as many characters before and behind its ， as the others. */
export const parallelHeadings: LibraryRule = (pieces) =>
  entriesOf(pieces, '标题').flatMap(({ piece: { path }, passage: { text, line } }) => {
    const headings = text.split('；');
    const shapes = new Set(headings.map((heading) => heading.split('，').map((part) => [...part].length)).map(String));
    const fits = headings.length >= 3 && headings.length <= 5 && shapes.size === 1;
    return fits ? [] : [{ path, line: line + 1, message: `not 3 to 5 parallel headings: ${text}` }];
  });

/** Fields that an entry of a category must have, and those that it may have. */
const fields: Readonly<Record<string, { readonly needed: readonly string[]; readonly other: readonly string[] }>> = {
  提法: { needed: ['出处', '时间'], other: ['简称', '旧提法', '仍用', '误写', '用法'] },
  典故: { needed: ['出处', '释义', '用法'], other: ['误引', '说明'] },
  指标: { needed: ['单位', '口径', '例句'], other: ['用法'] },
};

/** Every entry that has fields has those that it must have, and no others; each says something. */
export const knownFields: LibraryRule = (pieces) =>
  Object.entries(fields).flatMap(([category, { needed, other }]) =>
    entriesOf(pieces, category).flatMap(({ piece: { path, text }, passage }) => {
      const lines = text.split('\n').slice(passage.line + 1);
      const end = lines.findIndex((line) => !/^ {2}\S/.test(line));
      const found = lines
        .slice(0, end < 0 ? lines.length : end)
        .map((line) => /^ {2}(?:- )?([^：]+)：(?=\S)/.exec(line)?.[1]);
      const complaints = [
        ...needed.filter((name) => !found.includes(name)).map((name) => `lacks ${name}`),
        ...found
          .filter((name) => !name || ![...needed, ...other].includes(name))
          .map((name) => `unknown field ${name}`),
      ];
      return complaints.map((what) => ({ path, line: passage.line + 1, message: `${what}: ${passage.text}` }));
    }),
  );
