import type { Steps } from '../../base/slices';

/** Half-open range of indexes into a `SuffixArray`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Positions that are sorted at a time: about a millisecond. */
const block = 1024;

/** Positions that are looked at in one step where nothing is compared. */
const glance = 65536;

/**
 * A sparse suffix array (Manber and Myers, 1990): chosen positions of a text sorted by what follows them, as far as the
 * next 0. All occurrences of a string stand side by side in it, so that how often it occurs is the length of a range.
 * Adding n positions to m costs n log n + n log m comparisons, in steps of a millisecond; a lookup two binary searches. SA-IS
 * would sort in linear time, but all positions at once and not in steps; comparisons are short here, because runs are.
 */
export class SuffixArray {
  private sorted = new Int32Array(0);

  /** @param codes the text; it may grow and move, but what stands at a position that was added must not change */
  constructor(private readonly codes: () => ArrayLike<number>) {}

  get size(): number {
    return this.sorted.length;
  }

  /** The position at an index. */
  at(index: number): number {
    return this.sorted[index] ?? 0;
  }

  /** All positions in order; only to be read. */
  get positions(): Int32Array<ArrayBuffer> {
    return this.sorted;
  }

  /** Adds positions; until the last step lookups find what they found before. */
  *add(positions: Int32Array<ArrayBuffer>): Steps<void> {
    yield* this.addSorted(yield* this.sort(positions));
  }

  /** Adds positions that are in order already; until the last step lookups find what they found before. */
  *addSorted(added: Int32Array<ArrayBuffer>): Steps<void> {
    const old = this.sorted;
    if (old.length === 0) {
      this.sorted = added;
      return;
    }
    const merged = new Int32Array(old.length + added.length);
    let from = 0;
    for (let index = 0; index < added.length; index++) {
      const position = added[index] ?? 0;
      const to = this.lowerBound((other) => this.compare(old[other] ?? 0, position), from, old.length);
      merged.set(old.subarray(from, to), from + index);
      merged[to + index] = position;
      from = to;
      if (index % block === 0) yield;
    }
    merged.set(old.subarray(from), from + added.length);
    this.sorted = merged;
  }

  /** Takes out the positions for which `gone` is true; until the last step lookups find what they found before. */
  *remove(gone: (position: number) => boolean): Steps<void> {
    const kept = new Int32Array(this.sorted.length);
    let size = 0;
    for (let index = 0; index < this.sorted.length; index++) {
      const position = this.at(index);
      if (!gone(position)) kept[size++] = position;
      if (index % glance === 0) yield;
    }
    this.sorted = kept.slice(0, size);
  }

  /** Where the positions stand that `prefix` follows, looked for inside `within`. */
  find(prefix: ArrayLike<number>, within: Range = { start: 0, end: this.sorted.length }): Range {
    const start = this.lowerBound((index) => this.compareTo(prefix, index), within.start, within.end);
    const end = this.lowerBound((index) => (this.compareTo(prefix, index) > 0 ? 0 : -1), start, within.end);
    return { start, end };
  }

  /** First index in a range for which `sign` is not negative; `sign` must not fall from index to index. */
  private lowerBound(sign: (index: number) => number, start: number, end: number): number {
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sign(middle) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compareTo(prefix: ArrayLike<number>, index: number): number {
    const codes = this.codes();
    const position = this.at(index);
    for (let depth = 0; depth < prefix.length; depth++) {
      const difference = (codes[position + depth] ?? 0) - (prefix[depth] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private compare(left: number, right: number): number {
    const codes = this.codes();
    for (let depth = 0; ; depth++) {
      const code = codes[left + depth] ?? 0;
      const difference = code - (codes[right + depth] ?? 0);
      if (difference !== 0) return difference;
      if (code === 0) return left - right;
    }
  }

  /** Merge sort, in steps. */
  private *sort(positions: Int32Array<ArrayBuffer>): Steps<Int32Array<ArrayBuffer>> {
    const compare = (left: number, right: number): number => this.compare(left, right);
    let from = positions.slice();
    for (let start = 0; start < from.length; start += block) {
      from.subarray(start, start + block).sort(compare);
      yield;
    }
    let to = new Int32Array(from.length);
    for (let width = block; width < from.length; width *= 2) {
      for (let start = 0; start < from.length; start += 2 * width) yield* this.merge(from, to, start, width);
      [from, to] = [to, from];
    }
    return from;
  }

  private *merge(from: Int32Array, to: Int32Array, start: number, width: number): Steps<void> {
    const middle = Math.min(start + width, from.length);
    const end = Math.min(start + 2 * width, from.length);
    let [left, right] = [start, middle];
    for (let index = start; index < end; index++) {
      const takeLeft = right >= end || (left < middle && this.compare(from[left] ?? 0, from[right] ?? 0) <= 0);
      to[index] = (takeLeft ? from[left++] : from[right++]) ?? 0;
      if (index % block === 0) yield;
    }
  }
}
