// Texts of the library that sound like a word that it does not have: the usual slip of someone who writes with an input
// method is the wrong one of the characters that the same letters give (特派元 for 特派员). Syllables are compared without
// tones, and without what many speakers do not tell apart: zh ch sh and z c s, -ng and -n, n and l.
import type { Steps } from '../../base/slices';
import { initialsAt } from '../index/pairVocabulary';
import type { PairVocabulary } from '../index/pairVocabulary';
import { readingsAt } from '../../text/pinyin';
import type { Place } from './pairFilter';
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

/** What the readings of a character sound like; the same list each time. */
export function soundsOf(code: number): readonly string[] {
  let sounds = knownSounds.get(code);
  if (!sounds) knownSounds.set(code, (sounds = [...new Set(readingsAt(String.fromCharCode(code), 0).map(soundOf))]));
  return sounds;
}

/** What is known of a character: nothing yet, that it sounds like the word's, that it does not. */
const enum Alike {
  Yes = 1,
  No,
}

/** Tells, for each place of a word, which characters sound like the one there; each is found out once. */
export class SoundsOfWord {
  private readonly known: readonly Uint8Array[];

  constructor(readonly word: string) {
    this.known = Array.from(word, () => new Uint8Array(0x10000));
  }

  /** Whether a character may sound like the one at a place of the word. */
  alike(at: number, code: number): boolean {
    const known = this.known[at];
    if (!known) return false;
    const before = known[code] ?? 0;
    return (before === 0 ? (known[code] = this.compare(at, code)) : before) === (Alike.Yes as number);
  }

  private compare(at: number, code: number): Alike {
    const own = this.word.charCodeAt(at);
    if (code === own) return Alike.Yes;
    const sounds = soundsOf(own);
    return soundsOf(code).some((sound) => sounds.includes(sound)) ? Alike.Yes : Alike.No;
  }
}

/** For each pair of neighbouring characters of a word, the pairs of the library that sound like it; in steps. */
export function* homophonePlaces(sounds: SoundsOfWord, vocabulary: PairVocabulary): Steps<readonly Place[]> {
  const { word } = sounds;
  const places: Place[] = [];
  for (let at = 0; at + 1 < word.length; at++) {
    const [firsts, seconds]: [number[], number[]] = [[], []];
    for (const first of new Set(initialsLike(word, at).flatMap((initial) => vocabulary.firsts(initial)))) {
      if (!sounds.alike(at, first)) continue;
      vocabulary.eachSecond(first, (second) => {
        if (!sounds.alike(at + 1, second)) return;
        firsts.push(first);
        seconds.push(second);
      });
      yield;
    }
    places.push({ firsts, seconds, words: [] });
  }
  return places;
}

const initialsLike = (word: string, at: number): readonly string[] => {
  const own = initialsAt(word, at);
  return own.some((initial) => /[nl]/.test(initial)) ? [...new Set([...own, 'n', 'l'])] : own;
};

/**
 * What stands in `texts` (folded) and sounds like a word; first what differs in the fewest characters, then the most frequent.
 * In steps, a text each.
 * @param most texts wanted
 */
export function* findHomophones(
  sounds: SoundsOfWord,
  texts: Iterable<string>,
  most: number,
): Steps<readonly Spelling[]> {
  const { word } = sounds;
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let start = 0; start + word.length <= text.length; start++) {
      let at = 0;
      while (at < word.length && sounds.alike(at, text.charCodeAt(start + at))) at++;
      if (at < word.length) continue;
      const found = text.slice(start, start + at);
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    yield;
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
