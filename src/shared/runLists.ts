import type { BinaryRows } from './binaryRows';
import type { PassageTerms } from './terms';

/** Passages of a run share all but so many bits of their numbers, which are what its lists hold. */
export const runBits = 16;

const firstTerms = 1 << 12;
const firstPostings = 1 << 16;
/** The golden ratio, as multiplicative hashing has it: spreads hashes over the table. */
const spread = 0x9e3779b1;

/**
 * The posting lists of a run of passages, made where it is published: terms are numbered as they are met, the postings written down in the
 * order of the passages and sorted by counting at the end. Some 5 µs a passage, a fiftieth of what an index of the server takes.
 */
export class RunLists {
  /** Number of a term, from 1 on, by its place in an open hash table; 0 where there is none. */
  private table = new Uint32Array(2 * firstTerms);
  private terms = new Int32Array(firstTerms);
  private inTexts = new Uint32Array(firstTerms);
  private above = new Uint32Array(firstTerms);
  private sizes = new Uint32Array(firstTerms);
  /** The passage that had the term last, from 1 on. */
  private last = new Uint32Array(firstTerms);
  private known = 0;
  private numbers = new Uint32Array(firstPostings);
  private places = new Uint16Array(firstPostings);
  private postings = 0;

  /** Adds a passage; the later, the higher its number. */
  add(place: number, { terms, own, initials }: PassageTerms): void {
    for (const [at, term] of terms.entries()) {
      const number = this.numberOf(term);
      const counts = at < own ? this.inTexts : this.above;
      counts[number] = (counts[number] ?? 0) + 1;
      this.addPosting(number, place);
    }
    for (const triple of initials) this.addPosting(this.numberOf(triple), place);
  }

  /** Writes down the lists in the order of their terms: the fields of `gongwen.given_list`. */
  write(rows: BinaryRows, run: number): void {
    const { known, sizes, terms } = this;
    const ends = new Uint32Array(known);
    let end = 0;
    for (let number = 0; number < known; number++) {
      ends[number] = end;
      end += sizes[number] ?? 0;
    }
    const bytes = new Uint8Array(2 * end);
    for (let at = 0; at < this.postings; at++) {
      const [number = 0, place = 0] = [this.numbers[at], this.places[at]];
      const to = ends[number] ?? 0;
      bytes[2 * to] = place >> 8;
      bytes[2 * to + 1] = place;
      ends[number] = to + 1;
    }
    const order = Uint32Array.from({ length: known }, (_, number) => number);
    order.sort((a, b) => (terms[a] ?? 0) - (terms[b] ?? 0));
    for (const number of order) {
      const [to = 0, size = 0] = [ends[number], sizes[number]];
      rows
        .begin()
        .int4(run)
        .int4(terms[number] ?? 0)
        .int4(this.inTexts[number] ?? 0)
        .int4(this.above[number] ?? 0)
        .bytes(bytes.subarray(2 * (to - size), 2 * to));
    }
  }

  private addPosting(number: number, place: number): void {
    // A token's hash may be that of initials.
    if (this.last[number] === place + 1) return;
    this.last[number] = place + 1;
    this.sizes[number] = (this.sizes[number] ?? 0) + 1;
    if (this.postings === this.numbers.length) {
      this.numbers = longer(this.numbers, Uint32Array);
      this.places = longer(this.places, Uint16Array);
    }
    this.numbers[this.postings] = number;
    this.places[this.postings++] = place;
  }

  private numberOf(term: number): number {
    const at = this.slotOf(term);
    const number = this.table[at] ?? 0;
    if (number > 0) return number - 1;
    if (this.known === this.terms.length) {
      this.grow();
      return this.numberOf(term);
    }
    this.terms[this.known] = term;
    this.table[at] = ++this.known;
    return this.known - 1;
  }

  private slotOf(term: number): number {
    const mask = this.table.length - 1;
    let at = (Math.imul(term, spread) >>> 7) & mask;
    for (let number = this.table[at] ?? 0; number > 0 && this.terms[number - 1] !== term; number = this.table[at] ?? 0)
      at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    this.terms = longer(this.terms, Int32Array);
    this.inTexts = longer(this.inTexts, Uint32Array);
    this.above = longer(this.above, Uint32Array);
    this.sizes = longer(this.sizes, Uint32Array);
    this.last = longer(this.last, Uint32Array);
    this.table = new Uint32Array(2 * this.terms.length);
    for (let number = 0; number < this.known; number++) this.table[this.slotOf(this.terms[number] ?? 0)] = number + 1;
  }
}

type Numbers = Int32Array | Uint32Array | Uint16Array;

function longer<T extends Numbers>(old: T, of: new (length: number) => T): T {
  const array = new of(2 * old.length);
  array.set(old);
  return array;
}
