/** Numbers of the texts that hold a token, ascending. */
export type Postings = ArrayLike<number>;

/** Numbers in one buffer: larger ones take long to make. */
const pageBits = 18;
const pageLength = 1 << pageBits;
const inPage = pageLength - 1;
const longestChunk = 1 << 11;

/** Fields of a list, which lie side by side: the processor fetches them together. */
const fields = { head: 0, place: 1, count: 2, last: 3 };
const fieldBits = 2;

/**
 * Posting lists that grow. Each lies in chunks of 2, 4, 8 … and at last 2048 numbers, in buffers that all share; the first
 * number of a chunk leads to the next (as in Lucene, whose “byte slices” these are). A number costs five bytes or so, and none
 * is ever moved.
 */
export class GrowingLists {
  private readonly pages: Uint32Array[] = [];
  private pageUsed = pageLength;
  /** By token: place of the first chunk, place of the next number, how many there are, and the last one plus 1. */
  private lists = new Uint32Array(0);
  private sum = 0;

  /** How many numbers are on all lists. */
  get total(): number {
    return this.sum;
  }

  /** Puts `id` on the list of a token, unless it was the last that was put there. */
  put(token: number, id: number): void {
    const list = token << fieldBits;
    if (list >= this.lists.length) this.reserve(list);
    const { lists } = this;
    if (lists[list + fields.last] === id + 1) return;
    const count = lists[list + fields.count] ?? 0;
    let place = lists[list + fields.place] ?? 0;
    if (isFull(count)) {
      const chunk = this.newChunk(sizeAfter(count));
      if (count === 0) lists[list + fields.head] = chunk;
      else this.write(place - sizeBefore(count) - 1, chunk);
      place = chunk + 1;
    }
    this.write(place, id);
    lists[list + fields.place] = place + 1;
    lists[list + fields.count] = count + 1;
    lists[list + fields.last] = id + 1;
    this.sum++;
  }

  /** How many numbers the list of a token has. */
  count(token: number): number {
    return this.lists[(token << fieldBits) + fields.count] ?? 0;
  }

  /** The list of a token, in pieces. */
  pieces(token: number): readonly Postings[] {
    const pieces: Postings[] = [];
    const count = this.count(token);
    let chunk = this.lists[(token << fieldBits) + fields.head] ?? 0;
    for (let done = 0; done < count; chunk = this.read(chunk)) {
      const length = Math.min(count - done, sizeAfter(done));
      const from = (chunk & inPage) + 1;
      const page = this.pages[chunk >>> pageBits];
      if (page) pieces.push(page.subarray(from, from + length));
      done += length;
    }
    return pieces;
  }

  private read(place: number): number {
    return this.pages[place >>> pageBits]?.[place & inPage] ?? 0;
  }

  private write(place: number, value: number): void {
    const page = this.pages[place >>> pageBits];
    if (page) page[place & inPage] = value;
  }

  /** A chunk lies in one page. */
  private newChunk(size: number): number {
    if (this.pageUsed + 1 + size > pageLength) {
      this.pages.push(new Uint32Array(pageLength));
      this.pageUsed = 0;
    }
    const place = (this.pages.length - 1) * pageLength + this.pageUsed;
    this.pageUsed += 1 + size;
    return place;
  }

  private reserve(list: number): void {
    const grown = new Uint32Array(Math.max(1 << 12, 2 * list));
    grown.set(this.lists);
    this.lists = grown;
  }
}

/** Whether so many numbers fill their chunks: 2 + 4 + … + 2ⁿ is 2ⁿ⁺¹ − 2, then come chunks of the same length. */
const isFull = (count: number): boolean => ((count + 2) & Math.min(count + 1, longestChunk - 1)) === 0;

/** Numbers in the chunk that comes after so many, and in the one that they fill. */
const sizeAfter = (count: number): number => Math.min(count + 2, longestChunk);
const sizeBefore = (count: number): number => Math.min((count + 2) >> 1, longestChunk);

/** Posting lists one after the other in one buffer, by number of their tokens; they can only be read. */
export class SealedLists {
  /** By token where its list begins; at the end, where the last one ends. */
  private readonly starts: Uint32Array;
  private readonly numbers: Uint32Array;
  private tokens = 0;
  private end = 0;

  /** @param numbers how many numbers there will be at most */
  constructor(tokens = 0, numbers = 0) {
    this.starts = new Uint32Array(tokens + 1);
    this.numbers = new Uint32Array(numbers);
  }

  /** How many tokens have lists. */
  get size(): number {
    return this.tokens;
  }

  /** How many numbers are on all lists. */
  get total(): number {
    return this.end;
  }

  /** Puts a number on the list that is being written. */
  push(id: number): void {
    this.numbers[this.end++] = id;
  }

  /** Puts as many numbers on the list; `write` is given the buffer and the place where they go. */
  fill(count: number, write: (buffer: Uint32Array, at: number) => void): void {
    if (this.end + count > this.numbers.length) throw new RangeError('more numbers than were told');
    write(this.numbers, this.end);
    this.end += count;
  }

  /** Whether nothing was put on the list that is being written. */
  get isEmpty(): boolean {
    return this.end === this.starts[this.tokens];
  }

  /** Ends the list of a token and begins the next one's. */
  endList(): void {
    this.starts[++this.tokens] = this.end;
  }

  /** How many numbers the list of a token has. */
  count(token: number): number {
    return token >= 0 && token < this.tokens ? (this.starts[token + 1] ?? 0) - (this.starts[token] ?? 0) : 0;
  }

  /** The list of a token that has one. */
  list(token: number): Postings {
    return this.numbers.subarray(this.starts[token], this.starts[token + 1]);
  }
}
