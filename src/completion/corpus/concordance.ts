import type { Article, Passage } from '../../library/article';
import { syllables } from '../../text/pinyin';
import type { Steps } from '../../base/slices';
import { canBegin, runsOf } from '../../text/han';
import { SuffixOrder } from './suffixArray';
import { TextStore } from './textStore';
import { wordStarts } from '../../text/wordStarts';

/** Where a piece of text stands in the library. */
export interface Place {
  readonly article: Article;
  readonly passage: Passage;
}

/** Where the runs of one article lie in the store. */
interface Entry {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /** Position of the first run of each passage that has one, ascending, and that passage. */
  readonly starts: Int32Array;
  readonly passages: readonly Passage[];
}

/** Longest phrase of a list that is taken whole, punctuation included. */
const longestItem = 40;

/** Runs that are added in one step: about a millisecond. */
const runsAtATime = 32;

/**
 * Every word of a library with what follows it, sorted by the characters and by the first letters of their pinyin: tells
 * at once where something that was typed stands and how it goes on there.
 */
export class Concordance {
  readonly store = new TextStore();
  /** First letter of the reading of each unit of the store; 1 where there is none, so that only 0 ends a run. */
  private letters = new Uint8Array(1 << 12);
  readonly byText = new SuffixOrder(() => this.store.codes);
  readonly byLetters = new SuffixOrder(() => this.letters);
  /** In order of position. */
  private entries: readonly Entry[] = [];

  /** Whether more than half of what it holds was removed. */
  get wornOut(): boolean {
    return 2 * this.store.removed > this.store.size;
  }

  /** Takes out and adds articles. Lookups in between find what was there before, or more. */
  *update(removed: ReadonlySet<Article>, added: readonly Article[]): Steps<void> {
    const gone = this.entries.filter(({ article }) => removed.has(article));
    for (const { start, end } of gone) this.store.remove(start, end);
    if (gone.length > 0) {
      for (const order of [this.byText, this.byLetters]) {
        yield* order.remove((position) => this.store.isRemoved(position));
      }
      this.entries = this.entries.filter((entry) => !gone.includes(entry));
    }
    const positions: number[] = [];
    const entries: Entry[] = [];
    for (const article of added) entries.push(yield* this.write(article, positions));
    this.entries = [...this.entries, ...entries];
    const sorted = Int32Array.from(positions);
    yield* this.byText.add(sorted);
    yield* this.byLetters.add(sorted);
  }

  /** What stands at a position. */
  place(position: number): Place | undefined {
    const entry = this.entries[lastNotAfter(this.entries.length, (at) => this.entries[at]?.start ?? 0, position)];
    if (!entry || position >= entry.end) return undefined;
    const passage = entry.passages[lastNotAfter(entry.starts.length, (at) => entry.starts[at] ?? 0, position)];
    return passage && { article: entry.article, passage };
  }

  /** Appends an article's runs to the store, and the positions at which something may begin to `positions`. */
  private *write(article: Article, positions: number[]): Steps<Entry> {
    const start = this.store.size;
    const starts: number[] = [];
    const passages: Passage[] = [];
    let written = 0;
    for (const passage of article.passages) {
      const item = passage.kind === 'phrase' && passage.text.length <= longestItem && !passage.text.includes('\n');
      let first = true;
      for (const { text } of item ? [{ text: passage.text }] : runsOf(passage.text)) {
        if (text.length < 2) continue;
        if (first) {
          starts.push(this.store.size);
          passages.push(passage);
          first = false;
        }
        this.writeRun(text, item, positions);
        if (++written % runsAtATime === 0) yield;
      }
    }
    return { article, start, end: this.store.size, starts: Int32Array.from(starts), passages };
  }

  private writeRun(run: string, item: boolean, positions: number[]): void {
    const words = wordStarts(run);
    const start = this.store.add(run, words, item);
    for (const [index, offset] of words.entries()) {
      // At the beginning stands what its writer begins with.
      if (index === 0 || canBegin(run.slice(offset, words[index + 1]))) positions.push(start + offset);
    }
    if (this.letters.length < this.store.codes.length) {
      const grown = new Uint8Array(this.store.codes.length);
      grown.set(this.letters);
      this.letters = grown;
    }
    for (const [offset, [reading]] of syllables(run).entries()) {
      this.letters[start + offset] = (reading ?? '\x01').charCodeAt(0);
    }
  }
}

/** Index of the last of `length` ascending values that is not after `position`; -1 if all are. */
function lastNotAfter(length: number, value: (index: number) => number, position: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value(middle) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
