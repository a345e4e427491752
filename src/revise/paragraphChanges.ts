import { enclosed } from '../base/enclosed';
import type { TextEdit, UnplacedChange } from './draftChange';
import { kindOf } from './draftChange';
import type { ExportedDraft, ExportedParagraph } from './exportedDraft';
import type { FieldChanges } from './fieldChanges';
import type { SourceRange } from './fieldValues';
import type { Reviser } from './revisedDocument';
import type { Added, Change, Hunk, ParagraphChange, PlacedStep, Still } from './hunk';
import { byReviser, isDelete, isInsert, paragraphsIn, textOf } from './hunk';
import { marksAround, offsetAt, textEdits } from './textEdits';
import type { MarkdownWriter } from './writeMarkdown';

/** Turns steps over the paragraphs of a draft into changes of it. */
export class ParagraphChanges {
  readonly changes: ParagraphChange[] = [];
  readonly unplaced: UnplacedChange[] = [];

  constructor(
    private readonly draft: ExportedDraft,
    private readonly writer: MarkdownWriter,
    private readonly fields: FieldChanges,
  ) {}

  add(steps: readonly PlacedStep[]): void {
    let left: Still | undefined;
    let open: Change[] = [];
    for (const step of [...steps, undefined]) {
      if (step && (step.kind === 'insert' || step.kind === 'delete')) {
        open.push(step);
        continue;
      }
      if (open.length > 0) this.hunk({ steps: open, left, right: step });
      if (step?.kind === 'barrier') this.changes.push(...step.changes);
      [left, open] = [step, []];
    }
  }

  private hunk(hunk: Hunk): void {
    const { steps, left, right } = hunk;
    const isMark = (step: Change | undefined): boolean => step !== undefined && this.isEnd(step);
    const [removed, added] = [steps.filter(isDelete), steps.filter(isInsert)];
    const starts = !left || left.kind === 'barrier' || this.isEnd(left);
    const isWhole = (ends: readonly (Change | undefined)[]): boolean => ends.every((one) => !one || isMark(one));
    // A paragraph of which only the end is left is none.
    const isEmptied = right?.kind === 'keep' && this.isEnd(right) && removed.at(-1)?.item === right.item;
    if (starts && isEmptied && isWhole([added.at(-1)])) this.paragraphs(removed, paragraphsIn(added), hunk);
    else if (!steps.some(isMark)) this.within(hunk);
    else if (starts && isWhole([removed.at(-1), added.at(-1)])) {
      this.paragraphs(removed, paragraphsIn(added), hunk);
    } else if ((!right || right.kind === 'barrier' || this.isEnd(right)) && isWhole([removed[0], added[0]])) {
      // The end of the paragraph before belongs to the last of the new ones.
      const style = right?.kind === 'keep' ? right.style : '';
      const shifted = [...added.slice(1), ...(added[0] ? [{ ...added[0], style }] : [])];
      this.paragraphs(
        removed.filter((one) => !this.isEnd(one)),
        paragraphsIn(shifted),
        hunk,
      );
    } else if (isMark(removed.at(-1)) && isMark(added.at(-1))) {
      // One end for the other: the paragraph keeps its own.
      const [end, fresh] = [removed.at(-1), added.at(-1)];
      const keep = {
        kind: 'keep',
        item: end?.item ?? 0,
        at: end?.at ?? 0,
        style: fresh?.style ?? '',
        comments: [],
      } as const;
      this.hunk({ steps: steps.filter((step) => step !== end && step !== fresh), left, right: keep });
    } else this.across(hunk);
  }

  private isEnd(step: Exclude<PlacedStep, { kind: 'barrier' }>): boolean {
    return step.kind === 'insert' ? step.text === '\n' : step.at === this.paragraph(step.item).text.length;
  }

  private paragraph(item: number): ExportedParagraph {
    const found = this.draft.items[item];
    if (found?.kind !== 'paragraph') throw new Error(`item ${item} is no paragraph`);
    return found;
  }

