import type { Index, PostingSlot, Postings } from './flexSearch';
import { importLists, newIndex } from './flexSearch';

/** Numbers in one buffer of a sealed index: a larger one takes long to make at once. */
const bufferLength = 1 << 18;
/** Lists that are handed to FlexSearch together: less than a millisecond. */
const importedAtOnce = 1000;

/** Collects posting lists for a sealed index, which is only read: they lie one after the other in common buffers. */
export class Sealing {
  private buffer = new Uint32Array(0);
  private readonly index = newIndex();
  private lists: [string, PostingSlot][] = [];
  private first = 0;
  private next = 0;

  /** Begins a list of at most so many numbers. */
  begin(length: number): void {
    if (this.next + length > this.buffer.length) {
      this.buffer = new Uint32Array(Math.max(bufferLength, length));
      this.next = 0;
    }
    this.first = this.next;
  }

  /** Puts a number on the list. */
  push(id: number): void {
    this.buffer[this.next++] = id;
  }

  /** Puts as many numbers on the list; `write` is given the buffer and the place where they go. */
  fill(count: number, write: (buffer: Uint32Array, at: number) => void): void {
    write(this.buffer, this.next);
    this.next += count;
  }

  /** Ends the list; an empty one is left out. */
  end(token: string): void {
    if (this.next === this.first) return;
    this.lists.push([token, new SealedSlot(this.buffer, this.first, this.next)]);
    if (this.lists.length === importedAtOnce) this.import();
  }

  /** The index; nothing can be added afterwards. */
  finish(): Index {
    this.import();
    return this.index;
  }

  private import(): void {
    importLists(this.index, this.lists);
    this.lists = [];
  }
}

/** A list whose view is made when it is asked for: of half a million tokens a session asks about a few thousand. */
class SealedSlot implements PostingSlot {
  constructor(
    private readonly buffer: Uint32Array,
    private readonly start: number,
    private readonly end: number,
  ) {}

  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would be one in every slot
  get length(): 1 {
    return 1;
  }

  get 0(): Postings {
    return this.buffer.subarray(this.start, this.end);
  }
}
