import type { Article, Passage, PassageKind } from '../library/article';
import { initialsAt } from '../search/index/pairVocabulary';
import { tokenize } from '../search/index/tokenize';
import { fold } from '../text/fold';
import { normalizedPinyin } from '../text/pinyin';
import { isSyllable } from '../text/pinyinSyllables';

/** Kinds of passages by their number in the database; numbers are never given out anew. */
export const kinds: readonly PassageKind[] = ['paragraph', 'quote', 'phrase'];

/**
 * The number that a token has in the database: FNV-1a over its UTF-16 units, as a signed integer. Two tokens may share one, which
 * costs a candidate too many and never a wrong hit: ranking reads the texts.
 */
export function termOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** What the database keeps of a passage to find it by. */
export interface PassageTerms {
  /** Each once: those of the text first, then those that only the headings and the title have. */
  readonly terms: readonly number[];
  readonly own: number;
  /** Terms that the text has more than once. */
  readonly repeated: readonly number[];
  /** Pairs of first letters of neighbouring Chinese characters, in all their readings. */
  readonly initials: readonly number[];
}

export function passageTerms({ text, headings }: Passage, { title }: Article): PassageTerms {
  const folded = fold(text).text;
  const terms = new Set<number>();
  const repeated = new Set<number>();
  for (const token of tokenize(folded)) {
    const term = termOf(token);
    (terms.has(term) ? repeated : terms).add(term);
  }
  const own = terms.size;
  for (const above of [title, ...headings]) for (const token of tokenize(fold(above).text)) terms.add(termOf(token));
  return { terms: [...terms], own, repeated: [...repeated], initials: [...initialPairs(folded)] };
}

function initialPairs(folded: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  let before: readonly string[] = [];
  for (let at = 0; at < folded.length; at++) {
    const here = initialsAt(folded, at);
    for (const first of before) for (const second of here) pairs.add(termOf(first + second));
    before = here;
  }
  return pairs;
}

/**
 * What typed letters may be the pinyin of, as pairs of initials that a passage then has, an entry for each way to read them: all
 * letters as initials (`kjcx`), or as whole syllables with perhaps some Chinese among them (`keji创新`).
 * @param typed folded
 */
export function spelledPairs(typed: string): readonly (readonly number[])[] {
  const letters = normalizedPinyin(typed);
  const ways = [/^[a-z]+$/.test(letters) ? letters : '', syllableInitials(letters)].filter(({ length }) => length > 1);
  return [...new Set(ways)].map((way) =>
    Array.from({ length: way.length - 1 }, (_, at) => termOf(way.slice(at, at + 2))),
  );
}

const longestSyllable = 6;

/** Initials of syllables, the longest first, and of Chinese characters; of what is neither, as `ch` in `keji ch`, its first letter at the end. */
function syllableInitials(letters: string): string {
  let found = '';
  for (let at = 0; at < letters.length;) {
    const own = initialsAt(letters, at)[0];
    const length = own ? 1 : longestAt(letters, at);
    if (length === 0 && !/['\s]/.test(letters.charAt(at))) return letters.length - at < longestSyllable ? found : '';
    if (length > 0) found += own ?? letters.charAt(at);
    at += Math.max(length, 1);
  }
  return found;
}

function longestAt(letters: string, at: number): number {
  for (let length = longestSyllable; length > 0; length--) {
    if (at + length <= letters.length && isSyllable(letters.slice(at, at + length))) return length;
  }
  return 0;
}
