/** Units of the grams by which matches are found. */
export const gram = 8;
/** Bits of the filter: 32 KB, which stay in the processor's first cache. */
const filterBits = 18;

/** Hash of the gram at a place, 32 bits (FNV-1a by units, then mixed, so that its low bits are good by themselves). */
function hash(units: Uint16Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + gram; index++) value = Math.imul(value, 0x01000193) ^ (units[index] ?? 0);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return value ^ (value >>> 13);
}

/** Hashes of the grams of a text at every so many units, in order. */
export function sampledGrams(units: Uint16Array, every: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, Math.floor((units.length - gram) / every) + 1));
  for (let index = 0; index < hashes.length; index++) hashes[index] = hash(units, index * every);
  return hashes;
}

/** The places of all grams of a text, by hash, behind a filter that turns away nearly all hashes of other grams at once. */
export class GramTable {
  private readonly filter = new Uint32Array(1 << (filterBits - 5));
  /** First place of each list, linked by `next`; -1 for none. */
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly hashes: Int32Array;

  constructor(units: Uint16Array) {
    this.hashes = sampledGrams(units, 1);
    this.next = new Int32Array(this.hashes.length);
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(this.hashes.length + 1))).fill(-1);
    for (let place = this.hashes.length - 1; place >= 0; place--) {
      const value = this.hashes[place] ?? 0;
      const bit = value & ((1 << filterBits) - 1);
      this.filter[bit >>> 5] = (this.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      const list = value & (this.heads.length - 1);
      this.next[place] = this.heads[list] ?? -1;
      this.heads[list] = place;
    }
  }

  /** Whether a gram of this hash may be in the text. */
  mayHold(value: number): boolean {
    const bit = value & ((1 << filterBits) - 1);
    return ((this.filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  /** First place of a gram with this hash; -1 for none. Hashes collide, so the units are to be compared. */
  first(value: number): number {
    return this.sameFrom(this.heads[value & (this.heads.length - 1)] ?? -1, value);
  }

  /** The next place of a gram with this hash; -1 for none. */
  after(place: number): number {
    return this.sameFrom(this.next[place] ?? -1, this.hashes[place] ?? 0);
  }

  private sameFrom(place: number, value: number): number {
    while (place >= 0 && this.hashes[place] !== value) place = this.next[place] ?? -1;
    return place;
  }
}
