/** Characters one after the other on a base line, turned so that they run from left to right. */
export interface Run {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Where it ends. */
  end: number;
  /** Whether a blank is drawn before it. */
  readonly afterBlank: boolean;
}

/** Runs on one height, from left to right. */
export type Row = readonly Run[];

/** Rows that are read one after the other. */
export interface TextBlock {
  readonly rows: readonly Row[];
  /** Whether it begins a new column, or goes on below one. */
  readonly isApart: boolean;
}

/** Most white space between lines of one paragraph, in heights of its letters. */
export const widestLeading = 2.6;
/** White space between columns, in heights of the letters. */
export const narrowestGutter = 1.2;
/** Fewest rows of a column, and its narrowest line in heights of the letters. */
const fewestRows = 3;
const narrowestColumn = 7;
/** Share of the lines of a column that must fill it, and how much of it a line must fill to count. */
const fullShare = 0.55;
const fullLine = 0.8;
const mostColumns = 4;
/** Rows above columns at which they are looked for: what is further down is found from there. */
const rowsAbove = 3;
/** Rows of which every one is looked at; more than a page has. */
const usualRows = 64;

/** A stretch without text. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds columns of running text: rows below each other with white space at the same place, on both sides of which most
 * lines are full. In a table the entries are not, and it is read row by row. Looked for from above, each as far down as it
 * reaches; a text across the page ends it. Cost: linear in rows times the gaps of one.
 */
export function inColumns(rows: readonly Row[], depth = 0): TextBlock[] {
  const blocks: TextBlock[] = [];
  let plain: Row[] = [];
  const flush = (): void => {
    if (plain.length > 0) blocks.push({ rows: plain, isApart: blocks.length > 0 });
    plain = [];
  };
  for (let at = 0; at < rows.length;) {
    const { seen, band: found } = depth < mostColumns ? bandFrom(rows, at) : { seen: 1 };
    if (!found) {
      // Where many rows were looked at in vain, so are those after: no page has a table that long.
      const next = at + Math.max(1, Math.floor(seen / usualRows));
      plain.push(...rows.slice(at, next));
      at = next;
      continue;
    }
    const { start, end, gap } = found;
    plain.push(...rows.slice(at, start));
    flush();
    const band = rows.slice(start, end);
    const middle = (gap.from + gap.to) / 2;
    for (const side of [(run: Run) => run.x < middle, (run: Run) => run.x >= middle])
      blocks.push(
        ...inColumns(
          band.map((row) => row.filter(side)).filter((row) => row.length > 0),
          depth + 1,
        ),
      );
    at = end;
  }
  flush();
  return blocks.map((block, at) => ({ ...block, isApart: at > 0 || block.isApart }));
}

interface Band {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/** The columns that begin at or just below a row: as many rows as leave one stretch free; and how many rows were looked at. */
function bandFrom(rows: readonly Row[], at: number): { seen: number; band?: Band } {
  let free: readonly Gap[] = [{ from: -Infinity, to: Infinity }];
  let end = at;
  let best: readonly Gap[] = [];
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    const size = Math.max(...row.map((run) => run.size));
    const next = intersected(free, gapsOf(row), size * narrowestGutter);
    if (!next.some(({ from, to }) => Number.isFinite(from) && Number.isFinite(to)) && end > at && best.length > 0)
      break;
    if (next.length === 0) break;
    free = next;
    best = next.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
    if (best.length === 0 && end > at + rowsAbove) return { seen: end - at };
  }
  const seen = end - at;
  // Rows that have text on one side only do not begin columns.
  for (const gap of [...best].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const middle = (gap.from + gap.to) / 2;
    let start = at;
    while (start < end && !beginsColumns(rows, start, middle)) start++;
    // Nothing but what stands above is looked at again from the next row.
    const band = rows.slice(start, end);
    if (band.length < fewestRows || start > at + rowsAbove) continue;
    const left = band.map((row) => row.filter((run) => run.x < middle)).filter((row) => row.length > 0);
    const right = band.map((row) => row.filter((run) => run.x >= middle)).filter((row) => row.length > 0);
    if (isColumn(left) && isColumn(right)) return { seen, band: { start, end, gap } };
  }
  return { seen };
}

