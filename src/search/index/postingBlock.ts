import { Column } from '../../base/column';
import type { Steps } from '../../base/slices';
import { takeTokens } from './tokenize';

/** Occurrences in one block: some twenty thousand passages, 30 megabytes at most. */
const blockLength = 1 << 20;
const smallestTable = 1 << 12;
/** Words of a row: the pair; its number in the block, from 1 on; the last text it was met in, and one more; how many have it. */
const rowLength = 4;
const numberAt = 1;
const lastAt = 2;
const countAt = 3;
/** Occurrences that are sorted, and tokens that are handed on, in one step: about a millisecond. */
const sortedAtOnce = 100_000;
const tokensAtOnce = 1000;

/** Told the texts of a token: the numbers in `ids` from one place to, and without, another. */
export type TakePostings = (token: string, ids: ArrayLike<number>, from: number, to: number) => void;

/**
 * Inverts texts block by block: the occurrences of a block are sorted by token, so that each posting list is looked up
 * once a block and not once an occurrence (single-pass in-memory indexing: Manning, Raghavan and Schütze, Introduction to
 * Information Retrieval, 2008, 4.3). Pairs, which nearly all tokens are, are numbers here and become strings once a block.
 * Rejected: straight into the lists, where nearly every occurrence has to fetch three places of memory.
 */
export class PostingBlock {
  /** A hash table of pairs in rows, so that all about a pair is fetched at once. */
  private table = new Uint32Array(rowLength * smallestTable);
  private pairCount = 0;
  /** By occurrence: number of the pair, number of the text. */
  private readonly pairOf = new Column();
  private readonly textOf = new Column();
  /** Texts of the tokens that are no pair of two units. */
  private readonly others = new Map<string, number[]>();
  private otherCount = 0;

  /** Whether it should be handed on before more is added. */
  get isFull(): boolean {
    return this.pairOf.length + this.otherCount >= blockLength;
  }

  /** Adds a folded text under a number higher than all before. */
  add(id: number, text: string): void {
    takeTokens(text, {
      pair: (start, end) => {
        if (end - start > 2) this.addOther(id, text.slice(start, end));
        else this.addPair(id, ((text.charCodeAt(start) << 16) | text.charCodeAt(start + 1)) >>> 0);
      },
      token: (token) => this.addOther(id, token),
    });
  }

  /** Hands on every token with the texts of the block that hold it, each once, ascending; in steps. */
  *handOn(take: TakePostings): Steps<void> {
    const { table, pairOf, textOf } = this;
    const pairs = new Uint32Array(this.pairCount);
    const starts = new Uint32Array(this.pairCount + 1);
    for (let row = 0; row < table.length; row += rowLength) {
      const number = table[row + numberAt] ?? 0;
      if (number === 0) continue;
      pairs[number - 1] = table[row] ?? 0;
      starts[number] = table[row + countAt] ?? 0;
    }
    for (let number = 0; number < pairs.length; number++)
      starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
    const next = starts.slice();
    const ids = new Uint32Array(textOf.length);
    yield;
    for (let at = 0; at < textOf.length; at++) {
      const number = pairOf.at(at);
      const place = next[number] ?? 0;
      next[number] = place + 1;
      ids[place] = textOf.at(at);
      if (at % sortedAtOnce === 0) yield;
    }
    for (let number = 0; number < pairs.length; number++) {
      const key = pairs[number] ?? 0;
      take(String.fromCharCode(key >>> 16, key & 0xffff), ids, starts[number] ?? 0, starts[number + 1] ?? 0);
      if (number % tokensAtOnce === 0) yield;
    }
    let done = 0;
    for (const [token, list] of this.others) {
      take(token, list, 0, list.length);
      if (++done % tokensAtOnce === 0) yield;
    }
  }

  private addPair(id: number, key: number): void {
    const row = this.rowOf(key);
    const { table } = this;
    if (table[row + lastAt] === id + 1) return;
    table[row + lastAt] = id + 1;
    table[row + countAt] = (table[row + countAt] ?? 0) + 1;
    this.pairOf.push((table[row + numberAt] ?? 0) - 1);
    this.textOf.push(id);
  }

  private addOther(id: number, token: string): void {
    const list = this.others.get(token);
    if (!list) this.others.set(token, [id]);
    else if (list[list.length - 1] !== id) list.push(id);
    this.otherCount++;
  }

  private rowOf(key: number): number {
    const row = findRow(this.table, key);
    if (this.table[row + numberAt] !== 0) return row;
    if (2 * rowLength * this.pairCount >= this.table.length) {
      this.grow();
      return this.rowOf(key);
    }
    this.table[row] = key;
    this.table[row + numberAt] = ++this.pairCount;
    return row;
  }

  private grow(): void {
    const more = new Uint32Array(2 * this.table.length);
    for (let row = 0; row < this.table.length; row += rowLength) {
      if (this.table[row + numberAt] === 0) continue;
      more.set(this.table.subarray(row, row + rowLength), findRow(more, this.table[row] ?? 0));
    }
    this.table = more;
  }
}

/** The row of a pair, or the free one where it belongs. Fibonacci hashing: Knuth, The Art of Computer Programming, vol. 3. */
function findRow(table: Uint32Array, key: number): number {
  const last = table.length - rowLength;
  let row = (Math.imul(key, 0x9e3779b1) >>> 6) & last;
  while (table[row + numberAt] !== 0 && table[row] !== key) row = (row + rowLength) & last;
  return row;
}
