import { diffChars } from 'diff';

/** A stretch of two texts: common, or only in one of them. */
export interface Stretch {
  readonly kind: 'both' | 'before' | 'after';
  readonly length: number;
}

/**
 * Compares two texts character by character (Myers 1986), then cleans up as diff-match-patch does: what is common between two
 * changes and shorter than either is taken for chance. Cost: length times difference.
 */
export function compareCharacters(before: string, after: string): readonly Stretch[] {
  let edits: Edit[] = [];
  for (const { value, added, removed } of diffChars(before, after)) {
    const last = edits.at(-1);
    if (!added && !removed) edits.push({ before: '', after: '', both: value });
    else if (last?.both === '') edits[edits.length - 1] = withText(last, value, added);
    else edits.push(withText({ before: '', after: '', both: '' }, value, added));
  }
  for (let size = -1; size !== edits.length;) {
    size = edits.length;
    edits = mergeOnce(edits);
  }
  return edits.flatMap(({ before: old, after: fresh, both }): Stretch[] =>
    [
      { kind: 'both' as const, length: both.length },
      { kind: 'before' as const, length: old.length },
      { kind: 'after' as const, length: fresh.length },
    ].filter(({ length }) => length > 0),
  );
}

interface Edit {
  readonly before: string;
  readonly after: string;
  readonly both: string;
}

const withText = (edit: Edit, value: string, added: boolean): Edit =>
  added ? { ...edit, after: edit.after + value } : { ...edit, before: edit.before + value };

const sizeOf = ({ before, after }: Edit): number => Math.max(before.length, after.length);

function mergeOnce(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (let at = 0; at < edits.length; at++) {
    const [last, edit, next] = [merged.at(-1), edits[at], edits[at + 1]];
    if (!edit) continue;
    const isChance =
      last?.both === '' &&
      next !== undefined &&
      edit.both !== '' &&
      !edit.both.includes('\n') &&
      edit.both.length <= Math.min(sizeOf(last), sizeOf(next));
    if (!isChance) merged.push(edit);
    else {
      const [before, after] = [last.before + edit.both + next.before, last.after + edit.both + next.after];
      merged[merged.length - 1] = { before, after, both: '' };
      at++;
    }
  }
  return merged;
}
