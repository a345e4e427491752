import { Index } from 'flexsearch';
import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import { PairVocabulary } from './pairVocabulary';
import { isLoneHan, takeTokens } from './tokenize';

/** Numbers of the texts that hold a token, ascending. */
export type Postings = ArrayLike<number>;

/** FlexSearch's posting lists by token: one list a resolution, and we have one; its typings leave the field out. */
type PostingMap = Map<string, [number[]]>;

/** Shorter lists take less room as plain arrays than as views of a buffer. */
const shortList = 16;
/** Numbers that are sealed in one step, and lists that are imported: about a millisecond. */
const sealedAtOnce = 50_000;
const importedAtOnce = 5000;
/** Tokens that are sorted by their initials in one step. */
const sortedAtOnce = 2000;

/**
 * Which texts hold which tokens: an inverted index of FlexSearch in two parts. What is added goes into a live part, whose
 * lists grow and are therefore half empty; sealing turns it into one that takes a quarter of the memory and is only read.
 * Nothing is ever taken out: whoever asks knows which numbers still count.
 */
export class TermIndex {
  private sealed: Index | undefined;
  private live = newIndex();
  private recent: RecentPairs | undefined;
  /** All tokens by their initials, once they were asked for; then kept current. */
  private sorted: PairVocabulary | undefined;
  /** Lists of the lone Han characters that were asked about since the last change. */
  private readonly lone = new Map<string, readonly Postings[]>();

  /**
   * Adds a folded text under a number higher than all before. Straight into the lists: FlexSearch's own `add` takes three
   * times as long, most of it to find out which tokens it has had already, and for us the end of a list tells that.
   */
  add(id: number, text: string): void {
    const lists = postingMap(this.live);
    const listOf = (token: string): number[] => {
      let list = lists.get(token);
      if (!list) {
        lists.set(token, (list = [[]]));
        if (this.sorted && !(this.sealed && postingMap(this.sealed).has(token))) this.sorted.add(token);
      }
      return list[0];
    };
    const put = (list: number[]): void => {
      if (list[list.length - 1] !== id) list.push(id);
    };
    this.recent ??= new RecentPairs();
    const { recent } = this;
    takeTokens(text, {
      pair: (start, end) => {
        if (end - start > 2) put(listOf(text.slice(start, end)));
        else put(recent.listOf(text, start, listOf));
      },
      token: (token) => put(listOf(token)),
    });
    this.lone.clear();
  }

  /** The lists that together tell which texts hold `token`. A lone Han character is in many, of pairs that hold it. */
  postings(token: string): readonly Postings[] {
    if (!isLoneHan(token)) return this.parts.map((part) => lookUp(part, token)).filter(({ length }) => length > 0);
    return this.listsWith(token);
  }

  /** `postings` of a token that is no lone character, and one of thousands: straight from the lists, in a tenth of the time. */
  listsOf(token: string): readonly Postings[] {
    const sealed = this.sealed && postingMap(this.sealed).get(token);
    const live = postingMap(this.live).get(token);
    return sealed && live ? [...sealed, ...live] : (sealed ?? live ?? []);
  }

  /** The tokens by their initials. At once, where `sortTokens` has not been called before. */
  get vocabulary(): PairVocabulary {
    return this.sorted ?? finish(this.sortTokens());
  }

  /** Prepares `vocabulary`, in steps. */
  *sortTokens(): Steps<PairVocabulary> {
    if (this.sorted) return this.sorted;
    const vocabulary = new PairVocabulary();
    let done = 0;
    for (const [token] of this.entries()) {
      vocabulary.add(token);
      if (++done % sortedAtOnce === 0) yield;
    }
    return (this.sorted = vocabulary);
  }

