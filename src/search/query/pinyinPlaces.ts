import type { PairVocabulary } from '../index/pairVocabulary';
import { normalizedPinyin, readingsAt, spelledLengths } from '../../text/pinyin';
import { isSyllable, isSyllableBegun } from '../../text/pinyinSyllables';
import { initialsAt } from '../index/pairVocabulary';

/** More characters say nothing new, and cost. */
const mostPlaces = 12;

/**
 * What typed letters ask of a text: for the first, second, third … character, the pairs that may begin with it. Stops at the
 * place where the letters may be at their end. Cost: the tokens whose initials fit, some thousand for each character.
 * @param typed folded: pinyin, initials, or a mixture with Chinese
 */
export function pinyinPlaces(typed: string, vocabulary: PairVocabulary): readonly ReadonlySet<string>[] {
  const letters = normalizedPinyin(typed).replaceAll("'", '');
  const mayStop = stops(letters, vocabulary);
  const lengths = new Lengths(letters, mayStop);
  const places: ReadonlySet<string>[] = [];
  let positions: ReadonlySet<number> = new Set([0]);
  while (positions.size > 0 && places.length < mostPlaces) {
    const tokens = new Set<string>();
    const next = new Set<number>();
    let mayEnd = false;
    for (const from of positions) {
      const rest = letters.slice(from);
      for (const word of initials(letters, from).flatMap((first) => vocabulary.words(first))) {
        if (word.startsWith(rest)) mayEnd = true;
        else if (rest.startsWith(word) && mayStop[from + word.length]) next.add(from + word.length);
        else continue;
        tokens.add(word);
      }
      for (const group of pairsFrom(vocabulary, letters, from, mayStop)) {
        for (const token of group) {
          const firsts = lengths.at(token, 0, from);
          for (let length = 1; firsts >> length !== 0; length++) {
            if (((firsts >> length) & 1) === 0) continue;
            const after = from + length;
            const seconds = after < letters.length ? lengths.at(token, 1, after) : 0;
            if (after < letters.length && seconds === 0) continue;
            tokens.add(token);
            if (after >= letters.length || seconds >> (letters.length - after) !== 0) mayEnd = true;
            else next.add(after);
          }
        }
      }
    }
    // All letters may be one character, which may be the second of its pair.
    if (mayEnd && places.length === 0) addEndings(tokens);
    places.push(tokens);
    if (mayEnd) break;
    positions = next;
  }
  return places;

  function addEndings(tokens: Set<string>): void {
    const all = 1 << letters.length;
    for (const second of initials(letters, 0)) {
      for (const token of allInitials.flatMap((first) => vocabulary.pairs(first, second))) {
        if ((lengths.at(token, 1, 0) & all) !== 0) tokens.add(token);
      }
    }
  }
}

/** How many of the letters from each of them on can stand for each character: as bits, for tens of thousands are asked about. */
class Lengths {
  private readonly known = new Map<number, Uint8Array>();

  constructor(
    private readonly letters: string,
    private readonly mayStop: readonly boolean[],
  ) {}

  /** Bit `n` is set where `n` letters from `from` on can stand for the character of the token; 0 where none can. */
  at(token: string, at: number, from: number): number {
    let known = this.known.get(from);
    if (!known) this.known.set(from, (known = new Uint8Array(0x10000)));
    const code = token.charCodeAt(at);
    let bits = known[code] ?? 0;
    if (bits === 0) {
      bits = 1;
      for (const length of spelledLengths(this.letters, from, token.charAt(at), readingsAt(token, at))) {
        if (this.mayStop[from + length]) bits |= 1 << length;
      }
      known[code] = bits;
    }
    // The lowest bit only says that it is known.
    return bits & ~1;
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

/** Groups of pairs whose initials fit the letters from a position on. */
function pairsFrom(
  vocabulary: PairVocabulary,
  letters: string,
  from: number,
  mayStop: readonly boolean[],
): readonly (readonly string[])[] {
  const rest = letters.slice(from);
  const seconds = new Set<string>();
  for (const length of characterLengths(rest)) {
    if (mayStop[from + length]) for (const initial of initials(letters, from + length)) seconds.add(initial);
  }
  const wanted = mayBeOne(rest) ? allInitials : [...seconds];
  return initials(letters, from).flatMap((first) => wanted.map((second) => vocabulary.pairs(first, second)));
}

const allInitials = 'abcdefghjklmnopqrstwxyz'.split('');
