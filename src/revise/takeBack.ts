import { fingerprintOf } from '../export/draftFingerprint';
import { picturesIn } from '../export/draftPictures';
import { CommentPlaces } from './commentPlaces';
import type { CommentThread } from './commentPlaces';
import type { DocumentParagraph, DocumentTable } from './documentGroups';
import { documentGroups, elementOf } from './documentGroups';
import type { DraftChange, UnplacedChange } from './draftChange';
import type { ExportedDraft, ExportedParagraph } from './exportedDraft';
import { exportedDraft } from './exportedDraft';
import type { ExportedTable } from './exportedTable';
import { FieldChanges } from './fieldChanges';
import { pairBlocks } from './pairBlocks';
import type { ParagraphChange, PlacedStep } from './hunk';
import { ParagraphChanges } from './paragraphChanges';
import { readRevised } from './readRevised';
import type { RevisedDocument, RevisedTable, Unit } from './revisedDocument';
import { insertion, scriptOf } from './script';
import { settledChanges } from './settledChanges';
import { cellAfter, tableChanges, tableText } from './tableChanges';
import { MarkdownWriter } from './writeMarkdown';

/** What came back with a document. */
export interface TakenBack {
  /** In the order of the draft. All of them together make it the document. */
  readonly changes: readonly DraftChange[];
  /** Changes that the draft has no place for. */
  readonly unplaced: readonly UnplacedChange[];
  readonly threads: readonly CommentThread[];
  /** Whether the draft was edited since it was exported, so that what is not tracked may be the writer's own edits. */
  readonly isEdited: boolean;
  /** Share of the draft's characters that the document had before its tracked changes: 0 to 1. */
  readonly common: number;
}

/**
 * Compares a draft with a Word document that it became and that others changed since: under revision or without, with comments.
 * @param draft as it is now
 * @param languageId `markdown`, or anything else for plain text
 * @param bytes of the `.docx`
 * @throws an `IntakeError` when the document cannot be read
 */
export function takeBack(draft: string, languageId: string, bytes: Uint8Array): TakenBack {
  const revised = readRevised(bytes);
  const text = draft.replace(/\r\n?/g, '\n');
  const isEdited = revised.fingerprint !== undefined && revised.fingerprint !== fingerprintOf(text);
  const taken = { ...new Comparison(exportedDraft(text, languageId), revised).result(), isEdited };
  return text === draft ? taken : withLineEnds(taken, draft);
}

class Comparison {
  private readonly writer: MarkdownWriter;
  private readonly paragraphs: ParagraphChanges;
  private readonly fields: FieldChanges;
  private readonly comments: CommentPlaces;
  private readonly steps: PlacedStep[] = [];
  private common = 0;

  constructor(
    private readonly draft: ExportedDraft,
    private readonly revised: RevisedDocument,
  ) {
    this.writer = new MarkdownWriter(draft);
    this.fields = new FieldChanges(draft);
    this.paragraphs = new ParagraphChanges(draft, this.writer, this.fields);
    this.comments = new CommentPlaces(draft.items.find(({ block }) => block)?.block?.start ?? 0);
  }

  result(): Omit<TakenBack, 'isEdited'> {
    const { items, text } = this.draft;
    // What stands in place of a picture that could not be read is no text of the document.
    const names = new Set(picturesIn(text).map(({ alt, address }) => alt || address));
    const groups = documentGroups(this.revised).filter(
      (group) => group.kind === 'table' || group.units.at(-1)?.style !== 'GwPicture' || !names.has(group.text),
    );
    const pairs = pairBlocks(items.map(comparable), groups.map(comparableGroup));
    let next = 0;
    for (const { before, after } of pairs) {
      const [item, group] = [items[before[0] ?? -1], groups[after[0] ?? -1]];
      next = before[0] ?? next;
      if (item?.kind === 'table' || group?.kind === 'table') {
        this.table(item?.kind === 'table' ? item : undefined, group?.kind === 'table' ? group.table : undefined, next);
      } else {
        const units = after.flatMap((at) => (groups[at] as DocumentParagraph).units);
        if (before.length === 0) this.inserted(units, next);
        else if (item && !item.block) this.field(item, units, next);
        else this.paragraph(before, units);
      }
      next += before.length;
    }
    this.paragraphs.add(this.steps);
    const total = items.reduce((sum, item) => sum + textOf(item).length, 0);
    const { changes, rest } = settledChanges([...this.paragraphs.changes, ...this.fields.changes()]);
    return {
      changes,
      unplaced: [...this.paragraphs.unplaced, ...this.fields.unplaced, ...rest],
      threads: this.comments.threads(this.revised.comments),
      common: total === 0 ? 0 : this.common / total,
    };
  }

  /** Paragraphs of the draft and what became of them. */
  private paragraph(before: readonly number[], units: readonly Unit[]): void {
    const placed = before.flatMap((item) => {
      const { text } = this.draft.items[item] as ExportedParagraph;
      return Array.from({ length: text.length + 1 }, (_, at) => ({ item, at }));
    });
    const text = before.map((item) => `${(this.draft.items[item] as ExportedParagraph).text}\n`).join('');
    const first = before[0] ?? 0;
    let item = first;
    for (const step of scriptOf(text, units)) {
      if (step.kind === 'insert') {
        this.comments.add(step.comments, step.text, undefined, true);
        this.steps.push({ ...step, item });
        continue;
      }
      const place = placed[step.at] ?? { item, at: 0 };
      ({ item } = place);
      const { characters } = this.draft.items[item] as ExportedParagraph;
      const character = characters[place.at];
      if (step.kind === 'keep' && character) this.common++;
      this.comments.add(step.comments, character?.text ?? '\n', character?.range, step.kind === 'keep');
      this.steps.push({ ...step, ...place });
    }
  }

