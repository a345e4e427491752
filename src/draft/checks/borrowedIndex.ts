import type { Steps } from '../../base/slices';
import { finish } from '../../base/slices';
import type { BorrowedRun, Compared, IndexedText, Match } from './borrowedMatches';
import {
  charactersByText,
  commonStretches,
  described,
  extended,
  fewest,
  gram,
  ownCharacters,
  shortestRun,
} from './borrowedMatches';
import { foldedUnits, sourceRange } from './foldedUnits';
import { GramIndex } from './gramIndex';

/** Grams are taken at every sixth unit: a run of 13 holds at least one of them whole, so that none is missed. */
const every = shortestRun - gram + 1;
/** A run in several texts that is longer than this is no set formula: it is a paragraph that was copied before. */
const longestFormula = 40;
/** Units, and set formulas, after which work in steps gives way. */
const unitsPerStep = 20_000;
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
 * An inverted index of grams of 8 units at every sixth unit of the texts (sampled as in Manber's and Schleimer's fingerprints,
 * but at fixed places, which misses nothing): a look-up for each unit of the draft gives candidates, which are then compared
 * unit by unit. Memory: two bytes a unit and two bytes for its share of the index, plus 4 MB. A suffix array would have
 * taken twice that and could not be kept current by article; hashes of all 13-grams six times.
 */
export class BorrowedIndex {
  private readonly grams: GramIndex;
  private readonly texts: (IndexedText | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private readonly slots = new Map<string, number>();
  private added = 0;
  private formulas: ReadonlyMap<string, readonly Uint16Array[]> = new Map();
  /** Whether a formula may begin with three units, by their hash: nearly always none does. */
  private mayBeginFormula = new Uint8Array(0x10000);

  /** @param lists as for `GramIndex` */
  constructor(lists?: number) {
    this.grams = new GramIndex(lists);
  }

  /** Number of texts. */
  get size(): number {
    return this.slots.size;
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
    this.remove(id);
    const units = foldedUnits(text);
    const slot = this.freeSlots.pop() ?? this.texts.length;
    this.texts[slot] = { id, text, units, order: this.added++ };
    this.slots.set(id, slot);
    for (let at = 0; at + gram <= units.length; at += every) this.grams.add(units, at, slot);
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
    const slot = this.slots.get(id);
    const text = slot === undefined ? undefined : this.texts[slot];
    if (slot === undefined || !text) return;
    for (let at = 0; at + gram <= text.units.length; at += every) this.grams.remove(text.units, at, slot);
    this.texts[slot] = undefined;
    this.freeSlots.push(slot);
    this.slots.delete(id);
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
    const matches = finish(this.matches(units));
    const places = new Map<string, number>();
    for (const { text, start, end, at } of matches) {
      const offset = sourceRange(text.text, { start: at, end: at + end - start }).start;
      places.set(text.id, Math.min(offset, places.get(text.id) ?? Infinity));
    }
    return [...charactersByText(matches)]
      .map(([{ id }, characters]) => ({ id, offset: places.get(id) ?? 0, share: characters / units.length }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share);
  }

  /** A text as it was added. */
  text(id: string): string | undefined {
    const slot = this.slots.get(id);
    return slot === undefined ? undefined : this.texts[slot]?.text;
  }

  /** As `find`, in steps. */
  *findInSteps(draft: string, { isOther, isVersion }: Compared = {}): Steps<Borrowed> {
    const units = foldedUnits(draft);
    let matches = yield* this.matches(units, isOther);
    yield;
    if (isVersion) {
      const own = charactersByText(matches);
      matches = matches.filter(({ text }) => !isVersion(text.id, (own.get(text) ?? 0) / units.length));
    }
    const formulaic = this.formulaic(units, matches);
    yield;
    const runs = fewest(matches.filter(({ start, end }) => ownCharacters(formulaic, start, end) >= shortestRun));
    let characters = 0;
    let from = 0;
    for (const { start, end } of runs) {
      characters += end - Math.max(from, start);
      from = end;
    }
    return { runs: runs.map((run) => described(run, draft, matches)), characters, total: units.length };
  }

  /** All that is the same in some units and in other texts. */
  private *matches(units: Uint16Array, isOther: (id: string) => boolean = () => true): Steps<Match[]> {
    const matches: Match[] = [];
    /** By slot, where the last match on each diagonal ended: what lies within it need not be compared again. */
    const ends: (Map<number, number> | undefined)[] = [];
    /** By slot, whether it is another text and not the draft itself. */
    const others: (boolean | undefined)[] = [];
    for (let start = 0; start + gram <= units.length; start++) {
      if (start % 500 === 499) yield;
      for (let entry = this.grams.first(units, start); entry >= 0; entry = this.grams.after(entry)) {
        const slot = this.grams.owner(entry);
        const text = this.texts[slot];
        const at = this.grams.place(entry);
        if (!text || !isSame(units, start, text.units, at)) continue;
        if (!(others[slot] ??= isOther(text.id)) || (ends[slot]?.get(at - start) ?? 0) > start) continue;
        const match = extended(units, start, text, at);
        if (!match) continue;
        (ends[slot] ??= new Map<number, number>()).set(at - start, match.end);
        matches.push(match);
      }
    }
    return matches;
  }

  /** Marks the units of a draft that belong to set formulas: listed, or found in several texts and not long. */
  private formulaic(units: Uint16Array, matches: readonly Match[]): Uint8Array {
    const marks = new Uint8Array(units.length);
    for (let start = 0; start + 3 <= units.length; start++) {
      if (this.mayBeginFormula[hashOfThree(units, start)] === 0) continue;
      for (const formula of this.formulas.get(String.fromCharCode(...units.subarray(start, start + 3))) ?? []) {
        let same = 3;
        while (same < formula.length && formula[same] === units[start + same]) same++;
        if (same === formula.length) marks.fill(1, start, start + same);
      }
    }
    for (const { start, end } of commonStretches(units.length, matches)) {
      if (end - start <= longestFormula) marks.fill(1, start, end);
    }
    return marks;
  }
}

const hashOfThree = (units: Uint16Array, at: number): number =>
  (Math.imul(Math.imul(units[at] ?? 0, 31) + (units[at + 1] ?? 0), 31) + (units[at + 2] ?? 0)) & 0xffff;

function isSame(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let index = 0; index < gram; index++) if (a[atA + index] !== b[atB + index]) return false;
  return true;
}
