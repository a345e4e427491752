import type { SearchIndex } from '../index/searchIndex';

/** A group of tokens one of which stands at some place of the text that is looked for. */
export type Place = Iterable<string>;

/**
 * Passages that have, for each place of a text that is only known by its sound, a pair of characters that fits: walks the
 * postings of every fitting pair once and counts the places. Rejected: a sample of those that fit one place, which at
 * 342,000 passages missed the right one in half of all cases.
 * @param allowedMisses places for which a passage may have nothing
 * @returns numbers of passages, ascending
 */
export function passagesWithPairs(index: SearchIndex, places: readonly Place[], allowedMisses = 0): readonly number[] {
  const { end } = index.table;
  const counts = new Uint8Array(end);
  const last = new Uint8Array(end);
  for (const [number, tokens] of places.entries()) {
    const mark = number + 1;
    for (const token of tokens) {
      for (const list of index.postings.passages.postings(token)) {
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
  for (let id = 0; id < end; id++) if ((counts[id] ?? 0) >= least && index.table.has(id)) ids.push(id);
  return ids;
}

/** At most so many of the numbers, evenly spread. */
export function evenly(ids: readonly number[], most: number): readonly number[] {
  if (ids.length <= most) return ids;
  const step = ids.length / most;
  return Array.from({ length: most }, (_, at) => ids[Math.floor(at * step)] ?? 0);
}
