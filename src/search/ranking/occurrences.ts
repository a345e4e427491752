import type { TextRange } from '../../text/fold';
import type { Term } from './terms';
import { nextIn } from './terms';

/** A stretch of a text and the weight of the different terms in it. */
export interface Window extends TextRange {
  readonly weight: number;
}

/** Weights come and go, so that equal ones may differ in the last digits. */
const tolerance = 1e-9;
/** Insertion takes the square of the number. */
const mostInserted = 64;

/**
 * Where terms stand in one text. The arrays are used again for the next text: ranking fills them thousands of times while
 * someone types. Holding them as objects and sorting those was measured to take twice as long.
 */
export class Occurrences {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly terms: Term[] = [];
  private length = 0;

  /** Number of occurrences. */
  get size(): number {
    return this.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Forgets the occurrences after the first `size`. */
  truncate(size: number): void {
    this.length = size;
  }

  /** Forgets the occurrences from `start` to `end`; those after them move up. */
  remove(start: number, end: number): void {
    if (start === end) return;
    for (const list of [this.starts, this.ends, this.terms]) list.copyWithin(start, end, this.length);
    this.length -= end - start;
  }

  /** Adds every occurrence of `term` in the folded `text`; tells how many. They may overlap. */
  addAll(term: Term, text: string): number {
    const before = this.length;
    for (let at = nextIn(text, term.text, 0); at >= 0; at = nextIn(text, term.text, at + 1)) {
      this.add(term, at, at + term.text.length);
    }
    return this.length - before;
  }

  add(term: Term, start: number, end: number): void {
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.terms[this.length++] = term;
  }

  /** Their ranges, in order. */
  ranges(): readonly TextRange[] {
    this.sort();
    return Array.from({ length: this.length }, (_, at) => ({ start: this.starts[at] ?? 0, end: this.ends[at] ?? 0 }));
  }

  /**
   * The stretch of at most `width` UTF-16 units (or one occurrence, if that is longer) in which the different terms weigh
   * most; the first and shortest of equals. Undefined without occurrences. One pass of a sliding window.
   */
  densest(width: number): Window | undefined {
    this.sort();
    const { starts, terms, ends, length } = this;
    const counts = new Map<Term, number>();
    let best: Window | undefined;
    let [weight, first] = [0, 0];
    for (let last = 0; last < length; last++) {
      const term = terms[last];
      if (!term) break;
      const end = ends[last] ?? 0;
      const count = counts.get(term) ?? 0;
      counts.set(term, count + 1);
      if (count === 0) weight += term.weight;
      for (let left = terms[first]; left && first < last; left = terms[++first]) {
        const rest = (counts.get(left) ?? 0) - 1;
        if (end - (starts[first] ?? 0) <= width && rest === 0) break;
        counts.set(left, rest);
        if (rest === 0) weight -= left.weight;
      }
      if (!best || weight > best.weight + tolerance) best = { start: starts[first] ?? 0, end, weight };
    }
    return best;
  }

  /** By insertion where they are few, as they usually are, and in order for each term. */
  private sort(): void {
    if (this.length > mostInserted) this.sortMany();
    else this.sortFew();
  }

  private sortMany(): void {
    const { starts, ends, terms, length } = this;
    const all = Array.from({ length }, (_, at) => ({ start: starts[at] ?? 0, end: ends[at] ?? 0, term: terms[at] }));
    all.sort((a, b) => a.start - b.start || a.end - b.end);
    this.clear();
    for (const { start, end, term } of all) if (term) this.add(term, start, end);
  }

  private sortFew(): void {
    const { starts, ends, terms } = this;
    for (let at = 1; at < this.length; at++) {
      const [start, end, term] = [starts[at] ?? 0, ends[at] ?? 0, terms[at]];
      let to = at;
      for (; to > 0 && isAfter(starts[to - 1] ?? 0, ends[to - 1] ?? 0, start, end); to--) {
        starts[to] = starts[to - 1] ?? 0;
        ends[to] = ends[to - 1] ?? 0;
        const moved = terms[to - 1];
        if (moved) terms[to] = moved;
      }
      if (to === at || !term) continue;
      starts[to] = start;
      ends[to] = end;
      terms[to] = term;
    }
  }
}

const isAfter = (start: number, end: number, otherStart: number, otherEnd: number): boolean =>
  start > otherStart || (start === otherStart && end > otherEnd);
