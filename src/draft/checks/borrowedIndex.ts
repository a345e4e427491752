import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { BorrowedRun, Compared, IndexedText, Match, TextMatches } from './borrowedMatches';
import {
  commonStretches,
  countHolders,
  described,
  extended,
  fewest,
  heldUnits,
  longestMatches,
  shortestRun,
} from './borrowedMatches';
import { foldedUnits, sourceRange } from './foldedUnits';
import { gram, GramTable, sampledGrams } from './gramTable';

/** Grams are taken at every sixth unit: a run of 13 holds at least one of them whole, so that none is missed. */
const every = shortestRun - gram + 1;
/** A run in several texts that is longer than this is no set formula: it is a paragraph that was copied before. */
const longestFormula = 40;
/** Units, grams and set formulas after which work in steps gives way. */
const unitsPerStep = 20_000;
const gramsPerStep = 50_000;
const formulasPerStep = 500;

/** What of a draft is borrowed. */
export interface Borrowed {
  /** In order; two may overlap where the draft goes over from one text to another. None lies within another. */
  readonly runs: readonly BorrowedRun[];
  /** Characters of the draft that lie within runs, and all, in letters, digits and Han characters. */
  readonly characters: number;
  readonly total: number;
}

/** A text that holds a passage. */
export interface Holder {
  readonly id: string;
  /** UTF-16 offset. */
  readonly offset: number;
  /** Of the passage, from 0 to 1. */
  readonly share: number;
}

/**
 * Finds what a draft has word for word from other texts: every run of at least 13 letters, digits and Han characters, marks
 * and white space left aside, width, case and traditional characters folded. Exact.
 *
 * Of the texts the hashes of grams of 8 units at every sixth unit are kept (sampled as in Manber's and Schleimer's
 * fingerprints, but at fixed places, which misses nothing), of a draft a table of all its grams is made: a search looks every
 * kept hash up in it and compares the units of the few that are there. Cost: the units of the draft, and a look-up for every
 * six units of the texts, which stays in the processor's cache. Memory: 2⅔ bytes a unit. An inverted index of the texts was
 * tried first: it took three times as long to build and three times the memory, and its lists of grams in common use made searches
 * slower, not faster. A suffix array cannot be kept current by article.
 */
export class BorrowedIndex {
  private readonly texts = new Map<string, IndexedText>();
  private added = 0;
  private formulas: ReadonlyMap<string, readonly Uint16Array[]> = new Map();
  /** Whether a formula may begin with three units, by their hash: nearly always none does. */
  private mayBeginFormula = new Uint8Array(0x10000);

  /** Number of texts. */
  get size(): number {
    return this.texts.size;
  }

  /** @param expressions set formulas, which do not count as borrowed however few texts hold them */
  setFormulas(expressions: Iterable<string>): void {
    finish(this.setFormulasInSteps(expressions));
  }

  /** As `setFormulas`, in steps. */
  *setFormulasInSteps(expressions: Iterable<string>): Steps<void> {
    const formulas = new Map<string, Uint16Array[]>();
    const mayBegin = new Uint8Array(0x10000);
    let done = 0;
    for (const expression of expressions) {
      const units = foldedUnits(expression);
      const start = String.fromCharCode(...units.subarray(0, 3));
      if (units.length < 4) continue;
      mayBegin[hashOfThree(units, 0)] = 1;
      const same = formulas.get(start);
      if (same) same.push(units);
      else formulas.set(start, [units]);
      if (++done % formulasPerStep === 0) yield;
    }
    this.formulas = formulas;
    this.mayBeginFormula = mayBegin;
  }

  /** Adds a text, in place of the one that had its id. */
  add(id: string, text: string): void {
    const units = foldedUnits(text);
    this.texts.set(id, { id, text, units, grams: sampledGrams(units, every), order: this.added++ });
  }

  /** Adds many texts in steps. */
  *addAll(texts: Iterable<{ readonly id: string; readonly text: string }>): Steps<void> {
    let done = 0;
    for (const { id, text } of texts) {
      this.add(id, text);
      done += text.length;
      if (done < unitsPerStep) continue;
      done = 0;
      yield;
    }
  }

  /** Forgets a text; none of that id is no error. */
  remove(id: string): void {
    this.texts.delete(id);
  }

  /** What of a draft stands in other texts. */
  find(draft: string, compared?: Compared): Borrowed {
    return finish(this.findInSteps(draft, compared));
  }

