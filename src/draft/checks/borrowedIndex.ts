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
import { foldedUnits } from './foldedUnits';

/** Grams are taken at every sixth unit: a run of 13 holds at least one of them whole, so that none is missed. */
const every = shortestRun - gram + 1;
/** A run in several texts that is longer than this is no set formula: it is a paragraph that was copied before. */
const longestFormula = 40;
/** Units after which work in steps gives way. */
const unitsPerStep = 20_000;

/** What of a draft is borrowed. */
export interface Borrowed {
  /** In order; two may overlap where the draft goes over from one text to another. None lies within another. */
  readonly runs: readonly BorrowedRun[];
  /** Characters of the draft that lie within runs, and all, in letters, digits and Han characters. */
  readonly characters: number;
  readonly total: number;
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
  /** First entry of each list of places, by hash of the gram; -1 for none. */
  private readonly heads: Int32Array;
  private next = new Int32Array(1024);
  private owner = new Int32Array(1024);
  private place = new Int32Array(1024);
  private used = 0;
  /** First of the entries that were given back, linked by `next`. */
  private free = -1;
  private readonly texts: (IndexedText | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private readonly slots = new Map<string, number>();
  private added = 0;
  private formulas: ReadonlyMap<string, readonly Uint16Array[]> = new Map();

  /**
   * @param lists number of lists of places, a power of two. Never grown, so that no addition is slow: with 2²⁰ a library of
   * 100,000 passages has two or three places a list
   */
  constructor(lists = 1 << 20) {
    this.heads = new Int32Array(lists).fill(-1);
  }

  /** Number of texts. */
  get size(): number {
    return this.slots.size;
  }

  /** @param expressions set formulas, which do not count as borrowed however few texts hold them */
  setFormulas(expressions: Iterable<string>): void {
    const formulas = new Map<string, Uint16Array[]>();
    for (const expression of expressions) {
      const units = foldedUnits(expression);
      const start = String.fromCharCode(...units.subarray(0, 3));
      if (units.length < 4) continue;
      const same = formulas.get(start);
      if (same) same.push(units);
      else formulas.set(start, [units]);
    }
    this.formulas = formulas;
  }

  /** Adds a text, in place of the one that had its id. */
  add(id: string, text: string): void {
    this.remove(id);
    const units = foldedUnits(text);
    const slot = this.freeSlots.pop() ?? this.texts.length;
    this.texts[slot] = { id, text, units, order: this.added++ };
    this.slots.set(id, slot);
    for (let at = 0; at + gram <= units.length; at += every) {
      const entry = this.newEntry();
      const list = this.list(units, at);
      this.owner[entry] = slot;
      this.place[entry] = at;
      this.next[entry] = this.heads[list] ?? -1;
      this.heads[list] = entry;
    }
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
    for (let at = 0; at + gram <= text.units.length; at += every) this.dropEntry(this.list(text.units, at), slot);
    this.texts[slot] = undefined;
    this.freeSlots.push(slot);
    this.slots.delete(id);
  }

  /** What of a draft stands in other texts. */
  find(draft: string, compared?: Compared): Borrowed {
    return finish(this.findInSteps(draft, compared));
  }

  /** A text as it was added. */
  text(id: string): string | undefined {
    const slot = this.slots.get(id);
    return slot === undefined ? undefined : this.texts[slot]?.text;
  }

  /** As `find`, in steps. */
  *findInSteps(draft: string, { isOther = () => true, isVersion }: Compared = {}): Steps<Borrowed> {
    const units = foldedUnits(draft);
    let matches: Match[] = [];
    /** Where the last match on each diagonal ended: what lies within it need not be compared again. */
    const ends = new Map<IndexedText, Map<number, number>>();
    const others = new Map<IndexedText, boolean>();
    for (let start = 0; start + gram <= units.length; start++) {
      if (start % 500 === 499) yield;
      for (let entry = this.heads[this.list(units, start)] ?? -1; entry >= 0; entry = this.next[entry] ?? -1) {
        const text = this.texts[this.owner[entry] ?? -1];
        const at = this.place[entry] ?? 0;
        if (!text || !isSame(units, start, text.units, at)) continue;
        let other = others.get(text);
        if (other === undefined) others.set(text, (other = isOther(text.id)));
        if (!other) continue;
        let diagonals = ends.get(text);
        if (!diagonals) ends.set(text, (diagonals = new Map<number, number>()));
        if ((diagonals.get(at - start) ?? 0) > start) continue;
        const match = extended(units, start, text, at);
        diagonals.set(at - start, match.end);
        if (match.end - match.start >= shortestRun) matches.push(match);
      }
    }
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

  /** Marks the units of a draft that belong to set formulas: listed, or found in several texts and not long. */
  private formulaic(units: Uint16Array, matches: readonly Match[]): Uint8Array {
    const marks = new Uint8Array(units.length);
    for (let start = 0; start + 3 <= units.length; start++) {
      for (const formula of this.formulas.get(String.fromCharCode(...units.subarray(start, start + 3))) ?? []) {
        if (formula.every((unit, at) => unit === units[start + at])) marks.fill(1, start, start + formula.length);
      }
    }
    for (const { start, end } of commonStretches(units.length, matches)) {
      if (end - start <= longestFormula) marks.fill(1, start, end);
    }
    return marks;
  }

  /** The list of the gram at a place. */
  private list(units: Uint16Array, at: number): number {
    return hash(units, at) & (this.heads.length - 1);
  }

  private newEntry(): number {
    if (this.free >= 0) {
      const entry = this.free;
      this.free = this.next[entry] ?? -1;
      return entry;
    }
    if (this.used === this.next.length) {
      this.next = grown(this.next);
      this.owner = grown(this.owner);
      this.place = grown(this.place);
    }
    return this.used++;
  }

  /** Takes one entry of a text out of a list. */
  private dropEntry(list: number, slot: number): void {
    let before = -1;
    for (let entry = this.heads[list] ?? -1; entry >= 0; entry = this.next[entry] ?? -1) {
      const after = this.next[entry] ?? -1;
      if (this.owner[entry] === slot) {
        if (before < 0) this.heads[list] = after;
        else this.next[before] = after;
        this.next[entry] = this.free;
        this.free = entry;
        return;
      }
      before = entry;
    }
  }
}

const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(2 * array.length);
  copy.set(array);
  return copy;
};

function hash(units: Uint16Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + gram; index++) value = Math.imul(value, 0x01000193) ^ (units[index] ?? 0);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return value ^ (value >>> 13);
}

function isSame(a: Uint16Array, atA: number, b: Uint16Array, atB: number): boolean {
  for (let index = 0; index < gram; index++) if (a[atA + index] !== b[atB + index]) return false;
  return true;
}