/** Whether a row has text on both sides, or the next row does, so close below that both cannot be lines of one column. */
function beginsColumns(rows: readonly Row[], at: number, middle: number): boolean {
  const [row = [], next = []] = [rows[at], rows[at + 1]];
  if (isOnBoth(row, middle)) return true;
  const [first, below] = [row[0], next[0]];
  const isClose = first && below && first.y - below.y < Math.min(first.size, below.size);
  return isClose === true && isOnBoth([...row, ...next], middle);
}

const isOnBoth = (row: Row, middle: number): boolean =>
  row.some(({ x }) => x < middle) && row.some(({ x }) => x >= middle);

function gapsOf(row: Row): readonly Gap[] {
  const gaps: Gap[] = [];
  let end = -Infinity;
  for (const run of row) {
    if (run.x > end) gaps.push({ from: end, to: run.x });
    end = Math.max(end, run.end);
  }
  gaps.push({ from: end, to: Infinity });
  return gaps;
}

/** Stretches free in both, both in order. */
function intersected(one: readonly Gap[], other: readonly Gap[], narrowest: number): readonly Gap[] {
  const both: Gap[] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const [first, second] = [one[a], other[b]];
    if (!first || !second) break;
    const gap = { from: Math.max(first.from, second.from), to: Math.min(first.to, second.to) };
    if (gap.to - gap.from >= narrowest) both.push(gap);
    if (first.to < second.to) a++;
    else b++;
  }
  return both;
}

/** A line is broken where what follows has no room; so much of a character is free beside it in lines that are not justified. */
const freeRoom = 0.5;

/**
 * Of the rows of a column of running text, those that were broken for want of room: the next, which begins where the column
 * does, goes on with them. The place on the page says so where a column is too short or too narrow to be measured from the
 * lengths of its lines.
 * @param lead width of what may not be torn off the beginning of a row, in heights of the letters
 */
export function brokenRows(rows: readonly Row[], lead: (row: Row) => number): ReadonlySet<Row> {
  const broken = new Set<Row>();
  for (const column of evenRows(rows)) {
    if (!isColumn(column)) continue;
    const [left, right] = edgesOf(column);
    for (const [at, row] of column.entries()) {
      const next = column[at + 1];
      const below = next?.[0];
      if (!next || !below) continue;
      const beginsColumn = below.x - left < below.size * freeRoom;
      const isFull = (row.at(-1)?.end ?? 0) + (lead(next) - 1) * below.size > right - (1 + freeRoom) * below.size;
      if (beginsColumn && isFull) broken.add(row);
    }
  }
  return broken;
}

/** Rows in parts whose letters are of one size, with no more white space between rows than within a paragraph. */
function evenRows(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const [first] = row;
    const above = parts.at(-1)?.at(-1)?.[0];
    const goesOn =
      first &&
      above &&
      Math.abs(first.size - above.size) <= above.size * sameSize &&
      above.y - first.y <= first.size * widestLeading;
    if (goesOn) parts.at(-1)?.push(row);
    else parts.push([row]);
  }
  return parts;
}

/** Letters whose heights differ by less are of one size. */
const sameSize = 0.1;

const edgesOf = (rows: readonly Row[]): readonly [left: number, right: number] => [
  Math.min(...rows.map(([first]) => first?.x ?? Infinity)),
  Math.max(...rows.map((row) => row.at(-1)?.end ?? -Infinity)),
];

/** Whether rows are a column of running text: wide enough, and most lines but the last fill it. */
function isColumn(rows: readonly Row[]): boolean {
  if (rows.length < fewestRows) return false;
  const [from, to] = edgesOf(rows);
  const size = rows[0]?.[0]?.size ?? 1;
  if (to - from < size * narrowestColumn) return false;
  const full = rows.filter((row) => lengthOf(row) >= (to - from) * fullLine).length;
  return full >= (rows.length - 1) * fullShare;
}

/** How much of a line is text. */
const lengthOf = (row: Row): number => row.reduce((sum, { x, end }) => sum + end - x, 0);
