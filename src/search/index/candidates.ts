// Chooses the passages that are worth ranking: adds up, passage by passage, the weights of the query's terms that are there
// (the postings of every term are walked once), and takes those with the most. Cost: the length of the posting lists, and
// one pass over the numbers of all passages; 1 ms for 100,000 postings. Rejected: FlexSearch's own `suggest`, which orders
// by the number of terms and not by their weight (MRR .885 against .950 with 10,000 passages).
import type { ResolvedWord } from '../ranking/resolvedWord';
import type { Term } from '../ranking/terms';
import type { Postings } from './termIndex';

/** What a match above a passage, in its title or headings, weighs beside one in its text, when candidates are chosen. */
const aboveShare = 0.5;
/** A candidate with less than this share of the weight that the best one has is not worth a look, unless told otherwise. */
const usualShare = 0.4;
/** Weights are told apart this finely when the best are chosen. */
const grades = 256;
/** Candidates of equal weight that are looked into to choose among them. */
const mostCompared = 2000;

/** Passages from one number to, and without, another. */
export interface IdRange {
  readonly first: number;
  readonly end: number;
}

/** The postings of terms, by the numbers of passages. */
export interface TermPostings {
  /** Passages whose text holds the term. */
  inTexts(term: string): readonly Postings[];
  /** Passages below a title or heading that holds it. */
  below(term: string): Iterable<IdRange>;
}

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
  private bestWeights = new Float32Array(0);
  private readonly touched: number[] = [];
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

  /**
   * The heaviest of the passages, heaviest first; which of equal ones, is for `preferred` and then for their order.
   */
  best(ids: readonly number[], most: number, preferred?: (id: number) => boolean): readonly number[] {
    const { weights } = this;
    const byWeight = (a: number, b: number): number => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b;
    if (ids.length <= most) return [...ids].sort(byWeight);
    let heaviest = 0;
    for (const id of ids) heaviest = Math.max(heaviest, weights[id] ?? 0);
    const gradeOf = (id: number): number => Math.round(((grades - 1) * (weights[id] ?? 0)) / heaviest);
    const sizes = new Uint32Array(grades);
    for (const id of ids) sizes[gradeOf(id)] = (sizes[gradeOf(id)] ?? 0) + 1;
    let lowest = grades - 1;
    for (let total = sizes[lowest] ?? 0; total < most && lowest > 0; total += sizes[lowest] ?? 0) lowest--;
    const chosen = ids.filter((id) => gradeOf(id) > lowest);
    const equal = ids.filter((id) => gradeOf(id) === lowest);
    const first = preferred ? firstThat(equal, preferred, most - chosen.length) : [];
    const taken = new Set(first);
    return [...chosen.sort(byWeight), ...first, ...equal.filter((id) => !taken.has(id))].slice(0, most);
  }

  private clear(size: number): void {
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
    } else {
      for (const column of [this.weights, this.counts, this.textFlags, this.last]) column.fill(0, 0, size);
    }
  }

  private countTerm(term: Term, postings: TermPostings): void {
    const { last, textFlags, weights, counts } = this;
    const mark = ++this.mark;
    for (const list of postings.inTexts(term.text)) {
      for (let at = 0, { length } = list; at < length; at++) {
        const id = list[at] ?? 0;
        if (last[id] === mark) continue;
        last[id] = mark;
        weights[id] = (weights[id] ?? 0) + term.weight;
        counts[id] = (counts[id] ?? 0) + 1;
        textFlags[id] = 1;
      }
    }
    for (const { first, end } of postings.below(term.text)) {
      for (let id = first; id < end; id++) {
        if (last[id] === mark) continue;
        last[id] = mark;
        weights[id] = (weights[id] ?? 0) + aboveShare * term.weight;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }

  /** Adds to each passage the weight of the wording that it has most of, and counts it once if it has all of one. */
  private countWordings(wordings: ResolvedWord['wordings'], postings: TermPostings): void {
    const { last, textFlags, wordingWeights, wordingCounts, bestWeights, touched } = this;
    const any: number[] = [];
    let mark = 0;
    const take = (id: number, weight: number): void => {
      if (last[id] === mark) return;
      last[id] = mark;
      if (wordingCounts[id] === 0) touched.push(id);
      wordingWeights[id] = (wordingWeights[id] ?? 0) + weight;
      wordingCounts[id] = (wordingCounts[id] ?? 0) + 1;
    };
    for (const { terms } of wordings) {
      for (const term of terms) {
        mark = ++this.mark;
        for (const list of postings.inTexts(term.text)) {
          for (let at = 0, { length } = list; at < length; at++) {
            const id = list[at] ?? 0;
            take(id, term.weight);
            textFlags[id] = 1;
          }
        }
        for (const { first, end } of postings.below(term.text)) {
          for (let id = first; id < end; id++) take(id, aboveShare * term.weight);
        }
      }
      for (const id of touched) {
        const weight = wordingWeights[id] ?? 0;
        const best = bestWeights[id] ?? 0;
        if (best === 0) any.push(id);
        // The sign tells that it has all of one.
        const whole = best < 0 || wordingCounts[id] === terms.length;
        bestWeights[id] = (whole ? -1 : 1) * Math.max(Math.abs(best), weight);
        wordingWeights[id] = 0;
        wordingCounts[id] = 0;
      }
      touched.length = 0;
    }
    for (const id of any) {
      const best = bestWeights[id] ?? 0;
      bestWeights[id] = 0;
      this.weights[id] = (this.weights[id] ?? 0) + Math.abs(best);
      if (best < 0) this.counts[id] = (this.counts[id] ?? 0) + 1;
    }
  }

  /** Passages with all that is wanted, in their texts or above them. */
  private complete(may: Selection['may']): number[] {
    const { counts, wanted } = this;
    const ids: number[] = [];
    for (let id = 0; id < this.size; id++) if (counts[id] === wanted && may(id)) ids.push(id);
    return ids;
  }

  /** Passages that weigh enough beside the heaviest of them. */
  private heavy(may: Selection['may'], least: number): number[] {
    const { weights } = this;
    let heaviest = 0;
    const ids: number[] = [];
    for (let id = 0; id < this.size; id++) {
      const weight = weights[id] ?? 0;
      if (weight < least * heaviest || weight === 0 || !may(id)) continue;
      ids.push(id);
      if (weight > heaviest) heaviest = weight;
    }
    return ids.filter((id) => (weights[id] ?? 0) >= least * heaviest);
  }
}

function firstThat(ids: readonly number[], wanted: (id: number) => boolean, most: number): readonly number[] {
  const found: number[] = [];
  for (const id of ids.slice(0, mostCompared)) {
    if (found.length >= most) break;
    if (wanted(id)) found.push(id);
  }
  return found;
}
