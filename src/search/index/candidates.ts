// Chooses the passages that are worth ranking: adds up, passage by passage, the weights of the query's terms that are there
// (the postings of every term are walked once), and takes those with the most. Cost: the length of the posting lists; 1 ms for
// 100,000 postings. Rejected: FlexSearch's own `suggest`, which orders by the number of terms (MRR .885; ours .950).
import type { ResolvedWord, Wording } from '../ranking/resolvedWord';
import { weightOf } from '../ranking/resolvedWord';
import type { Term } from '../ranking/terms';
import { heaviest } from './heaviest';
import type { TermPostings } from './termPostings';

/** What a match above a passage, in its title or headings, weighs beside one in its text, when candidates are chosen. */
const aboveShare = 0.5;
/** A candidate with less than this share of the weight that the best one has is not worth a look, unless told otherwise. */
const usualShare = 0.4;
/** Passages are few when they are less than one in so many. */
const fewPart = 32;

/** Which candidates are wanted. */
export interface Selection {
  /** Whether a passage may be found at all. */
  readonly may: (id: number) => boolean;
  /** Whether it is of the kinds that are wanted: how much is enough, all that may be found decide. */
  readonly isWanted?: (id: number) => boolean;
  /** Whether passages that have everything are all that is wanted, if there are any. */
  readonly all: boolean;
  /** Least share of the heaviest one's weight that a candidate must have; 0.4 unless told. */
  readonly least?: number;
}

/** Told the weight that a passage has of a wording, and whether that is all. */
type Take = (id: number, weight: number, whole: boolean) => void;

/** Candidates before the best of them are taken. */
export interface CandidateSet {
  /** Numbers of passages, ascending. */
  readonly ids: readonly number[];
  /** Whether they have all words, in their texts or above them. */
  readonly complete: boolean;
}

/** Chooses candidates for one query after another; the arrays are used again. */
export class Candidates {
  private weights = new Float32Array(0);
  /** By passage: terms of words with one wording, and words with several, that are there. */
  private counts = new Uint16Array(0);
  private textFlags = new Uint8Array(0);
  /** The term that was last counted for a passage, from 1 on. */
  private last = new Uint16Array(0);
  /** For the wording that is being counted. */
  private wordingWeights = new Float32Array(0);
  private wordingCounts = new Uint16Array(0);
  private readonly touched: number[] = [];
  /** Heaviest wording so far; negative where the passage has all of one. */
  private bestWeights = new Float32Array(0);
  /** Passages that have something, as many as `found`; ascending once everything is counted. */
  private ids = new Uint32Array(0);
  private found = 0;
  private mark = 0;
  private size = 0;
  private wanted = 0;

  /**
   * Counts what passages have of the words; `select`, `isInText` and `best` then answer for these until the next call.
   * @param size numbers of passages are below this
   */
  count(size: number, words: readonly ResolvedWord[], postings: TermPostings): void {
    this.clear(size);
    const single = new Map<string, Term>();
    let several = 0;
    for (const { wordings } of words) {
      if (wordings.length > 1) several++;
      else for (const term of wordings[0]?.terms ?? []) if (!single.has(term.text)) single.set(term.text, term);
    }
    this.size = size;
    this.wanted = several + single.size;
    for (const term of single.values()) this.countTerm(term, postings);
    for (const { wordings } of words) if (wordings.length > 1) this.countWordings(wordings, postings);
    this.sortIds();
  }

  /**
   * The passages that have everything, if any has, and some of it in its text; else those that weigh enough beside the
   * heaviest.
   */
  select({ may, isWanted = () => true, all, least = usualShare }: Selection): CandidateSet {
    const complete = all ? this.complete((id) => isWanted(id) && may(id)) : [];
    if (complete.some((id) => this.isInText(id))) return { ids: complete, complete: true };
    return { ids: this.heavy(may, least).filter(isWanted), complete: false };
  }

  /** Whether something of the query is in the passage's own text. */
  isInText(id: number): boolean {
    return this.textFlags[id] === 1;
  }

