import type { SearchIndex } from '../index/searchIndex';

/** A group of tokens one of which stands at some place of the text that is looked for. */
export type Place = Iterable<string>;

/**
 * Passages that have, for each place of a text that is only known by its sound, a pair of characters that fits, and in each
 * case one that begins with the character that the one before ends in. Walks the postings of every fitting pair once.
 * Characters are told apart by one of 32 bits, so that a few passages too many are found and none is missed. Rejected: a
 * sample of those that fit one place, which at 342,000 passages missed the right one in half of all cases; those that have
 * the pairs in any order, which are thousands where the letters are initials.
 * @param places of neighbouring characters; a token that is no pair may stand beside anything
 * @returns numbers of passages, ascending
 */
export function passagesWithChain({ table, postings }: SearchIndex, places: readonly Place[]): readonly number[] {
  /** By passage: the characters in which the pairs end that fit the last place, as bits. */
  let last = new Uint32Array(table.end).fill(anything);
  let next = new Uint32Array(table.end);
  let lastEnds: ReadonlySet<number> | undefined;
  for (const tokens of places) {
    const ends = new Set<number>();
    for (const token of tokens) {
      if (token.length === 2 && lastEnds && !lastEnds.has(token.charCodeAt(0)) && !lastEnds.has(anything)) continue;
      ends.add(token.length === 2 ? token.charCodeAt(1) : anything);
      const begins = token.length === 2 ? bitOf(token, 0) : anything;
      const end = token.length === 2 ? bitOf(token, 1) : anything;
      for (const list of postings.passages.listsOf(token)) {
        for (let at = 0, { length } = list; at < length; at++) {
          const id = list[at] ?? 0;
          if (((last[id] ?? 0) & begins) !== 0) next[id] = (next[id] ?? 0) | end;
        }
      }
    }
    [last, next] = [next, last];
    next.fill(0);
    lastEnds = ends;
  }
  const ids: number[] = [];
  for (let id = 0; id < last.length; id++) if (last[id] !== 0 && table.has(id)) ids.push(id);
  return ids;
}

const anything = 0xffffffff;

/** Fibonacci hashing to five bits: Knuth, The Art of Computer Programming, vol. 3. */
const bitOf = (token: string, at: number): number => 1 << (Math.imul(token.charCodeAt(at), 0x9e3779b1) >>> 27);

/**
 * Passages that have, for most of the places, a pair that fits.
 * @param allowedMisses places for which a passage may have nothing
 * @returns numbers of passages, ascending
 */
export function passagesWithPairs(
  { table, postings }: SearchIndex,
  places: readonly Place[],
  allowedMisses: number,
): readonly number[] {
  const counts = new Uint8Array(table.end);
  const last = new Uint8Array(table.end);
  for (const [number, tokens] of places.entries()) {
    const mark = number + 1;
    for (const token of tokens) {
      for (const list of postings.passages.listsOf(token)) {
        for (let at = 0, { length } = list; at < length; at++) {
          const id = list[at] ?? 0;
          if (last[id] === mark) continue;
          last[id] = mark;
          counts[id] = (counts[id] ?? 0) + 1;
        }
      }
    }
  }
  const least = Math.max(1, places.length - allowedMisses);
  const ids: number[] = [];
  for (let id = 0; id < counts.length; id++) if ((counts[id] ?? 0) >= least && table.has(id)) ids.push(id);
  return ids;
}

/** At most so many of the numbers, evenly spread. */
export function evenly(ids: readonly number[], most: number): readonly number[] {
  if (ids.length <= most) return ids;
  const step = ids.length / most;
  return Array.from({ length: most }, (_, at) => ids[Math.floor(at * step)] ?? 0);
}
