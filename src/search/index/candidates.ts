import type { Postings } from './termIndex';
import type { Term } from '../ranking/occurrences';

/** What a match above a passage, in its title or headings, weighs beside one in its text, when candidates are chosen. */
const aboveShare = 0.5;
/** A candidate with less than this share of the weight that the best one has is not worth a look, unless told otherwise. */
const usualShare = 0.4;
/** Weights are told apart this finely when the best are chosen. */
const grades = 256;
/** Candidates of equal weight that are looked into to choose among them. */
const mostCompared = 5000;

/** Where the terms of a query stand, by the numbers of passages. */
export interface TermPlaces {
  /** Passages whose text holds the term. */
  inTexts(term: string): readonly Postings[];
  /** Passages below a title or heading that holds it. */
  below(term: string): Iterable<Postings>;
}

/** How candidates are chosen. */
export interface Choice {
  /** Most candidates wanted. */
  readonly most: number;
  /** Least share of the weight that the best one has. */
  readonly least?: number | undefined;
  /** Whether a candidate may be taken at all. */
  readonly allowed: (id: number) => boolean;
  /** Of candidates with equal weight those for which this is true are taken first. */
  readonly preferred?: ((id: number) => boolean) | undefined;
  /** Whether candidates with all of the terms, if any has some of them in its text, are all that is wanted. */
  readonly all: boolean;
}

/** The candidates chosen, and how many more have all terms and some of them in their text. */
export interface Chosen {
  readonly ids: readonly number[];
  readonly rest: number;
}

/** Adds up, passage by passage, the weights of the terms that are there, and chooses the passages with the most. */
export class Candidates {
  private weights = new Float32Array(0);
  private counts = new Uint16Array(0);
  /** The term that was last counted for a passage, from 1 on. */
  private last = new Uint16Array(0);

  /**
   * @param size numbers of passages are below this
   * @param terms each once
   */
  choose(size: number, terms: readonly Term[], places: TermPlaces, choice: Choice): Chosen {
    this.clear(size);
    for (const [place, term] of terms.entries()) {
      for (const list of places.inTexts(term.text)) this.count(list, place + 1, term.weight);
      for (const list of places.below(term.text)) this.count(list, place + 1, aboveShare * term.weight);
    }
    const complete = choice.all ? this.complete(size, terms, choice) : [];
    // What a title or heading alone has is half as heavy.
    const above = aboveShare * terms.reduce((total, { weight }) => total + weight, 0) * (1 + 1e-5);
    const inText = (ids: readonly number[]): number => ids.filter((id) => (this.weights[id] ?? 0) > above).length;
    const inTexts = inText(complete);
    if (inTexts === 0) return { ids: this.best(this.heavy(size, choice), choice), rest: 0 };
    const ids = this.best(complete, choice);
    return { ids, rest: inTexts - inText(ids) };
  }

  /** Passages with all terms, in their texts or above them. */
  private complete(size: number, terms: readonly Term[], { allowed }: Choice): number[] {
    const { counts } = this;
    const ids: number[] = [];
    for (let id = 0; id < size; id++) if (counts[id] === terms.length && allowed(id)) ids.push(id);
    return ids;
  }

  private clear(size: number): void {
    if (this.weights.length < size) {
      // Some room, as the library grows by single passages.
      this.weights = new Float32Array(size + 1024);
      this.counts = new Uint16Array(size + 1024);
      this.last = new Uint16Array(size + 1024);
    } else {
      this.weights.fill(0, 0, size);
      this.counts.fill(0, 0, size);
      this.last.fill(0, 0, size);
    }
  }

  private count(list: Postings, mark: number, weight: number): void {
    const { weights, counts, last } = this;
    for (let at = 0, { length } = list; at < length; at++) {
      const id = list[at] ?? 0;
      if (last[id] === mark) continue;
      last[id] = mark;
      weights[id] = (weights[id] ?? 0) + weight;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }

  /** Allowed passages that weigh enough beside the heaviest of them. */
  private heavy(size: number, { allowed, least = usualShare }: Choice): number[] {
    const { weights } = this;
    let heaviest = 0;
    const ids: number[] = [];
    for (let id = 0; id < size; id++) {
      const weight = weights[id] ?? 0;
      if (weight < least * heaviest || weight === 0 || !allowed(id)) continue;
      ids.push(id);
      if (weight > heaviest) heaviest = weight;
    }
    return ids.filter((id) => (weights[id] ?? 0) >= least * heaviest);
  }

  /** The heaviest of the passages; which of equal ones, is for `preferred` and then for their order. */
  private best(ids: readonly number[], { most, preferred }: Choice): readonly number[] {
    if (ids.length <= most) return ids;
    const { weights } = this;
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
    return [...chosen, ...first, ...equal.filter((id) => !taken.has(id))].slice(0, most);
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
