// Texts of the library that sound like a word that it does not have: the usual slip of someone who writes with an input
// method is the wrong one of the characters that the same letters give (特派元 for 特派员). Syllables are compared without
// tones, and without what many speakers do not tell apart: zh ch sh and z c s, -ng and -n, n and l.
import { initialsAt } from '../index/pairVocabulary';
import type { PairVocabulary } from '../index/pairVocabulary';
import { readingsAt } from '../../text/pinyin';
import type { Spelling } from './spellings';

/** Shorter words sound like too many others; longer ones are found by their other parts. */
const lengths = { shortest: 2, longest: 12 };

/** Whether homophones are looked for: a few characters of Han. */
export const mayHaveHomophones = (word: string): boolean =>
  word.length >= lengths.shortest && word.length <= lengths.longest && /^[\u4e00-\u9fff]+$/.test(word);

/** What a syllable sounds like. */
const soundOf = (reading: string): string =>
  reading
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^n(?=.)/, 'l');

/** By UTF-16 unit, as they were first asked about: the same for every query. */
const knownSounds = new Map<number, readonly string[]>();

/** Sounds of characters, made on first use. */
export class Sounds {
  at(text: string, at: number): readonly string[] {
    const code = text.charCodeAt(at);
    let sounds = knownSounds.get(code);
    if (!sounds) knownSounds.set(code, (sounds = [...new Set(readingsAt(text, at).map(soundOf))]));
    return sounds;
  }

  /** Whether two characters may sound alike. */
  alike(text: string, at: number, other: string, otherAt: number): boolean {
    if (text.charCodeAt(at) === other.charCodeAt(otherAt)) return true;
    const sounds = this.at(other, otherAt);
    return this.at(text, at).some((sound) => sounds.includes(sound));
  }
}

/** For each pair of neighbouring characters of `word`, the pairs of the library that sound like it. */
export function homophonePlaces(word: string, vocabulary: PairVocabulary, sounds: Sounds): readonly string[][] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const found = new Set<string>();
    for (const first of initialsLike(word, at)) {
      for (const second of initialsLike(word, at + 1)) {
        for (const token of vocabulary.pairs(first, second)) {
          if (sounds.alike(token, 0, word, at) && sounds.alike(token, 1, word, at + 1)) found.add(token);
        }
      }
    }
    return [...found];
  });
}

const initialsLike = (word: string, at: number): readonly string[] => {
  const own = initialsAt(word, at);
  return own.some((initial) => /[nl]/.test(initial)) ? [...new Set([...own, 'n', 'l'])] : own;
};

/**
 * What stands in `texts` (folded) and sounds like `word`; first what differs in the fewest characters, then the most frequent.
 * @param most texts wanted
 */
export function findHomophones(
  word: string,
  texts: Iterable<string>,
  sounds: Sounds,
  most: number,
): readonly Spelling[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let start = 0; start + word.length <= text.length; start++) {
      let at = 0;
      while (at < word.length && sounds.alike(text, start + at, word, at)) at++;
      if (at < word.length) continue;
      const found = text.slice(start, start + at);
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([text, count]) => ({ text, count, wrong: differences(word, text) }))
    .sort((a, b) => a.wrong - b.wrong || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, most);
}

/** Number of characters in which two words of one length differ. */
export const differences = (word: string, other: string): number =>
  Array.from(other).filter((character, at) => character !== word[at]).length;

/** `word` with each two neighbouring characters swapped, and with each character left out, where enough is left. */
export function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>();
  for (let at = 0; at + 1 < word.length; at++) {
    slips.add(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  }
  if (word.length > 3) for (let at = 0; at < word.length; at++) slips.add(word.slice(0, at) + word.slice(at + 1));
  slips.delete(word);
  return [...slips];
}