  /** Characters of one paragraph; changes of several people are several changes. */
  private within({ steps, left, right }: Hunk): void {
    const place =
      [left, right].find((one) => one?.kind === 'keep' && !this.isEnd(one)) ?? steps.find(isDelete) ?? right;
    if (!place) return;
    const { text, characters, block } = this.paragraph(place.item);
    // What was taken over from the document before is there already.
    const gone = steps.filter(isDelete).map(({ at }) => characters[at]?.text ?? '');
    if (gone.join('') === textOf(steps.filter(isInsert))) return;
    let cursor = left?.kind === 'keep' && left.item === place.item && !this.isEnd(left) ? left.at + 1 : 0;
    for (const group of byReviser(steps)) {
      const deleted = group.filter(isDelete).map(({ at }) => at);
      const after = textOf(group.filter(isInsert));
      const before = deleted.map((at) => characters[at]?.text ?? '').join('');
      const offset = offsetAt(characters, cursor) ?? block?.start ?? 0;
      cursor = (deleted.at(-1) ?? cursor - 1) + 1;
      const written = this.writer.inline(after, cursor === 0);
      const edits = textEdits(characters, deleted, written, offset);
      const isEnd = group.at(-1) === steps.at(-1) && right?.kind === 'keep' && this.isEnd(right);
      const blank =
        isEnd && block ? this.blankBelow(text.slice(0, text.length - deleted.length) + after, block.end) : [];
      if (edits.length > 0)
        this.changes.push({
          kind: kindOf(before, after),
          edits: [...edits, ...blank],
          before,
          after,
          by: group[0]?.by,
        });
    }
  }

  /** A blank line, where a new end of a paragraph would read as if the next line went on with it. */
  private blankBelow(text: string, end: number): readonly TextEdit[] {
    const isTight =
      this.writer.gapBehind(text) !== this.writer.gap && /^\n[^\n]/.test(this.draft.text.slice(end, end + 2));
    return isTight ? [{ start: end, end, text: '\n' }] : [];
  }

  /** Whole paragraphs that come or go. */
  private paragraphs(removed: readonly (Change & { kind: 'delete' })[], added: readonly Added[], hunk: Hunk): void {
    const items = [...new Set(removed.map(({ item }) => item))];
    const by = (item: number): Reviser | undefined => removed.find((one) => one.item === item)?.by;
    const reachesEnd = items.some((item) => this.draft.text.slice(this.paragraph(item).block?.end).trim() === '');
    for (const item of items) this.removal(item, by(item), reachesEnd);
    const next = hunk.right
      ? hunk.right.item + (hunk.right.kind === 'keep' && this.isEnd(hunk.right) ? 1 : 0)
      : undefined;
    const above = hunk.left?.kind === 'barrier' ? this.draft.items[hunk.left.item] : undefined;
    for (const one of added) {
      const isListed = one.style === 'GwAttachments' && above?.kind === 'paragraph';
      if (!isListed || !this.fields.attachment(above, one.text, one.by))
        this.addition(one, next ?? this.draft.items.length);
    }
  }

  private removal(item: number, by: Reviser | undefined, reachesEnd: boolean): void {
    const { text: before, characters, block, isShared } = this.paragraph(item);
    if (!block) return;
    const edits = isShared
      ? textEdits(characters, characters.map((_, at) => at), '', block.start) // prettier-ignore
      : [{ ...this.withGap(block, reachesEnd), text: '' }];
    const raw = this.draft.text.slice(block.start, block.end).trim();
    this.changes.push({ kind: 'delete', edits, before, after: '', by, ...(!isShared && { whole: before, raw }) });
  }

  /** Lines with the blank ones below them; at the end of the draft, with those above. */
  withGap({ start, end }: { start: number; end: number }, reachesEnd = false): { start: number; end: number } {
    const { text } = this.draft;
    const below = /^[^\S\n]*\n(?:[^\S\n]*\n)*/.exec(text.slice(end))?.[0].length ?? 0;
    if (!reachesEnd && text.slice(end + below).trim() !== '') return { start, end: end + below };
    return { start: text.slice(0, start).trimEnd().length, end };
  }

