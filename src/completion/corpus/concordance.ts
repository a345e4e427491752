import type { Article, Passage } from '../../library/article';
import { quotableText } from '../../library/entryFields';
import { isNote } from '../../library/isNote';
import type { PassageRef } from '../candidate';
import { syllables } from '../../text/pinyin';
import type { Steps } from '../../base/slices';
import { canBegin, clauseGoesOn, runsOf } from '../../text/han';
import { PhraseEnds } from './phraseEnds';
import type { ConcordanceTables, PreparedConcordance } from './concordanceTables';
import { SuffixArray } from './suffixArray';
import { TextStore } from './textStore';
import { wordStarts } from '../../text/wordStarts';

/** Where the runs of one article lie in the store. */
interface ArticleSpan {
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
 * A concordance (keyword in context): every word of a library with what follows it, in two suffix arrays, one over the
 * characters and one over the first letters of their pinyin. A lookup costs two binary searches. Three bytes a character
 * for the text and eight a word for the arrays; a trie of all clauses took ten times as much.
 */
export class Concordance {
  readonly store = new TextStore();
  readonly ends = new PhraseEnds();
  /** First letter of the reading of each unit of the store; 1 where there is none, so that only 0 ends a run. */
  private initials = new Uint8Array(1 << 12);
  readonly byText = new SuffixArray(() => this.store.codes);
  readonly byInitials = new SuffixArray(() => this.initials);
  /** In order of position. */
  private spans: readonly ArticleSpan[] = [];

  /** Whether more than half of what it holds was removed. */
  get wornOut(): boolean {
    return 2 * this.store.removed > this.store.size;
  }

  /**
   * Takes out and adds articles. Lookups in between find what was there before, or more.
   * @param prepared used where all its articles are among the added ones
   */
  *update(
    removed: ReadonlySet<Article>,
    added: readonly Article[],
    prepared: PreparedConcordance | undefined = undefined,
  ): Steps<void> {
    const gone = this.spans.filter(({ article }) => removed.has(article));
    for (const { start, end } of gone) this.store.remove(start, end);
    if (gone.length > 0) {
      for (const suffixes of [this.byText, this.byInitials]) {
        yield* suffixes.remove((position) => this.store.isRemoved(position));
      }
      this.spans = this.spans.filter((span) => !gone.includes(span));
    }
    const positions: number[] = [];
    const spans: ArticleSpan[] = [];
    const rest = new Set(added);
    const isWhole = prepared?.articles.every((article) => rest.delete(article)) === true;
    for (const article of isWhole ? rest : added) spans.push(yield* this.write(article, positions));
    this.spans = [...this.spans, ...spans];
    const sorted = Int32Array.from(positions);
    yield* this.byText.add(sorted);
    yield* this.byInitials.add(sorted);
    if (prepared && isWhole) yield* this.append(prepared);
  }

  /** What it holds, for `update` of another; nothing may have been removed. Only to be read. */
  get tables(): ConcordanceTables {
    const spans = this.spans.map(({ article, start, end, starts, passages }) => {
      const numbers = new Map(article.passages.map((passage, number) => [passage, number]));
      return { start, end, starts, numbers: Int32Array.from(passages, (passage) => numbers.get(passage) ?? 0) };
    });
    return {
      runs: this.store.runs,
      initials: this.initials.subarray(1, this.store.size),
      byText: this.byText.positions,
      byInitials: this.byInitials.positions,
      ends: [...this.ends.counts],
      spans,
    };
  }

  /** The passage in which a position stands. */
  passageAt(position: number): PassageRef | undefined {
    const span = this.spans[lastNotAfter(this.spans.length, (at) => this.spans[at]?.start ?? 0, position)];
    if (!span || position >= span.end) return undefined;
    const passage = span.passages[lastNotAfter(span.starts.length, (at) => span.starts[at] ?? 0, position)];
    return passage && { article: span.article, passage };
  }

  private *append({ articles, tables }: PreparedConcordance): Steps<void> {
    const shift = this.store.append(tables.runs);
    this.growInitials();
    this.initials.set(tables.initials, shift + 1);
    for (const [word, counts] of tables.ends) this.ends.addCounts(word, counts);
    yield;
    const spans = articles.flatMap((article, at): ArticleSpan | readonly [] => {
      const span = tables.spans[at];
      if (!span) return [];
      return {
        article,
        start: span.start + shift,
        end: span.end + shift,
        starts: span.starts.map((start) => start + shift),
        passages: Array.from(span.numbers).flatMap((number) => article.passages[number] ?? []),
      };
    });
    this.spans = [...this.spans, ...spans];
    yield* this.byText.addSorted(tables.byText.map((position) => position + shift));
    yield* this.byInitials.addSorted(tables.byInitials.map((position) => position + shift));
  }

  /** Appends an article's runs to the store, and the positions at which something may begin to `positions`. */
  private *write(article: Article, positions: number[]): Steps<ArticleSpan> {
    const start = this.store.size;
    const starts: number[] = [];
    const passages: Passage[] = [];
    let written = 0;
    for (const passage of article.passages) {
      if (isNote(article, passage)) continue;
      const item = passage.kind === 'phrase' && passage.text.length <= longestItem && !passage.text.includes('\n');
      let first = true;
      const quotable = quotableText(passage.text);
      for (const { text, offset } of item ? [{ text: passage.text, offset: 0 }] : runsOf(quotable)) {
        if (text.length < 2) continue;
        if (first) {
          starts.push(this.store.size);
          passages.push(passage);
          first = false;
        }
        this.writeRun(text, item, !item && clauseGoesOn(quotable, offset + text.length), positions);
        if (++written % runsAtATime === 0) yield;
      }
    }
    return { article, start, end: this.store.size, starts: Int32Array.from(starts), passages };
  }

  private writeRun(run: string, item: boolean, open: boolean, positions: number[]): void {
    const words = wordStarts(run);
    const start = this.store.add(run, words, item, open);
    this.ends.add(run, words, open);
    for (const [index, offset] of words.entries()) {
      // At the beginning stands what its writer begins with.
      if (index === 0 || canBegin(run.slice(offset, words[index + 1]))) positions.push(start + offset);
    }
    this.growInitials();
    for (const [offset, [reading]] of syllables(run).entries()) {
      this.initials[start + offset] = (reading ?? '\x01').charCodeAt(0);
    }
  }

  private growInitials(): void {
    if (this.initials.length >= this.store.codes.length) return;
    const grown = new Uint8Array(this.store.codes.length);
    grown.set(this.initials);
    this.initials = grown;
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
