import type { Steps } from '../../base/slices';
import { canBegin } from '../../text/han';
import type { Continuation, Continuations } from './continuations';
import { continuations } from './continuations';
import { SuffixArray } from './suffixArray';
import type { StoredRuns } from './textStore';
import { TextStore } from './textStore';

/** Lines that are read in one step: about a millisecond. */
const linesAtATime = 512;

/** Stands for other words that follow. */
const otherwise = '…';

/** What `Collocations` makes of a table. */
export interface CollocationTables {
  readonly runs: StoredRuns;
  /** By position. */
  readonly counts: Uint16Array<ArrayBuffer>;
  readonly sorted: Int32Array<ArrayBuffer>;
}

/** Words that are in common use together, with how often they are: what a writer may want and the library has not. */
export class Collocations {
  private readonly store = new TextStore();
  private readonly suffixes = new SuffixArray(() => this.store.codes);
  /** How often the line to which a position of the store belongs was counted. */
  private counts = new Uint16Array(0);

  /**
   * Adds the lines of a table; may be called once.
   * @param table on each line words with spaces between them and, behind a tab, how often they were counted where no longer
   *   line of the table stood; … for a last word where they went on otherwise. Or what was made of one before
   */
  *load(table: string | CollocationTables): Steps<void> {
    if (typeof table !== 'string') {
      this.store.append(table.runs);
      this.counts = table.counts;
      yield* this.suffixes.addSorted(table.sorted);
      return;
    }
    const positions: number[] = [];
    const counts: number[] = [];
    for (const [number, line] of table.split('\n').entries()) {
      const [spaced = '', count = ''] = line.split('\t');
      if (spaced) this.add(spaced.split(' '), Number(count), positions, counts);
      if (number % linesAtATime === 0) yield;
    }
    this.counts = Uint16Array.from(counts);
    yield* this.suffixes.add(Int32Array.from(positions));
  }

  /** For `load`; only to be read. */
  get tables(): CollocationTables {
    return { runs: this.store.runs, counts: this.counts, sorted: this.suffixes.positions };
  }

  /** How `typed`, which begins at a word, usually goes on: to the end of a line. What ends before may be torn there. */
  after(typed: string): Continuations {
    const range = this.suffixes.find(Array.from({ length: typed.length }, (_, index) => typed.charCodeAt(index)));
    const { store, suffixes, counts: weights } = this;
    const found = continuations({ store, suffixes, weights }, range, typed.length);
    const isWhole = ({ text, position }: Continuation): boolean =>
      !text.endsWith(otherwise) && store.endsRun(position + typed.length + text.length);
    return { ...found, list: found.list.filter(isWhole) };
  }

  private add(words: readonly string[], count: number, positions: number[], counts: number[]): void {
    let length = 0;
    const starts = words.map((word) => (length += word.length) - word.length);
    const position = this.store.add(words.join(''), starts, false);
    for (const [index, start] of starts.entries()) if (canBegin(words[index] ?? '')) positions.push(position + start);
    for (let at = position; at <= position + length; at++) counts[at] = Math.min(count, 65535);
  }
}
