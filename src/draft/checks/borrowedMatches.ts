import type { TextRange } from '../../text/fold';
import { sourceRange } from './foldedUnits';

/** Shortest run that counts as borrowed, in letters, digits and Han characters. */
export const shortestRun = 13;
/** Units of the grams by which matches are found. */
export const gram = 8;
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
  /** Order of addition. */
  readonly order: number;
}

/** The same units in the draft and in a text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: IndexedText;
  readonly at: number;
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
export function commonStretches(length: number, matches: readonly Match[]): readonly TextRange[] {
  const texts = new Map<IndexedText, Match[]>();
  for (const match of matches) {
    const own = texts.get(match.text);
    if (own) own.push(match);
    else texts.set(match.text, [match]);
  }
  /** Texts that hold the run which begins at each unit, as differences. */
  const changes = new Int32Array(length + 1);
  for (const own of texts.values()) {
    let from = 0;
    for (const { start, end } of own.sort((a, b) => a.start - b.start)) {
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

/** How much of the draft each text holds, in units. */
export function charactersByText(matches: readonly Match[]): ReadonlyMap<IndexedText, number> {
  const counts = new Map<IndexedText, { end: number; sum: number }>();
  for (const { text, start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const count = counts.get(text) ?? { end: 0, sum: 0 };
    count.sum += Math.max(0, end - Math.max(start, count.end));
    count.end = Math.max(end, count.end);
    counts.set(text, count);
  }
  return new Map([...counts].map(([text, { sum }]) => [text, sum]));
}

/** Units of a range that belong to no set formula. */
export function ownCharacters(formulaic: Uint8Array, start: number, end: number): number {
  let own = 0;
  for (let at = start; at < end; at++) if (formulaic[at] === 0) own++;
  return own;
}

/** The fewest matches that cover all that the matches cover: greedily, each time the one that reaches furthest. */
export function fewest(matches: readonly Match[]): readonly Match[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end || a.text.order - b.text.order);
  const chosen: Match[] = [];
  let covered = 0;
  for (let next = 0; next < sorted.length;) {
    let best = sorted[next];
    if (!best) break;
    if (best.end <= covered) {
      next++;
      continue;
    }
    const from = Math.max(covered, best.start);
    for (; next < sorted.length; next++) {
      const candidate = sorted[next];
      if (!candidate || candidate.start > from) break;
      if (candidate.end > best.end) best = candidate;
    }
    chosen.push(best);
    covered = best.end;
  }
  return chosen;
}

/** A match in offsets of the draft and of the text that holds it. */
export function described({ start, end, text, at }: Match, draft: string, matches: readonly Match[]): BorrowedRun {
  const here = sourceRange(draft, { start, end });
  const there = sourceRange(text.text, { start: at, end: at + end - start });
  const holders = new Set(
    matches.filter((match) => match.start <= start && match.end >= end).map((match) => match.text),
  );
  return {
    offset: here.start,
    length: here.end - here.start,
    characters: end - start,
    place: { id: text.id, offset: there.start, length: there.end - there.start },
    texts: holders.size,
  };
}
