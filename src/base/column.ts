/** Whole numbers of 32 bits in one buffer that grows by doubling: a quarter of the memory of an array of objects' fields. */
export class Column {
  private numbers = new Uint32Array(0);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** The number at a position below `length`. */
  at(position: number): number {
    return this.numbers[position] ?? 0;
  }

  push(value: number): void {
    if (this.used === this.numbers.length) {
      const grown = new Uint32Array(Math.max(256, 2 * this.used));
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.used++] = value;
  }

  /** A copy of the numbers. */
  toArray(): Uint32Array {
    return this.numbers.slice(0, this.used);
  }
}