  /** The heaviest of the passages, heaviest first; which of equal ones, is for `preferred` and then for their order. */
  best(ids: readonly number[], most: number, preferred?: (id: number) => boolean): readonly number[] {
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
      this.wordingWeights = new Float32Array(length);
      this.wordingCounts = new Uint16Array(length);
      this.bestWeights = new Float32Array(length);
      this.ids = new Uint32Array(length);
    } else if (this.found > size / fewPart) {
      for (const column of columns) column.fill(0);
    } else {
      for (let at = 0; at < this.found; at++) for (const column of columns) column[this.ids[at] ?? 0] = 0;
    }
    this.found = 0;
  }

  private add(id: number, weight: number): void {
    const before = this.weights[id] ?? 0;
    if (before === 0) this.ids[this.found++] = id;
    this.weights[id] = before + weight;
  }

  /** A few are sorted; of many it is faster to look at all numbers. */
  private sortIds(): void {
    const { ids, weights, found, size } = this;
    if (found <= size / fewPart) ids.subarray(0, found).sort();
    else for (let id = 0, at = 0; id < size; id++) if (weights[id] !== 0) ids[at++] = id;
  }

  private countTerm(term: Term, postings: TermPostings): void {
    const { last, textFlags, counts } = this;
    const mark = ++this.mark;
    for (const list of postings.inTexts(term.text)) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        if (last[id] === mark) continue;
        last[id] = mark;
        this.add(id, term.weight);
        counts[id] = (counts[id] ?? 0) + 1;
        textFlags[id] = 1;
      }
    }
    for (const { first, end } of postings.below([term.text])) {
      for (let id = first; id < end; id++) {
        if (last[id] === mark) continue;
        last[id] = mark;
        this.add(id, aboveShare * term.weight);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }

  /** Adds to each passage the weight of the wording that it has most of, and counts it once if it has all of one. */
  private countWordings(wordings: ResolvedWord['wordings'], postings: TermPostings): void {
    const { bestWeights } = this;
    const any: number[] = [];
    const take: Take = (id, weight, whole) => {
      const best = bestWeights[id] ?? 0;
      if (best === 0) any.push(id);
      bestWeights[id] = (whole || best < 0 ? -1 : 1) * Math.max(Math.abs(best), weight);
    };
    for (const wording of wordings) {
      if (wording.isKnown) this.countKnown(wording, postings, take);
      else this.countParts(wording, postings, take);
    }
    for (const id of any) {
      const best = bestWeights[id] ?? 0;
      bestWeights[id] = 0;
      this.add(id, Math.abs(best));
      if (best < 0) this.counts[id] = (this.counts[id] ?? 0) + 1;
    }
  }

  /** Passages that have all of a wording. */
  private countKnown(wording: Wording, postings: TermPostings, take: Take): void {
    const weight = weightOf(wording);
    const terms = wording.terms.map(({ text }) => text);
    for (const id of postings.inTextsTogether(terms)) {
      take(id, weight, true);
      this.textFlags[id] = 1;
    }
    for (const { first, end } of postings.below(terms)) {
      for (let id = first; id < end; id++) take(id, aboveShare * weight, true);
    }
  }

  /** Passages that have something of a wording. */
  private countParts({ terms }: Wording, postings: TermPostings, take: Take): void {
    const { last, textFlags, wordingWeights, wordingCounts, touched } = this;
    let mark = 0;
    const count = (id: number, weight: number): void => {
      if (last[id] === mark) return;
      last[id] = mark;
      if (wordingCounts[id] === 0) touched.push(id);
      wordingWeights[id] = (wordingWeights[id] ?? 0) + weight;
      wordingCounts[id] = (wordingCounts[id] ?? 0) + 1;
    };
    for (const term of terms) {
      mark = ++this.mark;
      for (const list of postings.inTexts(term.text)) {
        for (let at = 0, { length } = list; at < length; at++) {
          const id = list[at] ?? 0;
          count(id, term.weight);
          textFlags[id] = 1;
        }
      }
      for (const { first, end } of postings.below([term.text])) {
        for (let id = first; id < end; id++) count(id, aboveShare * term.weight);
      }
    }
    for (const id of touched) {
      take(id, wordingWeights[id] ?? 0, wordingCounts[id] === terms.length);
      wordingWeights[id] = 0;
      wordingCounts[id] = 0;
    }
    touched.length = 0;
  }

  /** Passages with all that is wanted, in their texts or above them. */
  private complete(may: Selection['may']): number[] {
    const { counts, ids, wanted } = this;
    const complete: number[] = [];
    for (let at = 0; at < this.found; at++) {
      const id = ids[at] ?? 0;
      if (counts[id] === wanted && may(id)) complete.push(id);
    }
    return complete;
  }

  /** Passages that weigh enough beside the heaviest of them. */
  private heavy(may: Selection['may'], least: number): number[] {
    const { ids, weights } = this;
    const heavy: number[] = [];
    let heaviest = 0;
    for (let at = 0; at < this.found; at++) {
      const id = ids[at] ?? 0;
      const weight = weights[id] ?? 0;
      if (weight < least * heaviest || !may(id)) continue;
      heavy.push(id);
      if (weight > heaviest) heaviest = weight;
    }
    return heavy.filter((id) => (weights[id] ?? 0) >= least * heaviest);
  }
}
