import type { Index, PostingSlot, Postings } from './flexSearch';
import { newIndex, postingMap } from './flexSearch';
import { PairVocabulary } from './pairVocabulary';

/** Numbers in one buffer of a sealed index: a larger one takes long to make at once. */
const bufferLength = 1 << 18;

/** Lists that are only read, and their tokens. */
export interface SealedLists {
  readonly index: Index;
  readonly vocabulary: PairVocabulary;
}

/** Collects posting lists for a sealed index, which is only read: they lie one after the other in common buffers. */
export class Sealing {
  private buffer = new Uint32Array(0);
  private readonly index = newIndex();
  private readonly vocabulary = new PairVocabulary();
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
    postingMap(this.index).set(token, new SealedSlot(this.buffer, this.first, this.next));
    this.vocabulary.add(token);
  }

  /** The lists; nothing can be added afterwards. */
  finish(): SealedLists {
    return { index: this.index, vocabulary: this.vocabulary };
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
