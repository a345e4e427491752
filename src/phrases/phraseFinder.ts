import type { Concordance, Place } from './concordance';
import type { Continuation, Continuations } from './continuations';
import { continuations } from './continuations';
import type { DraftEcho } from './draftEcho';
import type { Evidence } from './likelihood';
import type { Opening } from './opening';
import type { Range } from './suffixOrder';

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
  /** Some of the passages in which it stands. */
  readonly places: readonly Place[];
}

interface Known extends Continuation {
  readonly typed: number;
  readonly among: Continuations;
}

/** What only the draft has. */
const nowhere = { typed: 0, opens: undefined, atWord: true, insideWord: false, whole: false, spread: 0 };

const nothing: Continuations = { list: [], total: 0, branches: 0 };

/** Finds how library and draft go on after what was typed. */
export class PhraseFinder {
  constructor(private readonly concordance: Concordance) {}

  /**
   * @param shortest fewest typed characters that must match
   * @param echo what the draft has to say
   */
  find({ run, opens, words }: Typed, shortest: number, echo: DraftEcho): readonly Found[] {
    const known = new Map<string, Known>();
    /** The fewest typed characters that the library has, and how it goes on after them. */
    let least = { text: '', among: nothing };
    for (let typed = Math.min(run.length, longestTyped); typed >= shortest; typed--) {
      // What begins inside a word is torn out of it.
      if (!words.has(run.length - typed)) continue;
      const text = run.slice(-typed);
      const range = this.range(text);
      if (range.end === range.start) continue;
      const among = this.continuations(range, typed);
      for (const continuation of among.list) {
        // The longest match wins; but a phrase that a list has as a whole is shown as that phrase.
        const longer = known.get(continuation.text);
        if (!longer) known.set(continuation.text, { ...continuation, typed, among });
        else if (continuation.whole && !longer.whole) {
          known.set(continuation.text, { ...longer, whole: true, position: continuation.position, typed });
        }
      }
      least = { text, among };
    }
    const promising = [...known.values()].sort((a, b) => promise(b) - promise(a)).slice(0, mostFound);
    const common = (text: string): Pick<Evidence, 'length' | 'near' | 'close'> => ({
      length: text.length,
      near: echo.near(text),
      close: echo.close(text),
    });
    const inLibrary = promising.map(({ text, position, whole: isItem, count, typed, among }) => {
      const places = this.places(this.range(least.text + text));
      const evidence = {
        ...common(text),
        typed,
        opens: typed === run.length ? opens : undefined,
        atWord: words.has(run.length - typed),
        insideWord: !this.concordance.store.isBoundary(position + typed),
        whole: isItem,
        library: { count, total: among.total, branches: among.branches },
        spread: new Set(places.map(({ article }) => article)).size,
      };
      return { text, evidence, position, whole: isItem, typed, places };
    });
    const inDraft = [...echo.continuations].filter(([text]) => !known.has(text));
    const library = { count: 0, total: least.among.total, branches: least.among.branches };
    const onlyInDraft = inDraft.map(([text, typed]) => ({
      text,
      evidence: { ...common(text), ...nowhere, library },
      position: undefined,
      whole: false,
      typed,
      places: [],
    }));
    return [...inLibrary, ...onlyInDraft];
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
