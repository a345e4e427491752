const emptySlot = 0;
const firstBits = 10;
/** Share of the slots that may be taken: past it probing takes long. */
const mostTaken = 0.6;

/** The code of a token of two UTF-16 units, which nearly all are: one number, never 0. */
export const codeOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** The two units of a code. */
export const pairOf = (code: number): string => String.fromCharCode(code >>> 16, code & 0xffff);

/**
 * Numbers tokens from 0 on, in the order in which they come. Tokens of two UTF-16 units are kept as numbers in a hash table
 * with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4): no strings are made while texts are indexed or an
 * index is opened, where 400,000 strings in a `Map` took longer than everything else together.
 */
export class TokenNumbers {
  /** By slot: a code, and the number of its token behind it. */
  private slots = new Uint32Array(2 << firstBits);
  private shift = 32 - firstBits;
  /** By number: the code, or 0 for a token of another length. */
  private codeByNumber = new Uint32Array(1 << firstBits);
  private readonly others = new Map<string, number>();
  private readonly otherByNumber = new Map<number, string>();
  private used = 0;

  /** How many there are. */
  get size(): number {
    return this.used;
  }

  /** The number of a token; -1 for one that has none. */
  find(token: string): number {
    if (token.length !== 2) return this.others.get(token) ?? -1;
    const slot = this.slotOf(codeOf(token.charCodeAt(0), token.charCodeAt(1)));
    return this.slots[slot] === emptySlot ? -1 : (this.slots[slot + 1] ?? -1);
  }

  /** The number of a token, which gets the next one if it has none. */
  numberOf(token: string): number {
    if (token.length === 2) return this.numberOfCode(codeOf(token.charCodeAt(0), token.charCodeAt(1)));
    const known = this.others.get(token);
    if (known !== undefined) return known;
    const number = this.next(0);
    this.others.set(token, number);
    this.otherByNumber.set(number, token);
    return number;
  }

  /** `numberOf` for a token given as its code. */
  numberOfCode(code: number): number {
    const slot = this.slotOf(code);
    if (this.slots[slot] === code) return this.slots[slot + 1] ?? 0;
    const number = this.next(code);
    this.slots[slot] = code;
    this.slots[slot + 1] = number;
    if (2 * this.used > mostTaken * this.slots.length) this.grow();
    return number;
  }

  /** The code of a token by its number; 0 where it has not two units. */
  codeAt(number: number): number {
    return this.codeByNumber[number] ?? 0;
  }

  /** A token by its number. */
  tokenAt(number: number): string {
    const code = this.codeAt(number);
    return code === 0 ? (this.otherByNumber.get(number) ?? '') : pairOf(code);
  }

  private next(code: number): number {
    if (this.used === this.codeByNumber.length) {
      const grown = new Uint32Array(2 * this.used);
      grown.set(this.codeByNumber);
      this.codeByNumber = grown;
    }
    this.codeByNumber[this.used] = code;
    return this.used++;
  }

  /** Where a code is, or would be put. */
  private slotOf(code: number): number {
    const { slots } = this;
    // Fibonacci hashing: as above.
    let slot = (Math.imul(code, 0x9e3779b1) >>> this.shift) << 1;
    while (slots[slot] !== emptySlot && slots[slot] !== code) slot = (slot + 2) & (slots.length - 1);
    return slot;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Uint32Array(2 * slots.length);
    this.shift--;
    for (let at = 0; at < slots.length; at += 2) {
      const code = slots[at] ?? 0;
      if (code === emptySlot) continue;
      const slot = this.slotOf(code);
      this.slots[slot] = code;
      this.slots[slot + 1] = slots[at + 1] ?? 0;
    }
  }
}
