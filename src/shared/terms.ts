import type { Article, PassageKind } from '../library/article';
import { initialsAt } from '../search/index/pairVocabulary';
import { takeTokens, tokenize } from '../search/index/tokenize';
import { mayHaveSlip } from '../search/query/spellings';
import { fold } from '../text/fold';
import { normalizedPinyin } from '../text/pinyin';
import { isSyllable } from '../text/pinyinSyllables';

/** Kinds of passages by their number in the database; numbers are never given out anew. */
export const kinds: readonly PassageKind[] = ['paragraph', 'quote', 'phrase'];

/**
 * The number that a token has in the database: FNV-1a over its UTF-16 units, as a signed integer. Two tokens may share one, which
 * costs a candidate too many and never a wrong hit: ranking reads the texts.
 */
export const termOf = (token: string): number => hashOf(token, 0, token.length);

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** What the database keeps of a passage to find it by. */
export interface PassageTerms {
  /** Each once: those of the text first, then those that only the headings and the title have. */
  readonly terms: readonly number[];
  readonly own: number;
  /** First letters of each three neighbouring Chinese characters, in all their readings: see `initialTriple`. */
  readonly initials: readonly number[];
}

/** The terms of each passage of an article, in their order. */
export function* articleTerms({ title, passages }: Article): Generator<PassageTerms> {
  const known = new Map<string, readonly number[]>();
  const above = (text: string): readonly number[] => {
    let terms = known.get(text);
    if (!terms) known.set(text, (terms = tokenize(fold(text).text).map(termOf)));
    return terms;
  };
  for (const { text, headings } of passages) {
    const folded = fold(text).text;
    const terms = new Set<number>();
    takeTokens(folded, {
      pair: (start, end) => terms.add(hashOf(folded, start, end)),
      token: (token) => terms.add(termOf(token)),
    });
    const own = terms.size;
    for (const line of [title, ...headings]) for (const term of above(line)) terms.add(term);
    yield { terms: [...terms], own, initials: [...initialTriples(folded)] };
  }
}

const letters = 26;
const firstLetter = 0x61;

/** The number of three first letters, below 2¹⁵. */
const initialTriple = (first: number, second: number, third: number): number =>
  (first * letters + second) * letters + third;

/** Numbers of the letters, 0 for a. */
const lettersOf = (word: string): readonly number[] => Array.from(word, (letter) => letter.charCodeAt(0) - firstLetter);

/** First letters of the readings of characters that were met. */
const knownInitials = new Map<number, readonly number[]>();

function initialsOf(folded: string, at: number): readonly number[] {
  const code = folded.charCodeAt(at);
  let initials = knownInitials.get(code);
  if (!initials) knownInitials.set(code, (initials = initialsAt(folded, at).flatMap(lettersOf).filter(isLetter)));
  return initials;
}

const isLetter = (number: number): boolean => number >= 0 && number < letters;

function initialTriples(folded: string): ReadonlySet<number> {
  const triples = new Set<number>();
  let [before, last]: (readonly number[])[] = [[], []];
  for (let at = 0; at < folded.length; at++) {
    const here = initialsOf(folded, at);
    for (const first of before ?? [])
      for (const second of last ?? []) for (const third of here) triples.add(initialTriple(first, second, third));
    [before, last] = [last, here];
  }
  return triples;
}

/**
 * What typed letters may be the pinyin of, as triples of initials that a passage then has, an entry for each way to read them: all
 * letters as initials (`kjcx`), or as whole syllables with perhaps some Chinese among them (`keji创新`).
 * @param typed folded
 */
export function spelledTriples(typed: string): readonly (readonly number[])[] {
  const written = normalizedPinyin(typed);
  const ways = [/^[a-z]+$/.test(written) ? written : '', syllableInitials(written)].filter(({ length }) => length > 2);
  return [...new Set(ways)].map(triplesOf);
}

/**
 * What initials stand for of which one is wrong, as triples: an entry for each letter that may be meant at each place. Empty where so
 * little was typed that it may be anything.
 * @param typed folded
 */
export const nearlySpelledTriples = (typed: string): readonly (readonly number[])[] =>
  mayHaveSlip(typed)
    ? Array.from(typed, (wrong, at) =>
        Array.from({ length: letters }, (_, number) => String.fromCharCode(firstLetter + number))
          .filter((letter) => letter !== wrong)
          .map((letter) => triplesOf(typed.slice(0, at) + letter + typed.slice(at + 1))),
      ).flat()
    : [];

function triplesOf(initials: string): readonly number[] {
  const numbers = lettersOf(initials);
  return numbers.slice(2).map((third, at) => initialTriple(numbers[at] ?? 0, numbers[at + 1] ?? 0, third));
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
