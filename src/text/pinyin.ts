import { withoutEnd } from '../base/endRun';
import data from './pinyin.json';

/** Readings of one character, toneless and in lower case with `v` for ü; the commonest first. */
export type Readings = readonly string[];

const firstCode = 0x4e00;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const none: Readings = [];

interface Word {
  readonly text: string;
  /** The number of the reading of each character. */
  readonly order: string;
}

let decodedLists: readonly Readings[] | undefined;
let decodedWords: ReadonlyMap<string, readonly Word[]> | undefined;

/** The different lists of readings, decoded on first use. */
const readingLists = (): readonly Readings[] =>
  (decodedLists ??= data.readings.split(',').map((list) => (list ? list.split(' ') : none)));

/** Words that decide how their characters are read, by first character, the longest first; decoded on first use. */
const words = (): ReadonlyMap<string, readonly Word[]> => (decodedWords ??= decodeWords());

function decodeWords(): ReadonlyMap<string, readonly Word[]> {
  const byFirst = new Map<string, Word[]>();
  for (const entry of data.words.split(' ')) {
    const word = { text: entry.slice(0, entry.length / 2), order: entry.slice(entry.length / 2) };
    const same = byFirst.get(word.text.charAt(0));
    if (same) same.push(word);
    else byFirst.set(word.text.charAt(0), [word]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.text.length - a.text.length);
  return byFirst;
}

/** By UTF-16 unit, the number of its list of readings and one more; 0 where nobody has asked. */
const knownNumbers = new Uint16Array(0x10000);

/** Number of the list of readings of a UTF-16 unit: the same for all that have the same readings, at most 2¹². */
export function readingsNumber(unit: number): number {
  const known = knownNumbers[unit] ?? 0;
  return (known === 0 ? (knownNumbers[unit] = findNumber(unit) + 1) : known) - 1;
}

function findNumber(unit: number): number {
  const code = unit === 0x3007 ? 0x96f6 : unit; // 〇 reads as 零
  const at = 2 * (code - firstCode);
  if (!(at >= 0 && at < data.table.length)) return readingLists().length;
  return digits.indexOf(data.table.charAt(at)) * 64 + digits.indexOf(data.table.charAt(at + 1));
}

/** All readings of the character at `index` (UTF-16) of `text`; empty for what is not Han or not known. */
export const readingsAt = (text: string, index: number): Readings =>
  (index < text.length ? readingLists()[readingsNumber(text.charCodeAt(index))] : none) ?? none;

/**
 * Readings of every UTF-16 unit of `text`: `syllables('增长')` is `[['zeng'], ['zhang', 'chang']]`.
 * All readings of a character are there; the first is the one that the word around it asks for. Empty for what is not Han.
 */
export function syllables(text: string): readonly Readings[] {
  const result = Array.from({ length: text.length }, (_, index) => readingsAt(text, index));
  for (let index = 0; index < text.length; index++) {
    const word = words()
      .get(text.charAt(index))
      ?.find((candidate) => text.startsWith(candidate.text, index));
    if (!word) continue;
    for (const [offset, digit] of [...word.order].entries()) {
      const readings = result[index + offset] ?? none;
      const first = readings[Number(digit)];
      if (first !== undefined && digit !== '0')
        result[index + offset] = [first, ...readings.filter((r) => r !== first)];
    }
    index += word.text.length - 1;
  }
  return result;
}

/** First letters of `text` as a typist enters them: `科技自立自强` gives `kjzlzq`, `AI赋能` gives `aifn`; punctuation is left out. */
export function initials(text: string): string {
  return syllables(text)
    .map(
      (readings, index) =>
        readings[0]?.charAt(0) ?? (isLatin(text.charCodeAt(index)) ? text.charAt(index).toLowerCase() : ''),
    )
    .join('');
}

/** Tells how far into `text`, from the UTF-16 offset `start` (0 unless told), something typed reaches: see `speller`. */
export type Speller = (text: string, start?: number) => number | undefined;

/**
 * Reads `typed` as pinyin. The result, asked about a text, gives the offset after the last character that is spelt, or
 * undefined when `typed` does not spell what stands there. Each character may be spelt in full, by its first letter or by
 * zh, ch, sh, in any of its readings, or stand for itself (`kj创新`); the last one may be unfinished (`kejichuangx`).
 * @param typed letters a–z (v or ü for ü), digits, Han, and `'` between syllables
 */
export function speller(typed: string): Speller {
  const letters = normalizedPinyin(typed);
  // The same characters come again and again.
  const known = new Map<number, readonly number[]>();
  return (text, start = 0) =>
    reach(letters, text, start, (from, index) => {
      const key = from * 0x10000 + text.charCodeAt(index);
      let lengths = known.get(key);
      if (!lengths)
        known.set(key, (lengths = spelledLengths(letters, from, text.charAt(index), readingsAt(text, index))));
      return lengths;
    });
}

/**
 * As `speller`, but each character in the one reading that the words around it ask for: `zengzhang` spells 增长, and
 * `zengchang` does not. What stands in `text` before the start is looked at, too.
 */
export function contextualSpeller(typed: string): Speller {
  const letters = normalizedPinyin(typed);
  return (text, start = 0) => {
    const readings = syllables(text).map((list) => list.slice(0, 1));
    return reach(letters, text, start, (from, index) =>
      spelledLengths(letters, from, text.charAt(index), readings[index] ?? none),
    );
  };
}

/** The four tones, as marks that combine. */
const tones = /[\u0300\u0301\u0304\u030c]/g;

/** Letters as the readings are written: no tones (`lǜshuǐ`), `v` for ü and for `u:`, and `lue`, `nue` as `lve`, `nve`. */
export const normalizedPinyin = (typed: string): string =>
  withoutEnd(
    typed
      .toLowerCase()
      .normalize('NFD')
      .replace(tones, '')
      .normalize('NFC')
      .replaceAll(/ü|(?<=[ln])u[:：]/g, 'v')
      .replaceAll(/(?<=[ln])ue/g, 've'),
    /'/,
  );

/**
 * Offset in `text` after the last character that `letters` spell from `start` on.
 * @param lengthsAt how many of the letters from one of them on can stand for the character at an index
 */
function reach(
  letters: string,
  text: string,
  start: number,
  lengthsAt: (from: number, index: number) => readonly number[],
): number | undefined {
  // Every point of what was typed that some way of spelling the characters so far has reached.
  let reached: readonly number[] = [0];
  for (let index = start; index < text.length && reached.length > 0; index++) {
    const next: number[] = [];
    for (const from of reached) {
      for (const length of lengthsAt(from, index)) {
        const after = from + length;
        if (after === letters.length) return index + 1;
        const to = letters.charAt(after) === "'" ? after + 1 : after;
        if (!next.includes(to)) next.push(to);
      }
    }
    reached = next;
  }
  return undefined;
}

/** How many of the letters from `from` on can stand for a character with these readings, in each possible way. */
export function spelledLengths(
  letters: string,
  from: number,
  character: string,
  readings: Readings,
): readonly number[] {
  const lengths: number[] = [];
  const letter = letters.charAt(from);
  for (const reading of readings) {
    if (!letter || !reading.startsWith(letter)) continue;
    lengths.push(1);
    if (letters.charAt(from + 1) === 'h' && reading.charAt(1) === 'h') lengths.push(2);
    if (letters.startsWith(reading, from)) lengths.push(reading.length);
    // What ends the input may be any beginning of a syllable.
    else if (reading.startsWith(letters.slice(from))) lengths.push(letters.length - from);
  }
  const itself = readings.length > 0 || isLatin(character.charCodeAt(0)) ? character.toLowerCase() : '';
  if (itself && itself === letter) lengths.push(1);
  return lengths;
}

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
