/** A set of whole numbers from 0 up, a bit each. */
export class BitSet {
  readonly words: Uint32Array;

  /** @param end the numbers are below this */
  constructor(readonly end: number) {
    this.words = new Uint32Array(Math.ceil(end / 32));
  }

  add(number: number): void {
    this.words[number >> 5] = (this.words[number >> 5] ?? 0) | (1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.words[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** Ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at++) {
      for (let word = this.words[at] ?? 0; word !== 0; word &= word - 1) yield 32 * at + 31 - Math.clz32(word & -word);
    }
  }
}

/** Gives each number of a set its place among them: what is about few of many numbers then takes little room. */
export class Ranks {
  /** How many numbers are in the words before. */
  private readonly before: Uint32Array;
  readonly size: number;

  /** @param set may not change any more */
  constructor(private readonly set: BitSet) {
    const { words } = set;
    this.before = new Uint32Array(words.length);
    let size = 0;
    for (let at = 0; at < words.length; at++) {
      this.before[at] = size;
      size += ones(words[at] ?? 0);
    }
    this.size = size;
  }

  /** The place of a number that is in the set. */
  of(number: number): number {
    const lower = (1 << (number & 31)) - 1;
    return (this.before[number >> 5] ?? 0) + ones((this.set.words[number >> 5] ?? 0) & lower);
  }
}

/** Number of bits that are 1: Warren, Hacker's Delight, 5-1. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  sum = (sum + (sum >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sum, 0x01010101) >>> 24;
}
