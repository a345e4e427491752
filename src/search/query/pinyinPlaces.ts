import type { Steps } from '../../base/slices';
import type { PairVocabulary } from '../index/pairVocabulary';
import { normalizedPinyin, readingsAt, readingsNumber, spelledLengths } from '../../text/pinyin';
import { isSyllable, isSyllableBegun } from '../../text/pinyinSyllables';
import { initialsAt } from '../index/pairVocabulary';
import type { Place } from './pairFilter';

/** More characters say nothing new, and cost. */
const mostPlaces = 12;
/** Numbers of lists of readings go up to this. */
const mostReadings = 1 << 12;

/**
 * What typed letters ask of a text: for the first, second, third … character, the pairs that may begin with it. Stops at the
 * place where the letters may be at their end. Cost: the pairs whose first character fits, some thousand for each character. In steps.
 * @param typed folded: pinyin, initials, or a mixture with Chinese
 */
export function* pinyinPlaces(typed: string, vocabulary: PairVocabulary): Steps<readonly Place[]> {
  const letters = normalizedPinyin(typed).replaceAll("'", '');
  const mayStop = stops(letters, vocabulary);
  const lengths = new Lengths(letters, mayStop);
  const places: Place[] = [];
  let positions: readonly number[] = [0];
  while (positions.length > 0 && places.length < mostPlaces) {
    const [firsts, seconds, words]: [number[], number[], string[]] = [[], [], []];
    const next = new Set<number>();
    let mayEnd = false;
    for (const from of positions) {
      const rest = letters.slice(from);
      for (const word of initials(letters, from).flatMap((first) => vocabulary.words(first))) {
        if (word.startsWith(rest)) mayEnd = true;
        else if (rest.startsWith(word) && mayStop[from + word.length]) next.add(from + word.length);
        else continue;
        words.push(word);
      }
    }
    for (const first of firstsAt(letters, positions, vocabulary)) {
      yield;
      const afters = lengths.after(first, positions);
      if (afters.length === 0) continue;
      vocabulary.eachSecond(first, (second) => {
        let fits = false;
        for (const after of afters) {
          const ends = after < letters.length ? lengths.at(second, after) : 1;
          if (ends === 0) continue;
          fits = true;
          if (after >= letters.length || ends >> (letters.length - after) !== 0) mayEnd = true;
          else next.add(after);
        }
        if (!fits) return;
        firsts.push(first);
        seconds.push(second);
      });
    }
    // All letters may be one character, which may be the second of its pair.
    if (mayEnd && places.length === 0) addEndings(firsts, seconds);
    places.push({ firsts, seconds, words });
    if (mayEnd) break;
    positions = [...next];
  }
  return places;

  function addEndings(firsts: number[], seconds: number[]): void {
    const all = 1 << letters.length;
    for (const first of new Set(allInitials.flatMap((initial) => vocabulary.firsts(initial)))) {
      vocabulary.eachSecond(first, (second) => {
        if ((lengths.at(second, 0) & all) === 0) return;
        firsts.push(first);
        seconds.push(second);
      });
    }
  }
}

/** Pairs of characters that may be read with two initials. */
export function pairsOfInitials(first: string, second: string, vocabulary: PairVocabulary): Place {
  const [firsts, seconds]: [number[], number[]] = [[], []];
  const fitting = new Uint8Array(0x10000);
  for (const code of vocabulary.firsts(first)) {
    vocabulary.eachSecond(code, (other) => {
      let fits = fitting[other] ?? 0;
      if (fits === 0) fitting[other] = fits = initialsAt(String.fromCharCode(other), 0).includes(second) ? 1 : 2;
      if (fits !== 1) return;
      firsts.push(code);
      seconds.push(other);
    });
  }
  return { firsts, seconds, words: [] };
}

/** Characters that pairs begin with and that have the initial of a character which stands at one of the positions. */
const firstsAt = (letters: string, positions: readonly number[], vocabulary: PairVocabulary): Iterable<number> =>
  new Set(
    [...new Set(positions.flatMap((from) => initials(letters, from)))].flatMap((initial) => vocabulary.firsts(initial)),
  );

/** How many of the letters from each of them on can stand for each character: as bits, for tens of thousands are asked about. */
class Lengths {
  /** By position in the letters and number of the list of readings, which characters share. */
  private readonly known: (Uint8Array | undefined)[] = [];

  constructor(
    private readonly letters: string,
    private readonly mayStop: readonly boolean[],
  ) {}

  /** Bit `n` is set where `n` letters from `from` on can stand for the character; 0 where none can. */
  at(code: number, from: number): number {
    // A character that was typed stands for itself.
    if (code === this.letters.charCodeAt(from)) return this.find(code, from, String.fromCharCode(code));
    const known = (this.known[from] ??= new Uint8Array(mostReadings + 1));
    const number = readingsNumber(code);
    let bits = known[number] ?? 0;
    // The lowest bit only says that it is known.
    if (bits === 0) known[number] = bits = this.find(code, from) | 1;
    return bits & ~1;
  }

  private find(code: number, from: number, itself = ''): number {
    let bits = 0;
    for (const length of spelledLengths(this.letters, from, itself, readingsAt(String.fromCharCode(code), 0))) {
      if (this.mayStop[from + length]) bits |= 1 << length;
    }
    return bits;
  }

  /** Where in the letters the next character may begin when this one begins at one of some positions. */
  after(code: number, positions: readonly number[]): readonly number[] {
    const afters = new Set<number>();
    for (const from of positions) {
      const bits = this.at(code, from);
      for (let length = 1; bits >> length !== 0; length++) if (((bits >> length) & 1) === 1) afters.add(from + length);
    }
    return [...afters];
  }
}

/** The first letters of the character that stands, or begins, at a position. */
function initials(letters: string, position: number): readonly string[] {
  const own = initialsAt(letters, position);
  return own.length > 0 ? own : [letters.charAt(position)];
}

/** The longest syllable has six letters; any two may be an initial, or an interjection. */
const [longestSyllable, longestInitial] = [6, 2];

/** Whether letters may be one character, with which they end. */
const mayBeOne = (rest: string): boolean => rest.length <= longestInitial || isSyllableBegun(rest);

/** How many letters one character may take, of which more follow. */
function characterLengths(rest: string): readonly number[] {
  const lengths = Array.from({ length: Math.min(longestSyllable, rest.length - 1) }, (_, at) => at + 1);
  return lengths.filter((length) => length <= longestInitial || isSyllable(rest.slice(0, length)));
}

/**
 * By position in the letters, whether a character may stop there: whether characters and words can be read from there to the
 * end. Full syllables read as initials soon come upon a vowel that begins nothing, and are not followed that far.
 */
function stops(letters: string, vocabulary: PairVocabulary): readonly boolean[] {
  const mayStop = Array.from({ length: letters.length + 1 }, (_, position) => position === letters.length);
  for (let from = letters.length - 1; from >= 0; from--) {
    const rest = letters.slice(from);
    const words = initials(letters, from).flatMap((first) => vocabulary.words(first));
    const isBegun = initials(letters, from).some((initial) => allInitials.includes(initial));
    mayStop[from] =
      (isBegun && (mayBeOne(rest) || characterLengths(rest).some((length) => mayStop[from + length]))) ||
      words.some((word) => word.startsWith(rest) || (rest.startsWith(word) && mayStop[from + word.length]));
  }
  return mayStop;
}

const allInitials = 'abcdefghjklmnopqrstwxyz'.split('');
