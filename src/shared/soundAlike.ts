// What letters or a misspelt word may stand for in a library whose texts are elsewhere: pairs of characters that sound right are made
// up, the server tells which of them it has, and they are chained to words, the likeliest first.
import { soundsOf } from '../search/query/homophones';
import { normalizedPinyin, readingsAt } from '../text/pinyin';
import { charactersRead, isSyllable } from '../text/pinyinSyllables';
import { initialsAt } from '../search/index/pairVocabulary';

/** For each character of a word, those that may stand there. */
export type Places = readonly (readonly string[])[];

const longestSyllable = 6;
/** Ways to cut letters up into syllables that are looked at. */
const mostWays = 4;
const mostPlaces = 12;
/** Beginnings of words that are gone on with at each character. */
const mostBegun = 60;

/** Neighbouring words of letters may be one that was typed with spaces between its syllables: `ke ji`. */
export function syllablesTogether(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isShort = /^[a-z]{1,6}$/.test(word);
    if (isShort && open) joined.push(`${joined.pop() ?? ''}'${word}`);
    else joined.push(word);
    open = isShort;
  }
  return joined;
}

/**
 * Ways to read letters as whole syllables, perhaps with Chinese characters among them: those with the fewest syllables first.
 * Empty where letters are left over, as initials.
 * @param typed folded
 */
export function syllablePlaces(typed: string): readonly Places[] {
  const letters = normalizedPinyin(typed);
  const ways: Places[] = [];
  const read = (from: number, places: Places): void => {
    if (ways.length >= 4 * mostWays || places.length > mostPlaces) return;
    const at = /['\s]/.test(letters.charAt(from)) ? from + 1 : from;
    if (at >= letters.length) {
      if (places.length > 1) ways.push(places);
    } else if (initialsAt(letters, at).length > 0) {
      read(at + 1, [...places, [letters.charAt(at)]]);
    } else {
      for (let length = Math.min(longestSyllable, letters.length - at); length > 0; length--) {
        const syllable = letters.slice(at, at + length);
        if (isSyllable(syllable)) read(at + length, [...places, charactersOf(syllable)]);
      }
    }
  };
  read(0, []);
  return ways.sort((a, b) => a.length - b.length).slice(0, mostWays);
}

/** For two letters, the characters of which they may be the first ones; empty for anything else. */
export const initialPlaces = (typed: string): readonly Places[] =>
  /^[a-z]{2}$/.test(typed) ? [Array.from(typed, (letter) => beginningWith(letter))] : [];

/** In longer words only characters beside a pair that the library does not have may be wrong. */
const shortWord = 6;

/**
 * The characters that sound like those of a word which may be wrong, and the others as they are.
 * @param isKnown whether the library has a pair
 */
export function homophonePlaces(word: string, isKnown: (pair: string) => boolean): Places {
  const broken = Array.from({ length: word.length - 1 }, (_, at) => !isKnown(word.slice(at, at + 2)));
  const isOnlyInBroken = (at: number): boolean => (broken[at - 1] ?? true) && (broken[at] ?? true);
  const mayBeWrong = (at: number): boolean => {
    if (!broken.includes(true)) return word.length <= shortWord;
    // A pair that has no such character beside it may be wrong in either.
    const isLone = (pair: number): boolean =>
      broken[pair] === true && !isOnlyInBroken(pair) && !isOnlyInBroken(pair + 1);
    return isOnlyInBroken(at) || isLone(at - 1) || isLone(at);
  };
  return Array.from(word, (character, at) => {
    if (!mayBeWrong(at)) return [character];
    const alike = new Set(soundsOf(word.charCodeAt(at)).flatMap((sound) => bySound().get(sound) ?? []));
    return [...alike.add(character)];
  });
}

/** The pairs of neighbouring characters that may stand there. */
export function* pairsOf(places: Places): Generator<string> {
  for (let at = 1; at < places.length; at++) {
    for (const first of places[at - 1] ?? []) for (const second of places[at] ?? []) yield first + second;
  }
}

/**
 * Words whose every pair the library has, those of the most frequent pairs first.
 * @param count of passages that have a pair
 */
export function chains(places: Places, count: (pair: string) => number, most: number): readonly string[] {
  let begun = (places[0] ?? []).map((text) => ({ text, weight: 0 }));
  for (const characters of places.slice(1)) {
    const next = begun.flatMap(({ text, weight }) =>
      characters.flatMap((character) => {
        const passages = count(text.charAt(text.length - 1) + character);
        return passages > 0 ? [{ text: text + character, weight: weight + Math.log(passages) }] : [];
      }),
    );
    begun = next.sort((a, b) => b.weight - a.weight).slice(0, mostBegun);
  }
  return begun.slice(0, most).map(({ text }) => text);
}

/** The characters of GB 2312: nobody's pinyin means one of the ten thousand others. */
let common: ReadonlySet<string> | undefined;

function commonCharacters(): ReadonlySet<string> {
  if (common) return common;
  const [firstRow, lastRow, first, last] = [0xb0, 0xf7, 0xa1, 0xfe];
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) for (let at = first; at <= last; at++) bytes.push(row, at);
  const characters = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return (common = new Set(Array.from(characters).filter((one) => readingsAt(one, 0).length > 0)));
}

const charactersOf = (syllable: string): readonly string[] =>
  [...new Set(charactersRead(syllable))].filter(
    (one) => commonCharacters().has(one) && readingsAt(one, 0).includes(syllable),
  );

const beginningWith = (letter: string): readonly string[] =>
  [...commonCharacters()].filter((one) => readingsAt(one, 0)[0]?.startsWith(letter));

let soundsOfCommon: ReadonlyMap<string, readonly string[]> | undefined;

function bySound(): ReadonlyMap<string, readonly string[]> {
  if (soundsOfCommon) return soundsOfCommon;
  const found = new Map<string, string[]>();
  for (const character of commonCharacters()) {
    for (const sound of soundsOf(character.charCodeAt(0))) {
      const same = found.get(sound);
      if (same) same.push(character);
      else found.set(sound, [character]);
    }
  }
  return (soundsOfCommon = found);
}