  /**
   * The texts that hold a passage of at least 13 letters, digits and Han characters.
   * @param least share of its letters, digits and Han characters that a text has word for word; a passage is changed where it is used
   * @returns the text that holds most first; `offset` is where in it the passage begins
   */
  holders(passage: string, least = 0.5): readonly Holder[] {
    const units = foldedUnits(passage);
    return finish(this.matches(units))
      .map((found) => ({ found, share: heldUnits(found) / units.length }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share)
      .map(({ found: { text, matches }, share }) => {
        const start = Math.min(...matches.map(({ at }) => at));
        return { id: text.id, offset: sourceRange(text.text, { start, end: start + shortestRun }).start, share };
      });
  }

  /** A text as it was added. */
  text(id: string): string | undefined {
    return this.texts.get(id)?.text;
  }

  /** As `find`, in steps. */
  *findInSteps(draft: string, { isOther, isVersion }: Compared = {}): Steps<Borrowed> {
    const units = foldedUnits(draft);
    yield;
    let found = yield* this.matches(units, isOther);
    if (isVersion) found = found.filter((one) => !isVersion(one.text.id, heldUnits(one) / units.length));
    yield;
    const own = unitsBefore(this.formulaic(units, found));
    yield;
    const ownUnits = ({ start, end }: Match): number => (own[end] ?? 0) - (own[start] ?? 0);
    const longest = longestMatches(units.length, found, (match) => ownUnits(match) >= shortestRun);
    yield;
    const chosen = fewest(longest);
    yield;
    const holders = countHolders(units.length, chosen, found);
    let characters = 0;
    let from = 0;
    const runs: BorrowedRun[] = [];
    for (const [at, match] of chosen.entries()) {
      characters += match.end - Math.max(from, match.start);
      from = match.end;
      runs.push(described(match, draft, holders[at] ?? 0));
      yield;
    }
    return { runs, characters, total: units.length };
  }

  /** All that is the same in some units and in other texts, in the order in which those were added. */
  private *matches(units: Uint16Array, isOther: (id: string) => boolean = () => true): Steps<TextMatches[]> {
    const found: TextMatches[] = [];
    const table = new GramTable(units);
    yield;
    let grams = 0;
    for (const text of this.texts.values()) {
      const matches = text.grams.length > 0 && isOther(text.id) ? matchesIn(text, units, table) : [];
      if (matches.length > 0) found.push({ text, matches });
      grams += text.grams.length;
      if (grams < gramsPerStep) continue;
      grams = 0;
      yield;
    }
    return found;
  }

  /** Marks the units of a draft that belong to set formulas: listed, or found in several texts and not long. */
  private formulaic(units: Uint16Array, found: readonly TextMatches[]): Uint8Array {
    const marks = new Uint8Array(units.length);
    for (let start = 0; start + 3 <= units.length; start++) {
      if (this.mayBeginFormula[hashOfThree(units, start)] === 0) continue;
      for (const formula of this.formulas.get(String.fromCharCode(...units.subarray(start, start + 3))) ?? []) {
        let same = 3;
        while (same < formula.length && formula[same] === units[start + same]) same++;
        if (same === formula.length) marks.fill(1, start, start + same);
      }
    }
    for (const { start, end } of commonStretches(units.length, found)) {
      if (end - start <= longestFormula) marks.fill(1, start, end);
    }
    return marks;
  }
}

const hashOfThree = (units: Uint16Array, at: number): number =>
  (Math.imul(Math.imul(units[at] ?? 0, 31) + (units[at + 1] ?? 0), 31) + (units[at + 2] ?? 0)) & 0xffff;

/** For every place how many units before it are not marked. */
function unitsBefore(marks: Uint8Array): Uint32Array {
  const counts = new Uint32Array(marks.length + 1);
  for (let at = 0; at < marks.length; at++) counts[at + 1] = (counts[at] ?? 0) + (marks[at] === 0 ? 1 : 0);
  return counts;
}

/** All that is the same in some units and in a text, in the order of the units. */
function matchesIn(text: IndexedText, units: Uint16Array, table: GramTable): readonly Match[] {
  const matches: Match[] = [];
  /** Where the last match on each diagonal ended in the text: what lies within it need not be compared again. */
  let ends: Map<number, number> | undefined;
  const { grams } = text;
  for (let index = 0; index < grams.length; index++) {
    const hash = grams[index] ?? 0;
    if (!table.mayHold(hash)) continue;
    const at = index * every;
    for (let start = table.first(hash); start >= 0; start = table.after(start)) {
      if ((ends?.get(at - start) ?? 0) > at || !isSame(units, start, text.units, at)) continue;
      const match = extended(units, start, text, at);
      if (!match) continue;
      (ends ??= new Map<number, number>()).set(at - start, at + match.end - start);
      matches.push(match);
    }
  }
  return matches.sort((a, b) => a.start - b.start);
}

function isSame(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let index = 0; index < gram; index++) if (a[atA + index] !== b[atB + index]) return false;
  return true;
}
