import type { Steps } from '../../base/slices';
import { BitSet, Ranks } from '../../base/bitSet';
import type { Postings } from '../index/flexSearch';
import type { PassageTable } from '../index/passageTable';
import type { PairLists } from '../index/termLists';

/** Tokens one of which stands at some place of the text that is looked for. */
export interface Place {
  /** Pairs of characters: the first of each, and the second. */
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  /** Tokens that are no pair, which may stand beside anything. */
  readonly words: readonly string[];
}

/**
 * Passages that have, for each place of a text that is only known by its sound, a pair of characters that fits, and in each
 * case one that begins with the character that the one before ends in. Walks the postings of every fitting pair once, and those
 * of the place that the fewest fit once more, before the others: most passages are then told off by a bit.
 * Characters are told apart by one of 32 bits, so that a few passages too many are found and none is missed. Rejected: a
 * sample of those that fit one place, which at 342,000 passages missed the right one in half of all cases; those that have
 * the pairs in any order, which are thousands where the letters are initials.
 * In steps.
 * @param places of neighbouring characters
 * @returns numbers of passages, ascending
 */
export function* passagesWithChain(
  table: PassageTable,
  terms: PairLists,
  places: readonly Place[],
): Steps<readonly number[]> {
  let alive = yield* passagesAt(rarest(places, terms), terms, table.end);
  const ranks = new Ranks(alive);
  yield;
  /** By rank of a passage: the characters in which the pairs end that fit the last place, as bits. */
  let last = new Uint32Array(ranks.size).fill(anything);
  let next = new Uint32Array(ranks.size);
  /** By character: whether a pair of the last place ends in it. */
  let lastEnds = new Uint8Array(codes).fill(1);
  for (const { firsts, seconds, words } of places) {
    const ends = new Uint8Array(codes).fill(words.length > 0 ? 1 : 0);
    const nextAlive = new BitSet(table.end);
    let [begins, end] = [anything, anything];
    const take = (ids: Postings, length: number): void => {
      for (let at = 0; at < length; at++) {
        const id = ids[at] ?? 0;
        if (!alive.has(id)) continue;
        const rank = ranks.of(id);
        if (((last[rank] ?? 0) & begins) === 0) continue;
        next[rank] = (next[rank] ?? 0) | end;
        nextAlive.add(id);
      }
    };
    for (const word of words) for (const list of terms.postings(word)) take(list, list.length);
    for (let at = 0; at < firsts.length; at++) {
      const [first, second] = [firsts[at] ?? 0, seconds[at] ?? 0];
      if (lastEnds[first] === 0) continue;
      ends[second] = 1;
      [begins, end] = [bitOf(first), bitOf(second)];
      terms.eachList(first, second, take);
      if (at % pairsAtOnce === 0) yield;
    }
    [last, next] = [next, last];
    next.fill(0);
    [lastEnds, alive] = [ends, nextAlive];
    yield;
  }
  return [...alive].filter((id) => table.has(id));
}

const codes = 0x10000;
/** Pairs whose passages are looked at in one step. */
const pairsAtOnce = 64;

/** The place that the fewest passages fit, as far as the lengths of the lists tell. */
function rarest(places: readonly Place[], terms: PairLists): Place | undefined {
  const fits = ({ firsts, seconds, words }: Place): number =>
    words.reduce((sum, word) => sum + terms.documentFrequency(word), 0) +
    firsts.reduce((sum, first, at) => sum + terms.pairFrequency(first, seconds[at] ?? 0), 0);
  let [best, fewest] = [places[0], Infinity];
  for (const place of places) {
    const count = fits(place);
    if (count < fewest) [best, fewest] = [place, count];
  }
  return best;
}

/** The passages that fit a place; in steps. */
function* passagesAt(place: Place | undefined, terms: PairLists, end: number): Steps<BitSet> {
  const set = new BitSet(end);
  const take = (ids: Postings, length: number): void => {
    for (let at = 0; at < length; at++) set.add(ids[at] ?? 0);
  };
  const { firsts, seconds, words } = place ?? { firsts: [], seconds: [], words: [] };
  for (const word of words) for (const list of terms.postings(word)) take(list, list.length);
  for (const [at, first] of firsts.entries()) {
    terms.eachList(first, seconds[at] ?? 0, take);
    if (at % pairsAtOnce === 0) yield;
  }
  return set;
}

const anything = 0xffffffff;

/** Fibonacci hashing to five bits: Knuth, The Art of Computer Programming, vol. 3. */
const bitOf = (character: number): number => 1 << (Math.imul(character, 0x9e3779b1) >>> 27);

/**
 * Passages that have, for most of the places, a pair that fits. In steps.
 * @param allowedMisses places for which a passage may have nothing
 * @returns numbers of passages, ascending
 */
export function* passagesWithPairs(
  table: PassageTable,
  terms: PairLists,
  places: readonly Place[],
  allowedMisses: number,
): Steps<readonly number[]> {
  const counts = new Uint8Array(table.end);
  const last = new Uint8Array(table.end);
  for (const [number, { firsts, seconds }] of places.entries()) {
    const mark = number + 1;
    const take = (ids: Postings, length: number): void => {
      for (let at = 0; at < length; at++) {
        const id = ids[at] ?? 0;
        if (last[id] === mark) continue;
        last[id] = mark;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    };
    for (let at = 0; at < firsts.length; at++) {
      terms.eachList(firsts[at] ?? 0, seconds[at] ?? 0, take);
      if (at % pairsAtOnce === 0) yield;
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
