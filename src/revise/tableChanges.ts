import type { FoundChange, TextEdit } from './draftChange';
import { kindOf } from './draftChange';
import type { ExportedCell, ExportedTable } from './exportedTable';
import { pairBlocks } from './pairBlocks';
import type { Reviser, RevisedRow, RevisedTable, Unit } from './revisedDocument';
import { textAfter, textBefore } from './revisedDocument';
import type { Step } from './script';
import { scriptOf } from './script';
import { offsetAt, textEdits } from './textEdits';
import type { MarkdownWriter } from './writeMarkdown';

/** Text of a cell after the changes: its paragraphs are parted by `\n`. */
export const cellAfter = (cell: readonly Unit[]): string => textAfter(cellUnits(cell)).trim();

/** Characters of a cell without the end of its last paragraph; breaks of lines count as ends. */
const cellUnits = (cell: readonly Unit[]): readonly Unit[] =>
  cell.slice(0, -1).map((unit) => (unit.text === '\v' ? { ...unit, text: '\n' } : unit));

/** What became of a table: characters of its cells, rows that come or go; where its columns changed, the whole of it. */
export function tableChanges(
  before: ExportedTable,
  after: RevisedTable,
  text: string,
  writer: MarkdownWriter,
): readonly FoundChange[] {
  const rows = after.rows.filter(({ state }) => state !== 'inserted');
  const known = before.rows.map(({ cells }) => cells.map((cell) => cell.text).join('\t'));
  const old = rows.map(({ cells }) => cells.map((cell) => textBefore(cellUnits(cell))).join('\t'));
  const comparable = (one: string): { text: string; kind: string; isDivisible: false } => ({
    text: one,
    kind: 'row',
    isDivisible: false,
  });
  const pairs = pairBlocks(known.map(comparable), old.map(comparable));
  const partner = new Map(pairs.flatMap((pair) => pair.after.map((at) => [rows[at], pair.before[0]] as const)));
  const kept = after.rows.filter(({ state }) => state !== 'deleted');
  const [first] = kept;
  const isReshaped =
    kept.some(
      (row) => partner.get(row) !== undefined && row.cells.length !== before.rows[partner.get(row) ?? 0]?.cells.length,
    ) ||
    kept.some((row) => row.cells.length !== first?.cells.length) ||
    !first ||
    partner.get(first) !== 0;
  if (isReshaped) return [wholeTable(before, after, kept, writer)];
  const changes: FoundChange[] = [];
  const met = new Set<number>();
  let last = 0;
  for (const row of after.rows) {
    const at = partner.get(row);
    if (at !== undefined) {
      met.add(at);
      last = at + 1;
      if (row.state === 'deleted') changes.push(rowRemoval(before, at, text, row.by));
      else
        row.cells.forEach((cell, column) => changes.push(...cellChanges(before.rows[at]?.cells[column], cell, writer)));
    } else if (row.state !== 'deleted') changes.push(rowAddition(before, last, row, text, writer));
  }
  before.rows.forEach((_, at) => {
    if (!met.has(at)) changes.push(rowRemoval(before, at, text, undefined));
  });
  return changes;
}

function wholeTable(
  before: ExportedTable,
  after: RevisedTable,
  kept: readonly RevisedRow[],
  writer: MarkdownWriter,
): FoundChange {
  const rows = kept.map(({ cells }) => cells.map(cellAfter));
  const by = after.rows.find((row) => row.by)?.by;
  const old = tableText(before.rows.map(({ cells }) => cells.map((cell) => cell.text)));
  const fresh = tableText(rows);
  return {
    kind: kindOf(old, fresh),
    edits: [{ ...before.block, text: rows.length > 0 ? writer.table(rows) : '' }],
    before: old,
    after: fresh,
    by,
  };
}

export const tableText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');

function rowRemoval(table: ExportedTable, at: number, text: string, by: Reviser | undefined): FoundChange {
  const row = table.rows[at];
  const { start, end } = row?.line ?? table.block;
  const edit = end < text.length ? { start, end: end + 1, text: '' } : { start: start - 1, end, text: '' };
  const before = row?.cells.map((cell) => cell.text).join('\t') ?? '';
  return { kind: 'delete', edits: [edit], before, after: '', by };
}

function rowAddition(
  table: ExportedTable,
  at: number,
  row: RevisedRow,
  text: string,
  writer: MarkdownWriter,
): FoundChange {
  const cells = row.cells.map(cellAfter);
  const line = writer.row(cells);
  const below = table.rows[at]?.line.start;
  const { end } = table.block;
  const edit: TextEdit =
    below !== undefined
      ? { start: below, end: below, text: `${line}\n` }
      : end < text.length
        ? { start: end + 1, end: end + 1, text: `${line}\n` }
        : { start: end, end, text: `\n${line}` };
  return { kind: 'insert', edits: [edit], before: '', after: cells.join('\t'), by: row.by };
}

function cellChanges(
  cell: ExportedCell | undefined,
  units: readonly Unit[],
  writer: MarkdownWriter,
): readonly FoundChange[] {
  if (!cell) return [];
  const { characters, range } = cell;
  const changes: FoundChange[] = [];
  let open: Exclude<Step, { kind: 'keep' }>[] = [];
  let cursor = 0;
  const close = (): void => {
    const deleted = open.flatMap((step) => (step.kind === 'delete' ? [step.at] : []));
    const after = open.map((step) => (step.kind === 'insert' ? step.text : '')).join('');
    const before = deleted.map((at) => characters[at]?.text ?? '').join('');
    const offset = offsetAt(characters, cursor) ?? range.start;
    const edits = textEdits(characters, deleted, writer.cell(after), offset);
    const by = open.find((step) => step.by)?.by;
    if (edits.length > 0) changes.push({ kind: kindOf(before, after), edits, before, after, by });
    open = [];
  };
  for (const step of scriptOf(cell.text, cellUnits(units))) {
    if (step.kind !== 'keep') {
      if (step.kind === 'delete' && open.length === 0) cursor = step.at;
      open.push(step);
      continue;
    }
    close();
    cursor = step.at + 1;
  }
  close();
  return changes;
}
