import type { Term } from './occurrences';
import { nextIn } from './occurrences';

/** Places of terms in one text, for ranking, which does it thousands of times while someone types: nothing is allocated. */
export class TermStream {
  private readonly starts: number[] = [];
  private readonly terms: Term[] = [];
  private length = 0;

  /** Number of places. */
  get size(): number {
    return this.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Forgets the places after the first `size`. */
  truncate(size: number): void {
    this.length = size;
  }

  /** Forgets the places from `start` to `end`; those after them move up. */
  replace(start: number, end: number): void {
    if (start === end) return;
    this.starts.copyWithin(start, end, this.length);
    this.terms.copyWithin(start, end, this.length);
    this.length -= end - start;
  }

  /** Adds every place at which `term` stands in the folded `text`; tells how many. */
  add(term: Term, text: string): number {
    let count = 0;
    for (let at = nextIn(text, term.text, 0); at >= 0; at = nextIn(text, term.text, at + 1)) {
      this.starts[this.length] = at;
      this.terms[this.length++] = term;
      count++;
    }
    return count;
  }

  /** The greatest weight of different terms within `width` UTF-16 units; 0 without places. Puts the places in order. */
  densest(width: number): number {
    this.sort();
    const { starts, terms, length } = this;
    const counts = new Map<Term, number>();
    let [best, weight, first] = [0, 0, 0];
    for (let last = 0; last < length; last++) {
      const term = terms[last];
      if (!term) break;
      const count = counts.get(term) ?? 0;
      counts.set(term, count + 1);
      if (count === 0) weight += term.weight;
      const end = (starts[last] ?? 0) + term.text.length;
      for (; first < last && end - (starts[first] ?? 0) > width; first++) {
        const left = terms[first];
        if (!left) break;
        const rest = (counts.get(left) ?? 0) - 1;
        counts.set(left, rest);
        if (rest === 0) weight -= left.weight;
      }
      if (weight > best) best = weight;
    }
    return best;
  }

  /** By insertion: few places, and in order for each term. */
  private sort(): void {
    const { starts, terms } = this;
    for (let at = 1; at < this.length; at++) {
      const start = starts[at] ?? 0;
      const term = terms[at];
      let to = at;
      for (; to > 0 && (starts[to - 1] ?? 0) > start; to--) {
        starts.copyWithin(to, to - 1, to);
        terms.copyWithin(to, to - 1, to);
      }
      starts[to] = start;
      if (term) terms[to] = term;
    }
  }
}
