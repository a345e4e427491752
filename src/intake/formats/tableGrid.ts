import type { Line } from '../../library/document';
import { tableRow } from './tableRow';

/** A cell of a table. */
export interface GridCell {
  readonly text: string;
  /** Columns and rows that it takes: 1 unless told. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** A cell takes no more columns, and rows are not filled up past them. */
const mostColumns = 64;

/**
 * Rows as Markdown writes them, where no cell takes more than one column or row: what a cell takes beyond is left blank, so
 * that every other stands below its head. Cost: linear in rows times columns.
 */
export function gridLines(table: readonly (readonly GridCell[])[]): Line[] {
  /** Rows that a cell above still takes, by column. */
  const taken: number[] = [];
  const isTaken = (column: number): boolean => {
    const left = taken[column] ?? 0;
    taken[column] = Math.max(0, left - 1);
    return left > 0;
  };
  const grid = table.map((cells) => {
    const row: string[] = [];
    for (const { text, columns = 1, rows = 1 } of cells) {
      while (isTaken(row.length)) row.push('');
      for (let more = Math.min(columns, mostColumns); more > 0; more--) {
        taken[row.length] = Math.max(taken[row.length] ?? 0, rows - 1);
        row.push('');
      }
      row[row.length - Math.max(1, Math.min(columns, mostColumns))] = text;
    }
    for (let column = row.length; column < taken.length; column++) isTaken(column);
    return row.slice(0, row.findLastIndex(Boolean) + 1);
  });
  const width = grid.reduce((most, { length }) => Math.max(most, length), 0);
  return grid
    .filter(({ length }) => length > 0)
    .map((row) =>
      tableRow([...row, ...Array<string>(Math.max(0, Math.min(width, mostColumns) - row.length)).fill('')]),
    );
}
