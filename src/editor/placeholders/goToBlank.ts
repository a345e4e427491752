import * as vscode from 'vscode';
import type { Drafts } from '../shared/drafts';
import { showInformation } from '../shared/messages';
import { openBlanks, rangeOf } from './openBlanks';

/**
 * `gongwen.nextBlank`, `gongwen.previousBlank`: selects the placeholder after or before the cursor, round and round, so that
 * what is typed takes its place.
 */
export async function goToBlank(drafts: Drafts, direction: 1 | -1): Promise<void> {
  const editor = await drafts.editor();
  if (!editor) {
    void showInformation(vscode.l10n.t('No draft is open.'));
    return;
  }
  if (!selectBlank(editor, direction)) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) No blanks are left'), 2000);
  }
}

/** @returns whether there is one */
export function selectBlank(editor: vscode.TextEditor, direction: 1 | -1): boolean {
  const { document, selection } = editor;
  const ranges = openBlanks(document).map((place) => rangeOf(document, place));
  const next =
    direction > 0
      ? (ranges.find(({ start }) => start.isAfterOrEqual(selection.end)) ?? ranges[0])
      : (ranges.findLast(({ end }) => end.isBeforeOrEqual(selection.start)) ?? ranges.at(-1));
  if (!next) return false;
  editor.selection = new vscode.Selection(next.start, next.end);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
