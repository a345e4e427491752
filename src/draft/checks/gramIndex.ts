import { gram } from './borrowedMatches';

/**
 * An inverted index of grams: lists of places by hash of the gram, linked in arrays. Hashes collide, so the units at a place
 * are to be compared.
 */
export class GramIndex {
  /** First entry of each list of places; -1 for none. */
  private readonly heads: Int32Array;
  private next = new Int32Array(1024);
  private owners = new Int32Array(1024);
  private places = new Int32Array(1024);
  private used = 0;
  /** First of the entries that were given back, linked by `next`. */
  private free = -1;

  /**
   * @param lists number of lists of places, a power of two. Never grown, so that no addition is slow: with 2²⁰ a library of
   * 100,000 passages has two or three places a list
   */
  constructor(lists = 1 << 20) {
    this.heads = new Int32Array(lists).fill(-1);
  }

  /** Notes the gram at a place of a text. @param owner number of the text */
  add(units: Uint16Array, at: number, owner: number): void {
    const entry = this.newEntry();
    const list = this.list(units, at);
    this.owners[entry] = owner;
    this.places[entry] = at;
    this.next[entry] = this.heads[list] ?? -1;
    this.heads[list] = entry;
  }

  /** Takes out one entry of a text from the list of the gram at a place. */
  remove(units: Uint16Array, at: number, owner: number): void {
    const list = this.list(units, at);
    let before = -1;
    for (let entry = this.heads[list] ?? -1; entry >= 0; entry = this.after(entry)) {
      const after = this.after(entry);
      if (this.owners[entry] === owner) {
        if (before < 0) this.heads[list] = after;
        else this.next[before] = after;
        this.next[entry] = this.free;
        this.free = entry;
        return;
      }
      before = entry;
    }
  }

  /** First entry of the list of the gram at a place; -1 for none. */
  first(units: Uint16Array, at: number): number {
    return this.heads[this.list(units, at)] ?? -1;
  }

  /** The entry after one in its list; -1 for none. */
  after(entry: number): number {
    return this.next[entry] ?? -1;
  }

  owner(entry: number): number {
    return this.owners[entry] ?? -1;
  }

  place(entry: number): number {
    return this.places[entry] ?? 0;
  }

  private list(units: Uint16Array, at: number): number {
    return hash(units, at) & (this.heads.length - 1);
  }

  private newEntry(): number {
    if (this.free >= 0) {
      const entry = this.free;
      this.free = this.after(entry);
      return entry;
    }
    if (this.used === this.next.length) {
      this.next = grown(this.next);
      this.owners = grown(this.owners);
      this.places = grown(this.places);
    }
    return this.used++;
  }
}

const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(2 * array.length);
  copy.set(array);
  return copy;
};

function hash(units: Uint16Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + gram; index++) value = Math.imul(value, 0x01000193) ^ (units[index] ?? 0);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return value ^ (value >>> 13);
}
