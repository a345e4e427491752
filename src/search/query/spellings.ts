import type { Steps } from '../../base/slices';
import { normalizedPinyin, readingsAt, speller } from '../../text/pinyin';
import { initialsAt } from '../index/pairVocabulary';
import { isInsideWord } from '../index/tokenize';

/** A text of the library that typed letters spell, and how often it stands there. */
export interface Spelling {
  readonly text: string;
  readonly count: number;
}

/** Longer ones are sentences with a number in them. */
const longestSpelling = 60;

/** Whether pinyin may be meant: two characters or more, a letter or digit among them, and no punctuation but that of `lu:`. */
export const maySpell = (typed: string): boolean =>
  typed.length > 1 &&
  typed.length <= longestSpelling &&
  /[a-z0-9ü]/.test(typed) &&
  !/[,。;!?、"]|(?<![ln]u):/.test(typed);

/**
 * Finds what `typed` (folded) spells in `texts` (folded) as pinyin, initials, beginnings of words, or a mixture of these
 * with Chinese. The most frequent come first. In steps, a text each.
 * @param most texts wanted
 */
export function* findSpellings(typed: string, texts: Iterable<string>, most: number): Steps<readonly Spelling[]> {
  const counts = new Map<string, number>();
  const spelledEnd = speller(typed);
  const openings = new Openings(typed);
  for (const text of texts) {
    for (let start = openings.next(text, 0); start >= 0; start = openings.next(text, start + 1)) {
      let end = isInsideWord(text, start) ? undefined : spelledEnd(text, start);
      if (end === undefined) continue;
      while (isInsideWord(text, end)) end++;
      const spelled = text.slice(start, end);
      if (!placeholder.test(spelled)) counts.set(spelled, (counts.get(spelled) ?? 0) + 1);
    }
    yield;
  }
  return mostFrequent(counts, most);
}

/** Shorter initials with one wrong stand for too many texts. */
const shortestWithSlip = 6;

/** Whether initials are taken for ones with a slip, where the library has nothing that they spell. */
export const mayHaveSlip = (typed: string): boolean =>
  typed.length >= shortestWithSlip && typed.length <= longestSpelling && /^[a-hj-tw-z]+$/.test(typed);

/** Finds what `initials` spell in `texts` (folded) but for one letter; the most frequent come first. In steps, a text each. */
export function* findNearlySpelled(
  initials: string,
  texts: Iterable<string>,
  most: number,
): Steps<readonly Spelling[]> {
  const counts = new Map<string, number>();
  const known = new Map<number, readonly string[]>();
  const fits = (text: string, at: number, letter: string): boolean => {
    const code = text.charCodeAt(at);
    let letters = known.get(code);
    if (!letters) known.set(code, (letters = initialsAt(text, at)));
    return letters.includes(letter);
  };
  const isHan = (text: string, at: number): boolean => initialsAt(text, at).length > 0;
  for (const text of texts) {
    for (let start = 0; start + initials.length <= text.length; start++) {
      let wrong = -1;
      let at = 0;
      for (; at < initials.length; at++) {
        if (fits(text, start + at, initials.charAt(at))) continue;
        if (wrong >= 0 || !isHan(text, start + at)) break;
        wrong = at;
      }
      if (at < initials.length) continue;
      const spelled = text.slice(start, start + at);
      counts.set(spelled, (counts.get(spelled) ?? 0) + 1);
    }
    yield;
  }
  return mostFrequent(counts, most);
}

/** At most so many of the texts, the most frequent first. */
export const mostFrequent = (counts: ReadonlyMap<string, number>, most: number): readonly Spelling[] =>
  [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, most);

/** A single letter, as in `X市`, is not typed for its own sake. */
const placeholder = /(?<![a-z0-9])[a-z](?![a-z0-9])/;

/** What a character can be at the beginning of what is typed, as bits. */
const known = 1;
const firstLetter = 2;
const firstTwoLetters = 4;
const secondLetter = 8;

/** Finds the few places at which something typed may begin, by its first two letters: asking the speller is far dearer. */
class Openings {
  private readonly flags = new Uint8Array(0x10000);
  private readonly letters: string;

  constructor(typed: string) {
    this.letters = normalizedPinyin(typed).replace("'", '');
  }

  /** The first such place of `text` from `from` on, or -1. */
  next(text: string, from: number): number {
    const { flags } = this;
    for (let at = from; at < text.length; at++) {
      const seen = flags[text.charCodeAt(at)];
      const flag = seen === undefined || seen === 0 ? this.look(text, at) : seen;
      if ((flag & firstLetter) === 0) continue;
      if ((flag & firstTwoLetters) !== 0 || (this.look(text, at + 1) & secondLetter) !== 0) return at;
    }
    return -1;
  }

  private look(text: string, at: number): number {
    if (at >= text.length) return 0;
    const code = text.charCodeAt(at);
    let flag = this.flags[code] ?? 0;
    if (flag !== 0) return flag;
    const spellings = [...readingsAt(text, at), text.charAt(at)];
    const begins = (letters: string): boolean => spellings.some((spelling) => spelling.startsWith(letters));
    flag = known;
    if (begins(this.letters.charAt(0))) flag |= firstLetter;
    if (begins(this.letters.slice(0, 2))) flag |= firstTwoLetters;
    if (begins(this.letters.charAt(1))) flag |= secondLetter;
    return (this.flags[code] = flag);
  }
}