  /** Number of texts added under a token; those that no longer count included. */
  documentFrequency(token: string): number {
    const lists = this.postings(token);
    if (!isLoneHan(token)) return lists.reduce((total, { length }) => total + length, 0);
    const seen = new Uint8Array(lists.reduce((end, list) => Math.max(end, (list[list.length - 1] ?? 0) + 1), 0));
    let count = 0;
    for (const list of lists) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        if (seen[id] === 0) count++;
        seen[id] = 1;
      }
    }
    return count;
  }

  /** Every token with its numbers, in one list. */
  *entries(): Generator<readonly [token: string, list: Postings]> {
    const sealed = this.sealed && postingMap(this.sealed);
    const live = postingMap(this.live);
    for (const [token, [list]] of sealed ?? []) {
      const more = live.get(token)?.[0];
      yield [token, more ? [...Array.from(list), ...more] : list];
    }
    for (const [token, [list]] of live) if (!sealed?.has(token)) yield [token, list];
  }

  /**
   * An index of the same texts, sealed, in steps; this one stays as it is.
   * @param renumber gives the new number of a text, ascending as before, or -1 to leave it out
   */
  *seal(renumber: (id: number) => number): Steps<TermIndex> {
    const sealing = new Sealing();
    let done = 0;
    for (const [token, list] of this.entries()) {
      sealing.begin(list.length);
      for (let at = 0, { length } = list; at < length; at++) {
        const id = renumber(list[at] ?? 0);
        if (id >= 0) sealing.push(id);
      }
      sealing.end(token);
      done += list.length + 1;
      if (done < sealedAtOnce) continue;
      done = 0;
      yield;
    }
    return yield* sealing.finish();
  }

  /** Lists of the tokens that hold a character; a query asks several times. */
  private listsWith(character: string): readonly Postings[] {
    let lists = this.lone.get(character);
    if (!lists) {
      const tokens = this.vocabulary.holding(character);
      lists = [...tokens].flatMap((token) => this.parts.map((part) => lookUp(part, token)));
      this.lone.set(character, lists);
    }
    return lists;
  }

  private get parts(): readonly Index[] {
    return this.sealed ? [this.sealed, this.live] : [this.live];
  }

  /** An index with these sealed lists, in steps. */
  static *of(lists: readonly (readonly [token: string, lists: readonly [Postings]])[]): Steps<TermIndex> {
    const index = new TermIndex();
    index.sealed = newIndex();
    // Parsed data is as good as JSON; the typings know of JSON only.
    const sealed = index.sealed as unknown as { import(key: string, data: unknown): void };
    for (let at = 0; at < lists.length; at += importedAtOnce) {
      sealed.import('map', lists.slice(at, at + importedAtOnce));
      yield;
    }
    return index;
  }
}

/** Numbers in one buffer of a sealed index: a larger one takes long to make at once. */
const bufferLength = 1 << 18;

/** Collects posting lists for a sealed index: the long ones as views of common buffers. */
export class Sealing {
  private buffer = new Uint32Array(0);
  private readonly lists: [string, [Postings]][] = [];
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
    const length = this.next - this.first;
    if (length === 0) return;
    const list = this.buffer.subarray(this.first, this.next);
    if (length >= shortList) {
      this.lists.push([token, [list]]);
    } else {
      this.lists.push([token, [Array.from(list)]]);
      this.next = this.first;
    }
  }

  /** The index, in steps; nothing can be added afterwards. */
  finish(): Steps<TermIndex> {
    return TermIndex.of(this.lists);
  }
}

const recentSlots = 1 << 16;

/** The lists of pairs met of late: spares the strings, and most of the time, of looking them up. */
class RecentPairs {
  private readonly keys = new Uint32Array(recentSlots);
  private readonly lists = new Array<number[] | undefined>(recentSlots);

  /** The list of the pair at `start`. */
  listOf(text: string, start: number, find: (token: string) => number[]): number[] {
    const [first, second] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
    const key = ((first << 16) | second) >>> 0;
    // Fibonacci hashing: Knuth, The Art of Computer Programming, vol. 3.
    const slot = Math.imul(key, 0x9e3779b1) >>> 16;
    const known = this.keys[slot] === key ? this.lists[slot] : undefined;
    if (known) return known;
    this.keys[slot] = key;
    return (this.lists[slot] = find(text.slice(start, start + 2)));
  }
}

/** `resolution: 1`: no order by position in the text. What is looked up is one token as it is. */
const newIndex = (): Index => new Index({ encode: (token: string) => [token], resolution: 1 });

/** FlexSearch hands out its own list: only to be read. */
const lookUp = (index: Index, token: string): Postings =>
  index.search(token, { limit: Number.MAX_SAFE_INTEGER }) as number[];

const postingMap = (index: Index): PostingMap => (index as unknown as { readonly map: PostingMap }).map;
