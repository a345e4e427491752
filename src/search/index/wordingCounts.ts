import type { Steps } from '../../base/slices';
import type { Wording } from '../ranking/resolvedWord';
import { weightOf } from '../ranking/resolvedWord';
import type { TermPostings } from './termPostings';

/** What a match above a passage, in its title or headings, weighs beside one in its text, when candidates are chosen. */
export const aboveShare = 0.5;
const mostMarks = 0xffff;

/** Told the weight that a passage has of a wording, and whether that is all. */
export type TakeWeight = (id: number, weight: number, whole: boolean) => void;

/** Counts what passages have of a word that may stand for several wordings; the arrays are used again. */
export class WordingCounts {
  /** For the wording that is being counted. */
  private weights = new Float32Array(0);
  private counts = new Uint16Array(0);
  private readonly touched: number[] = [];
  /** Heaviest wording so far; negative where the passage has all of one. */
  private bestWeights = new Float32Array(0);
  /** The term that was last counted for a passage, from 1 on. */
  private last = new Uint16Array(0);
  private mark = 0;

  /**
   * Tells for each passage that has something of the wordings the weight of the one that it has most of; in steps.
   * @param size numbers of passages are below this
   * @param inText told each passage that has something in its own text
   */
  *count(
    size: number,
    wordings: readonly Wording[],
    postings: TermPostings,
    take: TakeWeight,
    inText: (id: number) => void,
  ): Steps<void> {
    this.grow(size);
    const { bestWeights } = this;
    const any: number[] = [];
    const takeBest: TakeWeight = (id, weight, whole) => {
      const best = bestWeights[id] ?? 0;
      if (best === 0) any.push(id);
      bestWeights[id] = (whole || best < 0 ? -1 : 1) * Math.max(Math.abs(best), weight);
    };
    for (const wording of wordings) {
      if (wording.isKnown) countKnown(wording, postings, takeBest, inText);
      else yield* this.countParts(wording, postings, takeBest, inText);
      yield;
    }
    for (const id of any) {
      const best = bestWeights[id] ?? 0;
      bestWeights[id] = 0;
      take(id, Math.abs(best), best < 0);
    }
  }

  /** Passages that have something of a wording. */
  private *countParts(
    { terms }: Wording,
    postings: TermPostings,
    take: TakeWeight,
    inText: (id: number) => void,
  ): Steps<void> {
    const { last, weights, counts, touched } = this;
    if (this.mark + terms.length > mostMarks) {
      last.fill(0);
      this.mark = 0;
    }
    let mark = 0;
    const count = (id: number, weight: number): void => {
      if (last[id] === mark) return;
      last[id] = mark;
      if (counts[id] === 0) touched.push(id);
      weights[id] = (weights[id] ?? 0) + weight;
      counts[id] = (counts[id] ?? 0) + 1;
    };
    for (const term of terms) {
      mark = ++this.mark;
      for (const list of postings.inTexts(term.text)) {
        for (let at = 0, { length } = list; at < length; at++) {
          const id = list[at] ?? 0;
          count(id, term.weight);
          inText(id);
        }
      }
      for (const { first, end } of postings.below([term.text])) {
        for (let id = first; id < end; id++) count(id, aboveShare * term.weight);
      }
      yield;
    }
    for (const id of touched) {
      take(id, weights[id] ?? 0, counts[id] === terms.length);
      weights[id] = 0;
      counts[id] = 0;
    }
    touched.length = 0;
  }

  private grow(size: number): void {
    if (this.last.length >= size) return;
    // Some room, as the library grows by single passages.
    const length = size + 1024;
    this.weights = new Float32Array(length);
    this.counts = new Uint16Array(length);
    this.bestWeights = new Float32Array(length);
    this.last = new Uint16Array(length);
    this.mark = 0;
  }
}

/** Passages that have all of a wording. */
function countKnown(wording: Wording, postings: TermPostings, take: TakeWeight, inText: (id: number) => void): void {
  const weight = weightOf(wording);
  const terms = wording.terms.map(({ text }) => text);
  for (const id of postings.inTextsTogether(terms)) {
    take(id, weight, true);
    inText(id);
  }
  for (const { first, end } of postings.below(terms)) {
    for (let id = first; id < end; id++) take(id, aboveShare * weight, true);
  }
}
