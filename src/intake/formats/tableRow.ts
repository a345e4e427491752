import type { Line } from '../../library/document';

/** A row of a table as Markdown writes it. */
export const tableRow = (cells: readonly string[]): Line => ({
  text: `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()).join(' | ')} |`,
  indent: 0,
  blanks: 0,
  page: false,
  mark: { kind: 'row' },
});
