import type { DraftChange, DraftEdit } from './draftChange';

/** The order in which edits stand in the draft. */
export const byPlace = (a: DraftEdit, b: DraftEdit): number => a.start - b.start || a.order - b.order;

/** The draft after some changes. @param changes of `takeBack` */
export function applyChanges(draft: string, changes: readonly DraftChange[]): string {
  let text = '';
  let at = 0;
  for (const edit of changes.flatMap((change) => change.edits).sort(byPlace)) {
    text += draft.slice(at, edit.start) + edit.text;
    at = Math.max(at, edit.end);
  }
  return text + draft.slice(at);
}
