/*
 * Finds how a clause goes on: by back-off from the longest end of it that begins at a word to the shortest, as n-gram
 * models do (Katz, 1987), with common use as a Dirichlet prior of the library's counts. Each end costs two binary searches
 * in a suffix array and a scan of its occurrences.
 */
import type { PassageRef } from '../candidate';
import type { Collocations } from '../corpus/collocations';
import type { Concordance } from '../corpus/concordance';
import type { Continuation, Continuations } from '../corpus/continuations';
import { continuations, usualSample } from '../corpus/continuations';
import type { Range } from '../corpus/suffixArray';
import type { Evidence, Frequency } from '../ranking/likelihood';
import type { Repetitions } from './draftRepetitions';
import type { TypedClause } from './typedClause';
import { endsOf, lastWordOf } from './typedClause';

/** Continuations whose evidence is completed; the others are too rare. */
const mostFound = 64;
/** Occurrences whose passages are looked up. */
const passageSample = 16;

/** A way to go on, with what speaks for it. */
export interface FoundPhrase {
  readonly text: string;
  readonly evidence: Evidence;
  /** Position of an occurrence in the library, where the typed part begins; undefined where only the draft has it. */
  readonly position: number | undefined;
  /** Whether it is a whole phrase of a list from `position` on. */
  readonly whole: boolean;
  /** Typed characters that the occurrence, in library or draft, shares. */
  readonly typed: number;
  /** Whether it is here only because it is in common use. */
  readonly common: boolean;
  /** Some of the passages in which it stands. */
  readonly passages: readonly PassageRef[];
}

/** A continuation that the library has after `typed` characters, and the others that it has there. */
interface LibraryContinuation extends Continuation {
  readonly typed: number;
  readonly among: Continuations;
}

/** How often something that is in common use follows `typed` characters. */
interface CommonUse {
  readonly typed: number;
  readonly count: number;
  readonly total: number;
}

const nothing: Continuations = { list: [], total: 0, branches: 0 };

/**
 * Occurrences in the library that outweigh common use: with none, common use alone decides. Saves most on prose that
 * neither the weights nor the collocations come from; half or twice as many do hardly worse.
 */
const mostPrior = 8;

/** What the tables say after every end of a clause. */
interface Lookup {
  readonly inLibrary: ReadonlyMap<string, LibraryContinuation>;
  readonly inUse: ReadonlyMap<string, CommonUse>;
  /** The shortest end that the library has, and how it goes on after it. */
  readonly shortest: { readonly text: string; readonly range: Range | undefined; readonly among: Continuations };
  /** How often the shortest end that is in common use is used. */
  readonly totalInUse: number;
}

/** Finds how library and draft go on after what was typed. */
export class PhraseFinder {
  constructor(
    private readonly concordance: Concordance,
    private readonly collocations: Collocations,
  ) {}

  /**
   * @param shortest fewest typed characters that must match
   * @param repetitions what the draft has to say
   */
  find(clause: TypedClause, shortest: number, repetitions: Repetitions): readonly FoundPhrase[] {
    const lookup = this.lookUp(clause, shortest);
    const evidence = (text: string, typed: number, own: Frequency): Evidence => ({
      length: text.length,
      typed: Math.max(typed, lookup.inUse.get(text)?.typed ?? 0),
      opens: typed === clause.run.length ? clause.opens : undefined,
      insideWord: false,
      whole: false,
      library: withPrior(own, lookup.inUse.get(text) ?? { count: 0, total: lookup.totalInUse }),
      spread: lookup.inUse.has(text) ? 1 : 0,
      afterTwo: repetitions.afterTwo(text),
      afterFour: repetitions.afterFour(text),
    });
    const lastWord = lastWordOf(clause).length;
    const promising = [...lookup.inLibrary.values()]
      .filter(({ position, typed }) => !this.tears(position + typed - lastWord, position + typed))
      .sort((a, b) => promise(b) - promise(a))
      .slice(0, mostFound);
    const inLibrary = promising.map(({ text, position, whole, count, typed, among }): FoundPhrase => {
      const passages = this.passages(this.range(lookup.shortest.text + text, lookup.shortest.range));
      return {
        text,
        evidence: {
          ...evidence(text, typed, { count, total: among.total, branches: among.branches }),
          insideWord: !this.concordance.store.isBoundary(position + typed),
          whole,
          spread: new Set(passages.map(({ article }) => article)).size,
        },
        position,
        whole,
        typed,
        common: false,
        passages,
      };
    });
    const others = new Map(repetitions.continuations);
    for (const [text, { typed }] of lookup.inUse) others.set(text, Math.max(typed, others.get(text) ?? 0));
    const { total, branches } = lookup.shortest.among;
    const elsewhere = [...others].filter(([text]) => !lookup.inLibrary.has(text));
    return [
      ...inLibrary,
      ...elsewhere.map(([text, typed]): FoundPhrase => {
        const own = evidence(text, lookup.inUse.get(text)?.typed ?? 0, { count: 0, total, branches });
        const common = !repetitions.continuations.has(text);
        return { text, evidence: own, position: undefined, whole: false, typed, common, passages: [] };
      }),
    ];
  }

