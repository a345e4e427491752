import { isSyllable, isSyllableBegun } from '../../text/pinyinSyllables';

/** Most letters that are read as pinyin. */
const longestInput = 60;
/** Width of the beam: partial segmentations that are followed. */
const mostWays = 32;
/** No syllable is longer: zhuang. */
const longestSyllable = 6;
/** Shorter syllables are found in the middle of any word of another language. */
const longSyllable = 3;

/** One way to cut letters into the characters that they stand for. */
export interface Segmentation {
  /** First letters of the characters. */
  readonly initials: string;
  /** Characters that are not spelt in full: the fewer, the likelier. */
  readonly cost: number;
}

/** A segmentation of the letters from some point on. */
interface Suffix extends Segmentation {
  readonly characters: number;
  /** Whether the first character is spelt in full. */
  readonly full: boolean;
  /** How often the way changes between syllables and first letters. */
  readonly changes: number;
  /** Whether it has a short syllable. */
  readonly short: boolean;
}

/**
 * Segmentations of `pinyin` into syllables, first letters (or zh, ch, sh) for syllables, and the beginning of a last syllable; the
 * likeliest first: `kejicx` gives `kjcx` first. Who mixes begins with one and goes on with the other; more changes are taken
 * for pinyin only where syllables are long. What cannot be pinyin gives nothing. Dynamic programming from the end with a beam
 * of `mostWays`: at most 6 · 32 steps a letter.
 * @param pinyin letters a–z or ü, and `'` between syllables
 */
export function segmentations(pinyin: string): readonly Segmentation[] {
  const letters = pinyin.replaceAll('ü', 'v');
  if (letters.length > longestInput) return [];
  const from: (readonly Suffix[])[] = [];
  from[letters.length] = [{ initials: '', cost: 0, characters: 0, full: true, changes: 0, short: false }];
  for (let at = letters.length - 1; at >= 0; at--) {
    from[at] = letters.charAt(at) === "'" ? (from[at + 1] ?? []) : likeliest(waysAt(letters, at, from));
  }
  return unique(from[0] ?? [], ({ initials }) => initials).filter(({ characters }) => characters > 0);
}

function* waysAt(letters: string, at: number, from: readonly (readonly Suffix[])[]): Generator<Suffix> {
  for (let length = Math.min(longestSyllable, letters.length - at); length > 0; length--) {
    const piece = letters.slice(at, at + length);
    for (const [full, cost] of readingsOf(piece, at + length === letters.length)) {
      for (const rest of from[at + length] ?? []) {
        const changes = rest.changes + (rest.characters > 0 && rest.full !== full ? 1 : 0);
        const short = rest.short || (full && length < longSyllable);
        if (changes > 1 && short) continue;
        const initials = piece.charAt(0) + rest.initials;
        yield { initials, cost: rest.cost + cost, characters: rest.characters + 1, full, changes, short };
      }
    }
  }
}

/** What a piece can be: whether it is a syllable in full, and what that costs. */
function* readingsOf(piece: string, isLast: boolean): Generator<readonly [full: boolean, cost: number]> {
  if (isSyllable(piece)) yield [true, 0];
  // What has no vowel yet is no better than first letters.
  else if (isLast && /[aeiouv]/.test(piece) && isSyllableBegun(piece)) yield [true, 0.5];
  if (/^(?:[a-hj-tw-z]|[zcs]h)$/.test(piece)) yield [false, 1];
}

function likeliest(ways: Iterable<Suffix>): readonly Suffix[] {
  // Ways of the same letters may differ in what can stand before them.
  const best = unique(ways, ({ initials, full, changes, short }) => `${initials} ${full} ${changes} ${short}`);
  return best.slice(0, mostWays);
}

/** The ways with different keys, of each key the likeliest; the likeliest first. */
function unique(ways: Iterable<Suffix>, key: (way: Suffix) => string): readonly Suffix[] {
  const sorted = [...ways].sort((a, b) => a.cost - b.cost || a.characters - b.characters);
  const seen = new Set<string>();
  return sorted.filter((way) => seen.size < seen.add(key(way)).size);
}
