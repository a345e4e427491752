import type { RevisedBlock, RevisedDocument, RevisedTable, Unit } from './revisedDocument';
import { textAfter, textBefore } from './revisedDocument';

/** A paragraph as it was before the tracked changes, with those in it: with paragraphs that were inserted before its end. */
export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly units: readonly Unit[];
  /** Before the tracked changes. */
  readonly text: string;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly table: RevisedTable;
  readonly text: string;
}

/** Styles of tables that only put things side by side. */
const besides = new Set(['GwLetterhead', 'GwSignature']);
/** Styles whose breaks only balance their lines. */
const balanced = new Set(['Title', 'GwLetterhead']);

/** The style of an element that a document has once or twice. */
export const elementOf = (style = ''): string => (/^(?:Gw|Title|Subtitle)/.test(style) ? style : '');

/** Cuts a document where the version before its tracked changes has ends of paragraphs; empty ones are left out. */
export function documentGroups({ blocks }: RevisedDocument): readonly (DocumentParagraph | DocumentTable)[] {
  const groups: (DocumentParagraph | DocumentTable)[] = [];
  let open: Unit[] = [];
  const close = (): void => {
    const text = textBefore(open).replace(/\n$/, '');
    if (text !== '' || textAfter(open).trim() !== '') groups.push({ kind: 'paragraph', units: open, text });
    open = [];
  };
  for (const block of blocks.flatMap(flattened)) {
    if (block.kind === 'table') {
      close();
      const text = block.rows.flatMap(({ cells }) => cells.map((cell) => textBefore(cell))).join('');
      groups.push({ kind: 'table', table: block, text });
      continue;
    }
    open.push(...withBreaks(block.units));
    if (block.units.at(-1)?.state !== 'inserted') close();
  }
  close();
  return groups;
}

function flattened(block: RevisedBlock): readonly RevisedBlock[] {
  if (block.kind === 'paragraph') return [block];
  const cells = block.rows.flatMap((row) => row.cells);
  const ends = cells.flat().filter(({ text }) => text === '\n');
  if (!ends.every(({ style = '' }) => besides.has(style))) return [block];
  return cells.map((units) => ({ kind: 'paragraph', units }));
}

/** A break within the text is the end of a paragraph: Markdown has no other. */
function withBreaks(units: readonly Unit[]): readonly Unit[] {
  const { style = '' } = units.at(-1) ?? {};
  if (!units.some(({ text }) => text === '\v')) return units;
  if (balanced.has(style)) return units.filter(({ text }) => text !== '\v');
  return units.map((unit) => (unit.text === '\v' ? { ...unit, text: '\n', style } : unit));
}
