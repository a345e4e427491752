import { composeFlow } from '../export/composeFlow';
import { draftFields } from '../export/draftFields';
import { readDate } from '../export/draftDates';
import type { ElementName } from '../export/elementKeys';
import { keysOf } from '../export/elementKeys';
import type { FlowItem } from '../export/flow';
import { textOf } from '../export/officialDocument';
import { standardProfile } from '../export/profile';
import { withoutNumber } from '../export/readAttachments';
import { readDraft } from '../export/readDraft';
import type { Field, FieldValue, SourceRange } from './fieldValues';
import { fieldsOf } from './fieldValues';
import type { PlacedCharacter } from './markedText';
import { unplaced } from './markedText';
import { SourceLines } from './sourceLines';
import type { ExportedTable } from './exportedTable';
import { exportedTable } from './exportedTable';

/** A value of the front matter within an exported text. */
export interface FieldPart {
  readonly from: number;
  readonly to: number;
  readonly value: FieldValue;
}

/** A paragraph of the Word document that a draft becomes. */
export interface ExportedParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly style: string;
  /** One for each UTF-16 unit of the text. */
  readonly characters: readonly PlacedCharacter[];
  /** Its whole lines in the draft; undefined for what front matter says. */
  readonly block: SourceRange | undefined;
  /** With the fence above or below it, where it begins or ends a block of code. */
  readonly outside?: SourceRange;
  /** Whether others stand in the same lines. */
  readonly isShared: boolean;
  readonly fields: readonly FieldPart[];
}

/** What a draft becomes, in the order of the Word document, and where each part of it stands in the draft. */
export interface ExportedDraft {
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly items: readonly (ExportedParagraph | ExportedTable)[];
  readonly fields: readonly Field[];
}

/** Elements that stand in paragraphs of a style. */
const elementsOf: Readonly<Record<string, readonly ElementName[]>> = {
  GwMark: ['份号', '密级', '紧急程度'],
  GwLetterhead: ['发文机关标志', '发文机关', '标题'],
  GwNumber: ['发文字号', '签发人', '份号', '密级', '紧急程度'],
  Title: ['标题'],
  GwRecipients: ['主送'],
  GwAttachments: ['附件'],
  GwSignature: ['成文日期', '发文机关', '发文机关标志', '签发人'],
  GwNote: ['附注'],
  GwImprint: ['抄送', '印发机关', '印发日期'],
};

interface Piece {
  readonly text: string;
  readonly style: string;
  readonly line: number | undefined;
}

/**
 * Says what the export makes of a draft, paragraph by paragraph.
 * @param text line ends LF
 */
export function exportedDraft(text: string, languageId: string): ExportedDraft {
  const isMarkdown = languageId === 'markdown';
  const flow = composeFlow(readDraft(text, languageId), standardProfile);
  const fields = fieldsOf(text, draftFields(text).bodyOffset);
  const lines = new SourceLines(text, isMarkdown);
  const pieces: (Piece | ExportedTable)[] = [...(flow.letterHead ? [flow.letterHead] : []), ...flow.items].flatMap(
    (item) => piecesOf(item, lines),
  );
  if (flow.imprint) {
    const { copies, printer, printed, line } = flow.imprint;
    pieces.push(...copies.map((copy): Piece => ({ ...copy, style: 'GwImprint' })));
    if (printer || printed) pieces.push({ text: `${printer}\t${printed}`, style: 'GwImprint', line });
  }
  const uses = new Map<number, number>();
  for (const piece of pieces)
    if (!('kind' in piece) && piece.line !== undefined) uses.set(piece.line, (uses.get(piece.line) ?? 0) + 1);
  const items = pieces
    .map((piece) => ('kind' in piece ? piece : paragraphOf(piece, lines, fields, uses)))
    .filter((item) => item.kind === 'table' || item.text !== '');
  return { text, isMarkdown, items, fields };
}

/** Pictures have no text; tables that only put things side by side are the paragraphs in them. */
function piecesOf(item: FlowItem, lines: SourceLines): readonly (Piece | ExportedTable)[] {
  switch (item.kind) {
    case 'paragraph':
      return [{ text: textOf(item.spans), style: item.style, line: item.line }];
    case 'picture':
      return [];
    case 'table':
      return [exportedTable(item, lines)];
    case 'jointHead':
      return item.names.flatMap((text, at): Piece[] => [
        { text, style: 'GwLetterhead', line: item.line },
        ...(at === 0 ? [{ text: item.end, style: 'GwLetterhead', line: item.line }] : []),
      ]);
    case 'signatures':
      return item.rows.flat().map((text): Piece => ({ text, style: 'GwSignature', line: lines.lineWith(text) }));
  }
}

function paragraphOf(
  { text: exported, style, line }: Piece,
  lines: SourceLines,
  fields: readonly Field[],
  uses: ReadonlyMap<number, number>,
): ExportedParagraph {
  // Breaks within a title only balance its lines.
  const text = exported.replaceAll('\n', '').trim();
  const base = { kind: 'paragraph', text, style } as const;
  if (line === undefined) {
    const parts = fieldParts(text, fields, (elementsOf[style] ?? []).flatMap(keysOf));
    return {
      ...base,
      characters: Array.from({ length: text.length }, (_, at) => unplaced(text.charAt(at))),
      block: undefined,
      isShared: false,
      fields: parts,
    };
  }
  const { characters, last } = lines.read(line, text);
  const block = { start: lines.start(line), end: lines.end(last) };
  const outside = lines.outside(line, last);
  return { ...base, characters, block, outside, isShared: (uses.get(line) ?? 0) > 1, fields: [] };
}

/** Where values of the front matter stand in an exported text; one that stands in no text is in no part. */
function fieldParts(text: string, fields: readonly Field[], keys: readonly string[]): readonly FieldPart[] {
  const parts: FieldPart[] = [];
  const values = keys.flatMap((key) => fields.filter((field) => field.key === key)).flatMap((field) => field.values);
  for (const value of values) {
    const plain = value.value.replace(/[。，：:]$|印发$/g, '').trimEnd();
    const forms = [value.value, plain, [...value.value].join('　'), readDate(plain) ?? '', withoutNumber(value.value)];
    for (const form of forms) {
      const from = form ? text.indexOf(form) : -1;
      const isFree = from >= 0 && !parts.some((part) => from < part.to && from + form.length > part.from);
      if (!isFree) continue;
      parts.push({ from, to: from + form.length, value });
      break;
    }
  }
  return parts.sort((a, b) => a.from - b.from);
}
