/** The same numbers for the same seed, so that corpora and queries are reproducible. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    // xorshift32: Marsaglia, Xorshift RNGs (2003).
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % end;
  }

  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}