  /** Paragraphs that the draft has not. */
  private inserted(units: readonly Unit[], next: number): void {
    for (const unit of units) {
      const stays = unit.state !== 'deleted';
      this.comments.add(unit.comments, unit.text, undefined, stays);
      const step = insertion(unit);
      if (stays) this.steps.push({ ...step, item: next });
    }
  }

  /** An element that front matter says; paragraphs that were inserted beside it are the draft's. */
  private field(item: ExportedParagraph, units: readonly Unit[], at: number): void {
    const lines = linesOf(units);
    const kept = lines.map((line) => line.filter(({ state, text }) => state === 'kept' && text !== '\n').length);
    const own = Math.max(0, kept.indexOf(Math.max(0, ...kept)));
    this.common += kept[own] ?? 0;
    for (const [index, line] of lines.entries()) {
      if (index === own) {
        const after = line.map(({ text, state }) => (state === 'deleted' ? '' : text)).join('').trim(); // prettier-ignore
        const range = item.fields[0]?.value.range;
        for (const unit of line) this.comments.add(unit.comments, unit.text, range, unit.state !== 'deleted');
        this.fields.paragraph(item, after, line.find(({ by }) => by)?.by);
        this.steps.push({ kind: 'barrier', item: at, changes: [] });
      } else this.inserted(line, index < own ? at : at + 1);
    }
    if (lines.length === 0) {
      this.fields.paragraph(item, '', undefined);
      this.steps.push({ kind: 'barrier', item: at, changes: [] });
    }
  }

  private table(before: ExportedTable | undefined, after: RevisedTable | undefined, at: number): void {
    for (const { cells } of after?.rows ?? [])
      for (const unit of cells.flat())
        this.comments.add(unit.comments, unit.text, before?.block, unit.state !== 'deleted');
    if (before && after) this.common += textOf(before).length;
    this.steps.push({ kind: 'barrier', item: at, changes: this.changesOf(before, after, at) });
  }

  private changesOf(
    before: ExportedTable | undefined,
    after: RevisedTable | undefined,
    at: number,
  ): readonly ParagraphChange[] {
    if (before && after) return tableChanges(before, after, this.draft.text, this.writer);
    if (before) {
      const text = tableText(before.rows.map(({ cells }) => cells.map((cell) => cell.text)));
      const raw = this.draft.text.slice(before.block.start, before.block.end).trim();
      const edits = [{ ...this.paragraphs.withGap(before.block), text: '' }];
      return [{ kind: 'delete', edits, before: text, after: '', by: undefined, whole: text, raw }];
    }
    const kept = after?.rows.filter(({ state }) => state !== 'deleted') ?? [];
    const rows = kept.map(({ cells }) => cells.map(cellAfter));
    if (rows.length === 0) return [];
    const [text, written] = [tableText(rows), this.writer.table(rows)];
    const edits = [this.paragraphs.editAt(at, written, '\n\n')];
    return [
      { kind: 'insert', edits, before: '', after: text, by: kept.find(({ by }) => by)?.by, whole: text, written },
    ];
  }
}

const textOf = (item: ExportedParagraph | ExportedTable): string =>
  item.kind === 'paragraph'
    ? item.text
    : // Each cell of a document ends with the end of a paragraph.
      item.rows.flatMap(({ cells }) => cells.map((cell) => `${cell.text}\n`)).join('');

const comparable = (item: ExportedParagraph | ExportedTable): Parameters<typeof pairBlocks>[0][number] => ({
  text: textOf(item),
  kind: item.kind,
  isDivisible: item.kind === 'paragraph' && item.block !== undefined,
  element: item.kind === 'paragraph' ? elementOf(item.style) : '',
});

const comparableGroup = (group: DocumentParagraph | DocumentTable): Parameters<typeof pairBlocks>[1][number] => ({
  text: group.text,
  kind: group.kind,
  isDivisible: group.kind === 'paragraph',
  element: group.kind === 'paragraph' ? elementOf(group.units.at(-1)?.style) : '',
});

/** Paragraphs of the version after the tracked changes. */
function linesOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const lines: Unit[][] = [];
  const open: Unit[] = [];
  for (const unit of units) {
    open.push(unit);
    if (unit.text === '\n') lines.push(open.splice(0));
  }
  return open.length > 0 ? [...lines, open] : lines;
}

/** Offsets and line ends of the draft as it is, from those of one with LF. */
function withLineEnds(taken: TakenBack, draft: string): TakenBack {
  const returns: number[] = [];
  for (let at = draft.indexOf('\r\n'); at >= 0; at = draft.indexOf('\r\n', at + 2)) returns.push(at - returns.length);
  const moved = (offset: number): number => {
    let [low, high] = [0, returns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((returns[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  const place = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: moved(one.start),
    end: moved(one.end),
  });
  return {
    ...taken,
    changes: taken.changes.map((change) => ({
      ...change,
      edits: change.edits.map((edit) => ({ ...place(edit), text: edit.text.replaceAll('\n', '\r\n') })),
    })),
    threads: taken.threads.map(place),
  };
}
