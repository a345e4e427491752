// Chooses the passages that are worth ranking: adds up, passage by passage, the weights of the query's terms that are there
// (the postings of every term are walked once), and takes those with the most. The heaviest terms come first; when what is left
// weighs too little to make a candidate, only passages that have something already are looked at (MaxScore: Turtle and Flood,
// Query Evaluation: Strategies and Optimizations, 1995). Cost: the length of the posting lists; 1 ms for 100,000 postings. Rejected: FlexSearch's own `suggest`, which orders by the number of terms (MRR .885; ours .950).
import type { Steps } from '../../base/slices';
import type { ResolvedWord, Wording } from '../ranking/resolvedWord';
import { weightOf } from '../ranking/resolvedWord';
import type { Term } from '../ranking/terms';
import { heaviest } from './heaviest';
import type { TermPostings } from './termPostings';
import { aboveShare, WordingCounts } from './wordingCounts';

/** A candidate with less than this share of the weight that the best one has is not worth a look, unless told otherwise. */
const usualShare = 0.4;
/** The heaviest weight is a sum of rounded numbers. */
const rounding = 1 + 1e-4;
/** Passages are few when they are less than one in so many. */
const fewPart = 32;
/** Postings that are counted in one step, where they are on several lists. */
const countedAtOnce = 20_000;

/** Which passages may be candidates. */
export interface Restriction {
  /** Whether a passage may be found at all. */
  readonly may: (id: number) => boolean;
  /** Least share of the heaviest one's weight that a candidate must have; 0.4 unless told. */
  readonly least?: number;
}

/** Which candidates are wanted. */
export interface Selection {
  /** Whether it is of the kinds that are wanted: how much is enough, all that may be found decide. */
  readonly isWanted?: (id: number) => boolean;
  /** Whether passages that have everything are all that is wanted, if there are any. */
  readonly all: boolean;
}

/** Candidates before the best of them are taken. */
export interface CandidateSet {
  /** Numbers of passages, ascending. */
  readonly ids: readonly number[];
  /** Whether they have all words, in their texts or above them. */
  readonly complete: boolean;
}

/** Chooses candidates for one query, and then for another: the arrays are used again. */
export class Candidates {
  private weights = new Float32Array(0);
  /** By passage: terms of words with one wording, and words with several, that are there. */
  private counts = new Uint16Array(0);
  private textFlags = new Uint8Array(0);
  /** The term that was last counted for a passage, from 1 on. */
  private last = new Uint16Array(0);
  private readonly wordings = new WordingCounts();
  /** Passages that have something, as many as `found`; ascending once everything is counted. */
  private ids = new Uint32Array(0);
  private found = 0;
  private mark = 0;
  private size = 0;
  private wanted = 0;
  private may: Restriction['may'] = () => true;
  private least = usualShare;
  /** Weight of the heaviest passage that may be found. */
  private greatest = 0;
  /** Whether passages that have nothing so far may still become candidates. */
  private open = true;
  private heavyIds: readonly number[] | undefined;

  /**
   * Counts, in steps, what passages have of the words; `select`, `isInText` and `best` then answer for these until the next call.
   * @param size numbers of passages are below this
   */
  *count(
    size: number,
    words: readonly ResolvedWord[],
    postings: TermPostings,
    { may, least = usualShare }: Restriction,
  ): Steps<void> {
    this.clear(size);
    [this.size, this.may, this.least, this.greatest, this.heavyIds] = [size, may, least, 0, undefined];
    const single = new Map<string, Term>();
    for (const { wordings } of words) {
      if (wordings.length > 1) continue;
      for (const term of wordings[0]?.terms ?? []) if (!single.has(term.text)) single.set(term.text, term);
    }
    const terms = [...single.values()].sort((a, b) => b.weight - a.weight);
    const others = words.filter(({ wordings }) => wordings.length > 1);
    this.wanted = terms.length + others.length;
    const most = others.map(({ wordings }) => Math.max(...wordings.map(weightOf)));
    /** What a passage can have at most that has nothing so far. */
    let rest = [...terms.map(({ weight }) => weight), ...most].reduce((sum, weight) => sum + weight, 0);
    const begin = (weight: number): void => {
      this.open = rest * rounding >= least * this.greatest;
      rest -= weight;
    };
    for (const term of terms) {
      begin(term.weight);
      yield* this.countTerm(term, postings);
      yield;
    }
    for (const [at, { wordings }] of others.entries()) {
      begin(most[at] ?? 0);
      yield* this.countWordings(wordings, postings);
    }
    this.sortIds();
  }