  private addition({ text: after, style, by }: Added, next: number): void {
    if (after === '') return;
    const written = this.writer.paragraph(after, style);
    this.changes.push({
      kind: 'insert',
      edits: [this.editAt(next, written, this.writer.gapBehind(after))],
      before: '',
      after,
      by,
      whole: after,
      written,
    });
  }

  /** An edit that puts lines of their own before an item of the draft, or where nothing follows, at the end. */
  editAt(next: number, written: string, gap = this.writer.gap): TextEdit {
    const { items, text } = this.draft;
    const rangeOf = (item: (typeof items)[number]): SourceRange | undefined =>
      item.kind === 'paragraph' ? (item.outside ?? item.block) : item.block;
    const above = items
      .slice(0, next)
      .map(rangeOf)
      .findLast((range) => range);
    const below = items
      .slice(next)
      .map(rangeOf)
      .find((range) => range && range.start >= (above?.end ?? 0));
    if (below) return { start: below.start, end: below.start, text: written + gap };
    const end = above?.end ?? text.trimEnd().length;
    // What is put into an empty draft is parted from what follows it there.
    return { start: end, end, text: text.trim() ? gap + written : written + gap };
  }

  /** A paragraph that was split, paragraphs that were joined, and what else reaches over an end. */
  private across({ steps, left, right }: Hunk): void {
    const removed = steps.filter(isDelete);
    const before = removed.map((one) => this.isEnd(one) ? '\n' : this.paragraph(one.item).text.charAt(one.at)).join(''); // prettier-ignore
    const after = textOf(steps.filter(isInsert));
    const by = steps.find((step) => step.by)?.by;
    const start = this.startOf(left, removed[0], right);
    const end = removed.length > 0 ? this.endOf(removed.at(-1), right) : start;
    if (start === undefined || end === undefined || end < start) return void this.unplaced.push({ before, after, by });
    // Remarks of the writer between the paragraphs stay.
    const replaced = this.draft.text.slice(start, end);
    const remarks = [...enclosed(replaced, '<!--', '-->')].map((one) => replaced.slice(one.start, one.end));
    const parts = after.split('\n');
    const styles = steps
      .filter(isInsert)
      .filter(({ text }) => text === '\n')
      .map(({ style }) => style);
    const last = right?.kind === 'keep' ? right.style : '';
    const lead = left?.kind === 'keep' ? this.paragraph(left.item).text.slice(0, left.at + 1) : '';
    const isWithin = left?.kind === 'keep' && right?.kind === 'keep' && left.item === right.item;
    const [closing, opening] = isWithin
      ? marksAround(this.draft.text, this.paragraph(left.item).characters, left.at, right.at)
      : ['', ''];
    const text = parts.map((part, at) =>
      at === 0
        ? this.writer.inline(part, false)
        : closing +
          this.writer.gapBehind((at === 1 ? lead : '') + (parts[at - 1] ?? '')) +
          opening +
          this.writer.paragraph(part, styles[at] ?? last),
    );
    const edit = { start, end, text: remarks.join('') + text.join('') };
    this.changes.push({ kind: kindOf(before, after), edits: [edit], before, after, by });
  }

  private startOf(left: Still | undefined, first: Change | undefined, right: Still | undefined): number | undefined {
    if (left?.kind === 'keep' && !this.isEnd(left)) {
      const { characters } = this.paragraph(left.item);
      const around = characters[left.at]?.around;
      const isLast = around && around.start !== characters[left.at + 1]?.around?.start;
      return isLast ? around.end : offsetAt(characters, left.at + 1);
    }
    const place = first ?? right;
    return place && this.contentStart(place.item);
  }

  private endOf(last: (Change & { kind: 'delete' }) | undefined, right: Still | undefined): number | undefined {
    if (!last) return undefined;
    if (!this.isEnd(last)) return this.paragraph(last.item).characters[last.at]?.range?.end;
    return right?.kind === 'keep' && right.item > last.item ? this.contentStart(right.item) : undefined;
  }

  private readonly contentStart = (item: number): number | undefined => {
    const [first] = this.paragraph(item).characters;
    return first?.around?.start ?? first?.range?.start;
  };
}
