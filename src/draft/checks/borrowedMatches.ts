import type { TextRange } from '../../text/fold';
import { sourceRange } from './foldedUnits';
import { gram } from './gramTable';

/** Shortest run that counts as borrowed, in letters, digits and Han characters. */
export const shortestRun = 13;
/** A run that stands in this many texts is a set formula. */
const several = 3;

/** A run of a draft that stands elsewhere, too. Offsets are UTF-16 units. */
export interface BorrowedRun {
  readonly offset: number;
  readonly length: number;
  /** Letters, digits and Han characters of the run. */
  readonly characters: number;
  /** Where it stands; of several texts the one that was added first. */
  readonly place: { readonly id: string; readonly offset: number; readonly length: number };
  /** Number of texts that hold the run whole. */
  readonly texts: number;
}

/** What a draft is compared with. */
export interface Compared {
  /** Whether a text counts; a draft that is in the index is not to find itself. Default: all. */
  readonly isOther?: (id: string) => boolean;
  /**
   * Whether a text is another version of the draft, from which nothing is borrowed.
   * @param share of the draft that stands in the text, from 0 to 1
   */
  readonly isVersion?: (id: string, share: number) => boolean;
}

/** A text that drafts are compared with. */
export interface IndexedText {
  readonly id: string;
  readonly text: string;
  readonly units: Uint16Array;
  /** Hashes of its sampled grams. */
  readonly grams: Int32Array;
  /** Order of addition. */
  readonly order: number;
}

/** The same units in the draft, from `start` to `end`, and in a text, from `at` on. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: IndexedText;
  readonly at: number;
}

/** All matches with one text, by where they begin in the draft. */
export interface TextMatches {
  readonly text: IndexedText;
  readonly matches: readonly Match[];
}

/** A gram in common, made as long as it will go on both sides; undefined if that is too short to count. */
export function extended(units: Uint16Array, start: number, text: IndexedText, at: number): Match | undefined {
  const other = text.units;
  let [left, right] = [0, gram];
  while (left < Math.min(start, at) && units[start - left - 1] === other[at - left - 1]) left++;
  while (start + right < units.length && at + right < other.length && units[start + right] === other[at + right])
    right++;
  if (left + right < shortestRun) return undefined;
  return { start: start - left, end: start + right, text, at: at - left };
}

/** Stretches of a draft of which every run of 13 units stands in several texts. */
export function commonStretches(length: number, found: readonly TextMatches[]): readonly TextRange[] {
  /** Texts that hold the run which begins at each unit, as differences. */
  const changes = new Int32Array(length + 1);
  for (const { matches } of found) {
    let from = 0;
    for (const { start, end } of matches) {
      const [first, last] = [Math.max(start, from), end - shortestRun + 1];
      if (last <= first) continue;
      changes[first] = (changes[first] ?? 0) + 1;
      changes[last] = (changes[last] ?? 0) - 1;
      from = last;
    }
  }
  const stretches: { start: number; end: number }[] = [];
  let count = 0;
  for (let start = 0; start < length; start++) {
    count += changes[start] ?? 0;
    if (count < several) continue;
    const open = stretches.at(-1);
    if (open?.end === start + shortestRun - 1) open.end++;
    else stretches.push({ start, end: start + shortestRun });
  }
  return stretches;
}

/** How many units of the draft a text holds. */
export function heldUnits({ matches }: TextMatches): number {
  let [sum, covered] = [0, 0];
  for (const { start, end } of matches) {
    sum += Math.max(0, end - Math.max(start, covered));
    covered = Math.max(end, covered);
  }
  return sum;
}

/** Of the matches that begin at a unit of the draft the longest; of equally long ones that of the text added first. */
export function longestMatches(
  length: number,
  found: readonly TextMatches[],
  counts: (match: Match) => boolean,
): readonly (Match | undefined)[] {
  const longest = new Array<Match | undefined>(length).fill(undefined);
  for (const { matches } of found) {
    for (const match of matches) {
      const best = longest[match.start];
      const isBetter = !best || match.end > best.end || (match.end === best.end && match.text.order < best.text.order);
      if (isBetter && counts(match)) longest[match.start] = match;
    }
  }
  return longest;
}

/** The fewest of the longest matches that cover all that they cover: greedily, each time the one that reaches furthest. */
export function fewest(longest: readonly (Match | undefined)[]): readonly Match[] {
  const chosen: Match[] = [];
  let covered = 0;
  for (let start = 0; start < longest.length;) {
    let best = longest[start];
    if (!best || best.end <= covered) {
      start++;
      continue;
    }
    for (const last = Math.max(covered, start); start <= last; start++) {
      const candidate = longest[start];
      if (candidate && candidate.end > best.end) best = candidate;
    }
    chosen.push(best);
    covered = best.end;
  }
  return chosen;
}

/** How many texts hold each of some runs whole. @param runs in order, none within another */
export function countHolders(length: number, runs: readonly Match[], found: readonly TextMatches[]): readonly number[] {
  /** By unit, the first run that begins there or later. */
  const firstFrom = new Uint32Array(length + 1).fill(runs.length);
  let run = runs.length - 1;
  for (let unit = length - 1; unit >= 0; unit--) {
    while (run >= 0 && (runs[run]?.start ?? 0) >= unit) run--;
    firstFrom[unit] = run + 1;
  }
  const counts = runs.map(() => 0);
  const seen = new Array<IndexedText | undefined>(runs.length).fill(undefined);
  for (const { text, matches } of found) {
    for (const { start, end } of matches) {
      for (let at = firstFrom[start] ?? runs.length; (runs[at]?.end ?? Infinity) <= end; at++) {
        if (seen[at] !== text) counts[at] = (counts[at] ?? 0) + 1;
        seen[at] = text;
      }
    }
  }
  return counts;
}

/** A match in offsets of the draft and of the text that holds it. @param texts how many hold it */
export function described({ start, end, text, at }: Match, draft: string, texts: number): BorrowedRun {
  const here = sourceRange(draft, { start, end });
  const there = sourceRange(text.text, { start: at, end: at + end - start });
  return {
    offset: here.start,
    length: here.end - here.start,
    characters: end - start,
    place: { id: text.id, offset: there.start, length: there.end - there.start },
    texts,
  };
}
