import type { Collocations } from '../corpus/collocations';
import type { Concordance, Place } from '../corpus/concordance';
import type { Continuation, Continuations } from '../corpus/continuations';
import { continuations } from '../corpus/continuations';
import type { DraftEcho } from './draftRepetitions';
import type { Evidence, Frequency } from '../ranking/likelihood';
import type { Opening } from '../ranking/opening';
import type { Range } from '../corpus/suffixArray';

/** Most characters before the cursor that are matched. */
export const longestTyped = 12;
/** Continuations whose evidence is completed; the others are too rare. */
const mostFound = 64;
/** Occurrences whose passages are looked up. */
const placeSample = 16;

/** What was typed of a clause, as far as it is matched. */
export interface Typed {
  /** Han characters and 、. */
  readonly run: string;
  /** What they open, where the clause begins with them. */
  readonly opens: Opening | undefined;
  /** Offsets in `run` at which a word begins. */
  readonly words: ReadonlySet<number>;
}

/** A way to go on, with what speaks for it. */
export interface Found {
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
  readonly places: readonly Place[];
}

/** A continuation that the library has. */
interface Known extends Continuation {
  readonly typed: number;
  readonly among: Continuations;
}

/** A continuation that is in common use. */
interface Usual {
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

/** Finds how library and draft go on after what was typed. */
export class PhraseFinder {
  constructor(
    private readonly concordance: Concordance,
    private readonly collocations: Collocations,
  ) {}

  /**
   * @param shortest fewest typed characters that must match
   * @param echo what the draft has to say
   */
  find(typed: Typed, shortest: number, echo: DraftEcho): readonly Found[] {
    const known = new Map<string, Known>();
    const usual = new Map<string, Usual>();
    /** The fewest typed characters that the library has, and how it goes on after them; the same for common use. */
    let least = { text: '', among: nothing };
    let leastUsual = nothing;
    for (const text of endsOf(typed, shortest)) {
      const { length } = text;
      const inUse = this.collocations.after(text);
      if (inUse.total > 0) leastUsual = inUse;
      for (const { text: follows, count } of inUse.list) {
        // The longest match wins.
        if (!usual.has(follows)) usual.set(follows, { typed: length, count, total: inUse.total });
      }
      const range = this.range(text);
      if (range.end === range.start) continue;
      const among = this.continuations(range, length);
      for (const continuation of among.list) {
        const longer = known.get(continuation.text);
        if (!longer) known.set(continuation.text, { ...continuation, typed: length, among });
        else if (continuation.whole && !longer.whole) {
          // A phrase that a list has as a whole is shown as that phrase.
          known.set(continuation.text, { ...longer, whole: true, position: continuation.position, typed: length });
        }
      }
      least = { text, among };
    }
    const promising = [...known.values()].sort((a, b) => promise(b) - promise(a)).slice(0, mostFound);
    const evidence = (text: string, length: number, own: Frequency): Pick<Evidence, CommonEvidence> => ({
      length: text.length,
      near: echo.near(text),
      close: echo.close(text),
      opens: length === typed.run.length ? typed.opens : undefined,
      library: withPrior(own, usual.get(text) ?? { count: 0, total: leastUsual.total }),
    });
    const inLibrary = promising.map(({ text, position, whole, count, typed: length, among }): Found => {
      const places = this.places(this.range(least.text + text));
      return {
        text,
        evidence: {
          ...evidence(text, length, { count, total: among.total, branches: among.branches }),
          typed: Math.max(length, usual.get(text)?.typed ?? 0),
          atWord: true,
          insideWord: !this.concordance.store.isBoundary(position + length),
          whole,
          spread: new Set(places.map(({ article }) => article)).size,
        },
        position,
        whole,
        typed: length,
        common: false,
        places,
      };
    });
    const others = new Map(echo.continuations);
    for (const [text, { typed: length }] of usual) others.set(text, Math.max(length, others.get(text) ?? 0));
    const none = { count: 0, total: least.among.total, branches: least.among.branches };
    const notInLibrary = [...others].filter(([text]) => !known.has(text));
    return [
      ...inLibrary,
      ...notInLibrary.map(([text, length]): Found => {
        const inUse = usual.get(text);
        const spread = inUse ? 1 : 0;
        return {
          text,
          evidence: {
            ...evidence(text, inUse?.typed ?? 0, none),
            ...{ typed: inUse?.typed ?? 0, atWord: true, insideWord: false, whole: false, spread },
          },
          position: undefined,
          whole: false,
          typed: length,
          common: !echo.continuations.has(text),
          places: [],
        };
      }),
    ];
  }

  /** Where a text that begins at a word stands in the library. */
  range(text: string): Range {
    return this.concordance.byText.find(Array.from(text, (_, index) => text.charCodeAt(index)));
  }

  /** How the library goes on after `typed` characters at the places of `range`. */
  continuations(range: Range, typed: number): Continuations {
    return continuations(this.concordance.store, this.concordance.byText, range, typed);
  }

  /** Passages at a few evenly spread places of `range`. */
  places(range: Range): readonly Place[] {
    const places: Place[] = [];
    const stride = Math.max(1, (range.end - range.start) / placeSample);
    for (let at = range.start; at < range.end; at += stride) {
      const place = this.concordance.place(this.concordance.byText.at(Math.floor(at)));
      if (place) places.push(place);
    }
    return places;
  }
}

/** Rough order in which continuations are worth a closer look. */
const promise = ({ text, count, among, typed }: Known): number =>
  ((count * typed) / (among.total + among.branches)) * text.length;

type CommonEvidence = 'length' | 'near' | 'close' | 'opens' | 'library';

/** What was typed from each of its words on, the longest first, as far as it is matched. */
function* endsOf({ run, words }: Typed, shortest: number): Generator<string> {
  for (let length = Math.min(run.length, longestTyped); length >= shortest; length--) {
    // What begins inside a word is torn out of it.
    if (words.has(run.length - length)) yield run.slice(-length);
  }
}

/**
 * The library's frequency with common use for a prior: as if that had been seen `mostPrior` times more. Smoothing with a
 * Dirichlet prior, see Zhai and Lafferty, “A study of smoothing methods for language models” (2004).
 */
function withPrior({ count, total, branches }: Frequency, usual: Pick<Usual, 'count' | 'total'>): Frequency {
  if (usual.total === 0) return { count, total, branches };
  const weight = Math.min(mostPrior, usual.total);
  return { count: count + (weight * usual.count) / usual.total, total: total + weight, branches };
}
