import { readAscending } from '../../base/byteStream';
import type { PostingMap, PostingSlot } from './flexSearch';

/** Numbers of decoded lists that are kept at a time: those of the last few queries. */
const mostKept = 1 << 20;
const codes = 0x10000;

/** Posting lists one after the other, as they are stored. */
export interface PackedLists {
  /** Pairs of characters of 16 bits, the first in the upper half; ascending. They are the tokens from 0 on. */
  readonly pairs: Uint32Array;
  /** The numbers of the other tokens, which follow. */
  readonly others: ReadonlyMap<string, number>;
  /** By token: length of its list. */
  readonly counts: Uint32Array;
  /** By token: where its list begins in `bytes`; one more for the end. */
  readonly starts: Uint32Array;
  /** The lists, delta-encoded in LEB128. */
  readonly bytes: Uint8Array;
}

/**
 * Posting lists that are only read. They stay as they are stored, a byte or two a number, and are decoded when they are asked
 * for (2 ns a number): of half a million lists a query asks for a few, one in pinyin for some thousand. FlexSearch reads
 * this as its map.
 * Rejected: decoding all when they are opened, which took half of the time to the first answer and three times the memory.
 */
export class PackedPostings implements PostingMap<Uint32Array> {
  /** By first character, up to one behind the last: the number of its first pair. */
  private readonly firsts = new Uint32Array(codes + 1);
  private readonly kept = new Map<number, PostingSlot<Uint32Array>>();
  private keptNumbers = 0;

  constructor(private readonly lists: PackedLists) {
    const { pairs } = lists;
    for (let number = 0; number < pairs.length; number++) this.firsts[((pairs[number] ?? 0) >>> 16) + 1] = number + 1;
    for (let code = 1; code <= codes; code++)
      this.firsts[code] = Math.max(this.firsts[code] ?? 0, this.firsts[code - 1] ?? 0);
  }

  /** As they are stored. */
  get stored(): PackedLists {
    return this.lists;
  }

  /** The tokens that are no pair of characters of 16 bits. */
  get others(): Iterable<string> {
    return this.lists.others.keys();
  }

  get(token: string): PostingSlot<Uint32Array> | undefined {
    const number = this.numberOf(token);
    if (number < 0) return undefined;
    let slot = this.kept.get(number);
    if (slot) return slot;
    const list = new Uint32Array(this.lists.counts[number] ?? 0);
    this.decode(number, list);
    slot = [list];
    if ((this.keptNumbers += list.length) > mostKept) {
      this.kept.clear();
      this.keptNumbers = list.length;
    }
    this.kept.set(number, slot);
    return slot;
  }

  has(token: string): boolean {
    return this.numberOf(token) >= 0;
  }

  /** Length of the list of a token. */
  count(token: string): number {
    return this.lists.counts[this.numberOf(token)] ?? 0;
  }

  /** Length of the list of a pair. */
  pairCount(first: number, second: number): number {
    return this.lists.counts[this.pairNumber(first, second)] ?? 0;
  }

  set(): never {
    throw new TypeError('these lists are only read');
  }

  *entries(): ReturnType<PostingMap<Uint32Array>['entries']> {
    for (const pair of this.lists.pairs) {
      const token = String.fromCharCode(pair >>> 16, pair & 0xffff);
      const slot = this.get(token);
      if (slot) yield [token, slot];
    }
    for (const token of this.others) {
      const slot = this.get(token);
      if (slot) yield [token, slot];
    }
  }

  /** The characters that pairs begin with, ascending. */
  *firstCharacters(): Generator<number> {
    const { pairs } = this.lists;
    for (let at = 0; at < pairs.length;) {
      const first = (pairs[at] ?? 0) >>> 16;
      yield first;
      at = this.firsts[first + 1] ?? pairs.length;
    }
  }

  /** Whether there is a pair that begins with a character. */
  begins(first: number): boolean {
    return (this.firsts[first] ?? 0) < (this.firsts[first + 1] ?? 0);
  }

  /** Tells the second character of each pair that begins with a character, ascending. */
  eachSecond(first: number, tell: (second: number) => void): void {
    const { pairs } = this.lists;
    for (let at = this.firsts[first] ?? 0, end = this.firsts[first + 1] ?? 0; at < end; at++)
      tell((pairs[at] ?? 0) & 0xffff);
  }

  /** Decodes the list of a pair to the beginning of `into`, which grows where it must; gives its length. */
  read(first: number, second: number, into: { ids: Uint32Array }): number {
    const number = this.pairNumber(first, second);
    const count = this.lists.counts[number] ?? 0;
    if (count > into.ids.length) into.ids = new Uint32Array(2 * count);
    if (count > 0) this.decode(number, into.ids);
    return count;
  }

  private numberOf(token: string): number {
    const pair = token.length === 2 ? this.pairNumber(token.charCodeAt(0), token.charCodeAt(1)) : -1;
    return pair >= 0 ? pair : (this.lists.others.get(token) ?? -1);
  }

  /** Number of a pair, or -1. */
  private pairNumber(first: number, second: number): number {
    const { pairs } = this.lists;
    const pair = ((first << 16) | second) >>> 0;
    let [low, high] = [this.firsts[first] ?? 0, this.firsts[first + 1] ?? 0];
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < pair) low = middle + 1;
      else high = middle;
    }
    return low < end && pairs[low] === pair ? low : -1;
  }

  private decode(number: number, into: Uint32Array): void {
    const { bytes, starts, counts } = this.lists;
    readAscending(bytes, starts[number] ?? 0, counts[number] ?? 0, into);
  }
}
