/** A word begins here. */
const wordMark = 1;
/** A phrase of a list begins here; what follows up to the next 0 is the whole of it. */
const itemMark = 2;
/** The run was removed. */
const goneMark = 4;
/** The run is a phrase of a list. */
const insideItemMark = 8;
/** The clause goes on behind the run that ends here, with what is no run. */
const openMark = 16;

/** The runs of a store as they lie there from position 1 on. */
export interface StoredRuns {
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly marks: Uint8Array<ArrayBuffer>;
}

/** Runs one behind the other in one array, each ended by a 0, so that three bytes a character are all they take. */
export class TextStore {
  /** UTF-16 units; 0 before the first run and after each. */
  codes = new Uint16Array(1 << 12);
  private marks = new Uint8Array(1 << 12);
  private used = 1;
  private gone = 0;

  /** UTF-16 units in use, removed ones and ends of runs included. */
  get size(): number {
    return this.used;
  }

  /** UTF-16 units of removed runs. */
  get removed(): number {
    return this.gone;
  }

  /** All runs, for `append`; only to be read. */
  get runs(): StoredRuns {
    return { codes: this.codes.subarray(1, this.used), marks: this.marks.subarray(1, this.used) };
  }

  /** Adds the runs of another store and returns by how much their positions are higher here. */
  append({ codes, marks }: StoredRuns): number {
    const start = this.used;
    this.reserve(codes.length);
    this.codes.set(codes, start);
    this.marks.set(marks, start);
    this.used += codes.length;
    return start - 1;
  }

  /**
   * Adds a run and returns the position of its first unit.
   * @param words offsets at which its words begin
   * @param item whether it is a phrase of a list
   * @param open whether its clause goes on behind it
   */
  add(run: string, words: readonly number[], item: boolean, open = false): number {
    const start = this.used;
    this.reserve(run.length + 1);
    for (let offset = 0; offset < run.length; offset++) this.codes[start + offset] = run.charCodeAt(offset);
    for (const word of words) this.mark(start + word, wordMark);
    if (item) this.mark(start, itemMark);
    if (item) for (let offset = 0; offset < run.length; offset++) this.mark(start + offset, insideItemMark);
    if (open) this.mark(start + run.length, openMark);
    this.used += run.length + 1;
    return start;
  }

  /** Takes note that the runs from `start` to `end` were removed; their text stays. */
  remove(start: number, end: number): void {
    for (let position = start; position < end; position++) this.mark(position, goneMark);
    this.gone += end - start;
  }

  isRemoved(position: number): boolean {
    return this.has(position, goneMark);
  }

  /** Whether a word begins or a run ends at `position`. */
  isBoundary(position: number): boolean {
    return this.has(position, wordMark) || this.endsRun(position);
  }

  /** Whether a phrase of a list begins at `position`. */
  beginsItem(position: number): boolean {
    return this.has(position, itemMark);
  }

  /** Whether `position` is inside a phrase of a list, its beginning included. */
  isInItem(position: number): boolean {
    return this.has(position, insideItemMark);
  }

  /** Whether `position` is the end of a run. */
  endsRun(position: number): boolean {
    return (this.codes[position] ?? 0) === 0;
  }

  /** Whether `position` is the end of a run and of its clause. */
  endsClause(position: number): boolean {
    return this.endsRun(position) && !this.has(position, openMark);
  }

  /** `length` units from `position` on. */
  slice(position: number, length: number): string {
    // Faster for the few units that are asked for than to make an array of them.
    let text = '';
    for (let at = position; at < position + length && at < this.codes.length; at++) {
      text += String.fromCharCode(this.codes[at] ?? 0);
    }
    return text;
  }

  private has(position: number, mark: number): boolean {
    return ((this.marks[position] ?? 0) & mark) !== 0;
  }

  private mark(position: number, mark: number): void {
    this.marks[position] = (this.marks[position] ?? 0) | mark;
  }

  private reserve(length: number): void {
    if (this.used + length <= this.codes.length) return;
    const size = Math.max(this.codes.length * 1.5, this.used + length) | 0;
    const codes = new Uint16Array(size);
    codes.set(this.codes);
    this.codes = codes;
    const marks = new Uint8Array(size);
    marks.set(this.marks);
    this.marks = marks;
  }
}
