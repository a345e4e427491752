import type { Line } from '../../library/document';
import { gridLines } from './tableGrid';

/** A cell whose text is this long, in several paragraphs, is a column of running text, not an entry of a table. */
const longestEntry = 80;

/** A cell of a table of a word processor: its lines, and how many columns it takes, 1 unless told. */
export interface Cell {
  readonly lines: readonly Line[];
  readonly columns?: number | undefined;
}

type Rows = readonly (readonly Cell[])[];

/**
 * Lines of a table of a word processor: rows as Markdown writes them; or, where the table only sets text in columns or in
 * a frame, the text of one cell after the other.
 */
export function tableLines(rows: Rows): Line[] {
  if (isLayout(rows)) return rows.flat().flatMap(({ lines }) => lines);
  return gridLines(
    rows.map((cells) =>
      cells.map(({ lines, columns }) => ({ text: lines.map(({ text }) => unescaped(text)).join(' '), columns })),
    ),
  );
}

function isLayout(rows: Rows): boolean {
  if (rows.every((cells) => cells.length <= 1)) return true;
  let whole = 0;
  let running = 0;
  for (const { lines } of rows.flat()) {
    const size = lines.reduce((sum, { text }) => sum + text.length, 0);
    whole += size;
    if (size > longestEntry && lines.length > 1) running += size;
  }
  return running * 2 > whole;
}

/** A row of a table within a cell. */
const unescaped = (text: string): string => (/^\| .* \|$/.test(text) ? text.slice(2, -2).replaceAll('\\|', '|') : text);
