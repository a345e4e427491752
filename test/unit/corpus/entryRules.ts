import type { LibraryRule } from './piece';
import { entries } from './piece';

type EntryKind = 'quote' | 'phrase';

/** No two pieces have the same title: the tree would show them alike. */
export const uniqueTitles: LibraryRule = (pieces) => {
  const seen = new Map<string, string>();
  return pieces.flatMap(({ path, article: { title } }) => {
    const first = seen.get(title);
    seen.set(title, first ?? path);
    return first ? [{ path, line: 1, message: `title of ${first} too: ${title}` }] : [];
  });
};

/** No quote and no phrase stands in the library twice, punctuation aside. */
export const noDuplicates =
  (kind: EntryKind): LibraryRule =>
  (pieces) => {
    const seen = new Map<string, string>();
    return entries(pieces, kind).flatMap(({ piece: { path }, passage }) => {
      const key = passage.text.replace(/[^\p{L}\p{N}]/gu, '');
      const place = `${path}:${passage.line + 1}`;
      const first = seen.get(key);
      seen.set(key, first ?? place);
      return first ? [{ path, line: passage.line + 1, message: `already in ${first}: ${passage.text}` }] : [];
    });
  };

/** Every quote or phrase has a number of characters within bounds; the 、 of a list does not count. */
export const entryLength =
  (kind: EntryKind, least: number, most: number): LibraryRule =>
  (pieces) =>
    entries(pieces, kind).flatMap(({ piece: { path }, passage: { text, line } }) => {
      const length = [...text.replaceAll('、', '')].length;
      return length >= least && length <= most
        ? []
        : [{ path, line: line + 1, message: `${length} characters, not ${least}–${most}: ${text}` }];
    });

/** A quote is whole sentences; a phrase has no stop at its end. */
export const entryEnds: LibraryRule = (pieces) => [
  ...entries(pieces, 'quote')
    .filter(({ passage: { text } }) => !/[。！？…][”）]?$|——《[^》]+》$/.test(text))
    .map(({ piece: { path }, passage }) => ({ path, line: passage.line + 1, message: `no end mark: ${passage.text}` })),
  ...entries(pieces, 'phrase')
    .filter(({ passage: { text } }) => /[，。；：、！？…]$/.test(text))
    .map(({ piece: { path }, passage }) => ({ path, line: passage.line + 1, message: `end mark: ${passage.text}` })),
];
