import { isTableRule } from '../export/draftTable';
import type { FlowTable } from '../export/flow';
import type { SourceRange } from './fieldValues';
import type { PlacedCharacter } from './markedText';
import { placedAs, placedLine } from './markedText';
import type { SourceLines } from './sourceLines';

export interface ExportedCell {
  readonly text: string;
  readonly characters: readonly PlacedCharacter[];
  /** Between the bars, without blanks. */
  readonly range: SourceRange;
}

/** A table of the draft, and its rows and cells in it. */
export interface ExportedTable {
  readonly kind: 'table';
  readonly rows: readonly { readonly cells: readonly ExportedCell[]; readonly line: SourceRange }[];
  readonly block: SourceRange;
}

/** Finds the cells of a table in the draft. */
export function exportedTable({ rows, line = 0 }: FlowTable, lines: SourceLines): ExportedTable {
  let at = line;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  let isRuled = false;
  const placed = rows.map((row, index) => {
    for (; isTableRule(lines.raw(at), index, isRuled); at++) isRuled = true;
    const range = { start: lines.start(at), end: lines.end(at) };
    const cells = cellRanges(lines.raw(at), range.start);
    at++;
    return {
      line: range,
      // The export has as many cells in every row.
      cells: Array.from({ length: columns }, (_, column): ExportedCell => {
        const text = row[column] ?? '';
        const place = cells[column] ?? { start: range.end, end: range.end };
        return { text, range: place, characters: placedAs(text, cellCharacters(lines.text, place)) };
      }),
    };
  });
  // The rule may stand below the last row.
  while (isTableRule(lines.raw(at), isRuled ? rows.length : 1, isRuled) && lines.raw(at).trim().startsWith('|')) at++;
  return { kind: 'table', rows: placed, block: { start: lines.start(line), end: lines.end(at - 1) } };
}

function cellRanges(raw: string, offset: number): readonly SourceRange[] {
  const line = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  let at = offset + lead + (line.startsWith('|') ? 1 : 0);
  return inner.split(/(?<!\\)\|/).map((cell) => {
    const start = at + (cell.trim() ? cell.length - cell.trimStart().length : Math.min(1, cell.length));
    at += cell.length + 1;
    return { start, end: start + cell.trim().length };
  });
}

function cellCharacters(text: string, { start, end }: SourceRange): readonly PlacedCharacter[] {
  const raw = text.slice(start, end);
  const placed: PlacedCharacter[] = [];
  let from = 0;
  for (const match of [...raw.matchAll(/<br\s*\/?>/gi), undefined]) {
    const to = match?.index ?? raw.length;
    placed.push(...placedLine(raw.slice(from, to), start + from, true));
    if (!match) break;
    from = match.index + match[0].length;
    placed.push({ text: '\n', range: { start: start + match.index, end: start + from }, around: undefined });
  }
  return placed;
}
