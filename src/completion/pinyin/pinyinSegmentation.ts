import { isSyllable, isSyllableBegun } from '../../text/pinyinSyllables';

/** Most letters that are read as pinyin. */
const longestLatin = 60;
/** Ways of cutting letters that are followed. */
const mostWays = 32;
/** No syllable is longer: zhuang. */
const longestSyllable = 6;
/** Shorter syllables are found in the middle of any word of another language. */
const longSyllable = 3;

/** One way of reading letters. */
export interface Spelling {
  /** First letters of the characters. */
  readonly initials: string;
  /** Characters that are not spelt in full: the fewer, the likelier. */
  readonly cost: number;
}

/** A way of reading the letters from some point on. */
interface Way extends Spelling {
  readonly characters: number;
  /** Whether the first character is spelt in full. */
  readonly full: boolean;
  /** How often the way changes between syllables and first letters. */
  readonly changes: number;
  /** Whether it has a short syllable. */
  readonly short: boolean;
}

/**
 * Ways to cut `latin` into syllables, first letters (or zh, ch, sh) for syllables, and the beginning of a last syllable; the
 * likeliest first: `kejicx` gives `kjcx` first. Who mixes begins with one and goes on with the other; more changes are taken
 * for pinyin only where syllables are long. What cannot be pinyin gives nothing.
 * @param latin letters a–z or ü, and `'` between syllables
 */
export function spellings(latin: string): readonly Spelling[] {
  const letters = latin.replaceAll('ü', 'v');
  if (letters.length > longestLatin) return [];
  const from: (readonly Way[])[] = [];
  from[letters.length] = [{ initials: '', cost: 0, characters: 0, full: true, changes: 0, short: false }];
  for (let at = letters.length - 1; at >= 0; at--) {
    from[at] = letters.charAt(at) === "'" ? (from[at + 1] ?? []) : likeliest(waysAt(letters, at, from));
  }
  return unique(from[0] ?? [], ({ initials }) => initials).filter(({ characters }) => characters > 0);
}

function* waysAt(letters: string, at: number, from: readonly (readonly Way[])[]): Generator<Way> {
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

function likeliest(ways: Iterable<Way>): readonly Way[] {
  // Ways of the same letters may differ in what can stand before them.
  const best = unique(ways, ({ initials, full, changes, short }) => `${initials} ${full} ${changes} ${short}`);
  return best.slice(0, mostWays);
}

/** The ways with different keys, of each key the likeliest; the likeliest first. */
function unique(ways: Iterable<Way>, key: (way: Way) => string): readonly Way[] {
  const sorted = [...ways].sort((a, b) => a.cost - b.cost || a.characters - b.characters);
  const seen = new Set<string>();
  return sorted.filter((way) => seen.size < seen.add(key(way)).size);
}
