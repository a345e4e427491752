import { byPlace } from './applyChanges';
import type { DraftChange, TextEdit } from './draftChange';

/** What became of a change: read from the draft itself, so that undoing and redoing count. */
export type ChangeState = 'open' | 'accepted' | 'rejected' | 'lost';

interface Tracked {
  start: number;
  end: number;
  readonly old: string;
  readonly fresh: string;
  readonly order: number;
}

/** A change of a text, as an editor tells it: UTF-16 offsets in the text before it. */
export interface ContentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where a range of the text is after a change; what it held in part goes out of it. */
export function shiftedRange(
  { start, end }: { readonly start: number; readonly end: number },
  { rangeOffset, rangeLength, text }: ContentChange,
): { start: number; end: number } {
  const removedEnd = rangeOffset + rangeLength;
  const shift = text.length - rangeLength;
  const moved = (offset: number, inside: number): number => {
    if (offset >= removedEnd) return offset + shift;
    return offset > rangeOffset ? inside : offset;
  };
  // What is written right before a range stands outside, and so does what is written right behind it.
  const from = moved(start, rangeOffset + text.length);
  const to = rangeLength === 0 && rangeOffset === end ? end : moved(end, rangeOffset);
  return { start: from, end: Math.max(from, to) };
}

/** Keeps the places of changes in a draft that is being edited. */
export class TrackedChanges {
  private readonly edits: readonly (readonly Tracked[])[];
  private readonly all: readonly Tracked[];
  private readonly rejected = new Set<number>();

  /** @param draft the text that the changes are of */
  constructor(
    readonly changes: readonly DraftChange[],
    draft: string,
  ) {
    this.edits = changes.map(({ edits }) =>
      edits.map(({ start, end, text, order }) => ({ start, end, old: draft.slice(start, end), fresh: text, order })),
    );
    this.all = this.edits.flat();
  }

  /** Follows an edit of the draft. Cost: linear in the changes. */
  follow({ rangeOffset: start, rangeLength, text }: ContentChange): void {
    const end = start + rangeLength;
    const shift = text.length - rangeLength;
    // What is put where a change belongs, and is what it puts there, is that change.
    const taken = this.all.find(
      (one) => one.start === start && one.end === end && (text === one.fresh || text === one.old),
    );
    for (const one of this.all) {
      const isEmpty = one.start === one.end;
      if (one === taken) one.end = start + text.length;
      else if (rangeLength === 0 && one.start === start && isEmpty) {
        if (taken && one.order > taken.order) one.start = one.end = start + text.length;
      } else if (one.start >= end) [one.start, one.end] = [one.start + shift, one.end + shift];
      else if (one.end <= start) continue;
      // What was put there together goes together.
      else if (start <= one.start && one.end <= end) [one.start, one.end] = [start, start + text.length];
      else [one.start, one.end] = [Math.min(one.start, start), Math.max(one.end, end) + shift];
    }
  }

  /** @param text the draft as it is now */
  state(change: number, text: string): ChangeState {
    const edits = this.edits[change] ?? [];
    const isAll = (key: 'old' | 'fresh'): boolean => edits.every((one) => text.slice(one.start, one.end) === one[key]);
    if (isAll('fresh')) return 'accepted';
    if (!isAll('old')) return 'lost';
    return this.rejected.has(change) ? 'rejected' : 'open';
  }

  reject(change: number, isRejected: boolean): void {
    if (isRejected) this.rejected.add(change);
    else this.rejected.delete(change);
  }

  /** Where a change is now: its edits, or what they became. */
  places(change: number): readonly { readonly start: number; readonly end: number }[] {
    return this.edits[change] ?? [];
  }

  /** The edits that take over some changes, in the order of the draft. */
  editsOf(changes: readonly number[]): readonly TextEdit[] {
    return changes
      .flatMap((change) => this.edits[change] ?? [])
      .map(({ start, end, fresh, order }) => ({ start, end, text: fresh, order }))
      .sort(byPlace);
  }
}