  private lookUp(clause: TypedClause, shortestEnd: number): Lookup {
    const inLibrary = new Map<string, LibraryContinuation>();
    const inUse = new Map<string, CommonUse>();
    let shortest: Lookup['shortest'] = { text: '', range: undefined, among: nothing };
    let totalInUse = 0;
    for (const text of endsOf(clause, shortestEnd)) {
      const typed = text.length;
      const use = this.collocations.after(text);
      if (use.total > 0) totalInUse = use.total;
      for (const { text: follows, count } of use.list) {
        // The longest match wins.
        if (!inUse.has(follows)) inUse.set(follows, { typed, count, total: use.total });
      }
      const range = this.range(text);
      if (range.end === range.start) continue;
      const among = this.continuations(range, typed);
      for (const continuation of among.list) {
        const longer = inLibrary.get(continuation.text);
        if (!longer) inLibrary.set(continuation.text, { ...continuation, typed, among });
        else if (continuation.whole && !longer.whole) {
          // A phrase that a list has as a whole is shown as that phrase.
          inLibrary.set(continuation.text, { ...longer, whole: true, position: continuation.position, typed });
        }
      }
      shortest = { text, range, among };
    }
    return { inLibrary, inUse, shortest, totalInUse };
  }

  /** Whether the library has a word that begins within the last typed one and goes on behind it: 上|下功夫 behind 上下. */
  private tears(start: number, end: number): boolean {
    const { store } = this.concordance;
    if (store.isBoundary(end)) return false;
    for (let at = start + 1; at < end; at++) if (store.isBoundary(at)) return true;
    return false;
  }

  /** Where a text that begins at a word stands in the library. @param within where a beginning of it stands */
  range(text: string, within?: Range): Range {
    const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    return this.concordance.byText.find(codes, within);
  }

  /** How the library goes on after `typed` characters at the places of `range`, as many of them as `sample` says. */
  continuations(range: Range, typed: number, sample = usualSample): Continuations {
    const { store, byText: suffixes, ends } = this.concordance;
    return continuations({ store, suffixes, ends }, range, typed, sample);
  }

  /** Passages at a few evenly spread places of `range`. */
  passages(range: Range): readonly PassageRef[] {
    const found: PassageRef[] = [];
    const stride = Math.max(1, (range.end - range.start) / passageSample);
    for (let at = range.start; at < range.end; at += stride) {
      const passage = this.concordance.passageAt(this.concordance.byText.at(Math.floor(at)));
      if (passage) found.push(passage);
    }
    return found;
  }
}

/** Rough order in which continuations are worth a closer look. */
const promise = ({ text, count, among, typed }: LibraryContinuation): number =>
  ((count * typed) / (among.total + among.branches)) * text.length;

/**
 * The library's frequency with common use for a prior: as if that had been seen `mostPrior` times more. Smoothing with a
 * Dirichlet prior, see Zhai and Lafferty, “A study of smoothing methods for language models” (2004).
 */
function withPrior({ count, total, branches }: Frequency, use: Pick<CommonUse, 'count' | 'total'>): Frequency {
  if (use.total === 0) return { count, total, branches };
  const weight = Math.min(mostPrior, use.total);
  return { count: count + (weight * use.count) / use.total, total: total + weight, branches };
}