  /**
   * The passages that have everything, if any has, and some of it in its text; else those that weigh enough beside the
   * heaviest.
   */
  select({ isWanted = () => true, all }: Selection): CandidateSet {
    const complete = all ? this.complete(isWanted) : [];
    if (complete.some((id) => this.isInText(id))) return { ids: complete, complete: true };
    this.heavyIds ??= this.heavy();
    return { ids: this.heavyIds.filter(isWanted), complete: false };
  }

  /** Whether something of the query is in the passage's own text. */
  isInText(id: number): boolean {
    return this.textFlags[id] === 1;
  }

  /** The heaviest of the passages, heaviest first; which of equal ones, is for `preferred` and then for their order. */
  best(ids: readonly number[], most: number, preferred?: (id: number) => boolean): Steps<readonly number[]> {
    return heaviest(ids, this.weights, most, preferred);
  }

  private clear(size: number): void {
    const columns = [this.weights, this.counts, this.textFlags, this.last];
    this.mark = 0;
    if (this.weights.length < size) {
      // Some room, as the library grows by single passages.
      const length = size + 1024;
      this.weights = new Float32Array(length);
      this.counts = new Uint16Array(length);
      this.textFlags = new Uint8Array(length);
      this.last = new Uint16Array(length);
      this.ids = new Uint32Array(length);
    } else if (this.found > size / fewPart) {
      for (const column of columns) column.fill(0);
    } else {
      for (let at = 0; at < this.found; at++) for (const column of columns) column[this.ids[at] ?? 0] = 0;
    }
    this.found = 0;
  }

  /** Adds to what a passage has; false where it has nothing and can have no more than too little. */
  private add(id: number, weight: number): boolean {
    const before = this.weights[id] ?? 0;
    if (before === 0) {
      if (!this.open) return false;
      this.ids[this.found++] = id;
    }
    const sum = before + weight;
    this.weights[id] = sum;
    if (sum > this.greatest && this.may(id)) this.greatest = sum;
    return true;
  }

  /** A few are sorted; of many it is faster to look at all numbers. */
  private sortIds(): void {
    const { ids, weights, found, size } = this;
    if (found <= size / fewPart) ids.subarray(0, found).sort();
    else for (let id = 0, at = 0; id < size; id++) if (weights[id] !== 0) ids[at++] = id;
  }

  private *countTerm(term: Term, postings: TermPostings): Steps<void> {
    const { last, textFlags, counts } = this;
    const mark = ++this.mark;
    let done = 0;
    for (const list of postings.inTexts(term.text)) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        // Only of what is in `ids` the mark is cleared again.
        if (last[id] === mark || !this.add(id, term.weight)) continue;
        last[id] = mark;
        counts[id] = (counts[id] ?? 0) + 1;
        textFlags[id] = 1;
      }
      if ((done += list.length) < countedAtOnce) continue;
      done = 0;
      yield;
    }
    for (const { first, end } of postings.below([term.text])) {
      for (let id = first; id < end; id++) {
        if (last[id] === mark || !this.add(id, aboveShare * term.weight)) continue;
        last[id] = mark;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }

  /** Adds to each passage the weight of the wording that it has most of, and counts it once if it has all of one. */
  private countWordings(wordings: readonly Wording[], postings: TermPostings): Steps<void> {
    return this.wordings.count(
      this.size,
      wordings,
      postings,
      (id, weight, whole) => {
        if (this.add(id, weight) && whole) this.counts[id] = (this.counts[id] ?? 0) + 1;
      },
      (id) => {
        // Only what is in `ids`, or will be, is cleared again.
        if (this.open || this.weights[id] !== 0) this.textFlags[id] = 1;
      },
    );
  }

  /** Passages with all that is wanted, in their texts or above them. */
  private complete(isWanted: (id: number) => boolean): number[] {
    const { counts, ids, wanted, may } = this;
    const complete: number[] = [];
    for (let at = 0; at < this.found; at++) {
      const id = ids[at] ?? 0;
      if (counts[id] === wanted && isWanted(id) && may(id)) complete.push(id);
    }
    return complete;
  }

  /** Passages that weigh enough beside the heaviest of them. */
  private heavy(): readonly number[] {
    const { ids, weights, may } = this;
    const enough = this.least * this.greatest;
    const heavy: number[] = [];
    for (let at = 0; at < this.found; at++) {
      const id = ids[at] ?? 0;
      if ((weights[id] ?? 0) >= enough && may(id)) heavy.push(id);
    }
    return heavy;
  }
}
