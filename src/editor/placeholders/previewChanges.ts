import * as vscode from 'vscode';
import type { Replacement } from '../../draft/blanks';

/** One change of a document, and what it is about. */
export interface Change extends Replacement {
  readonly label: string;
}

interface Row extends vscode.QuickPickItem {
  readonly change: Change;
}

/** Characters of the line before and after a change. */
const around = 20;

/**
 * Shows changes as they will read, all of them ticked; the editor shows the place of the active one.
 * @returns those that are confirmed, or undefined when the writer gave up
 */
export async function previewChanges(
  editor: vscode.TextEditor,
  changes: readonly Change[],
): Promise<readonly Change[] | undefined> {
  const rows = changes.map((change): Row => {
    return { label: change.label, detail: lineAfter(editor.document, change), picked: true, change };
  });
  const picked = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Preview: the Draft After the Changes'),
    placeHolder: vscode.l10n.t('Untick what should stay as it is; Enter makes the changes'),
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
    onDidSelectItem: (row) => {
      if (typeof row !== 'string' && 'change' in row) reveal(editor, (row as Row).change);
    },
  });
  return picked?.map(({ change }) => change);
}

/** Selects a part of the document and brings it into sight. */
export function reveal(editor: vscode.TextEditor, { offset, length }: { offset: number; length: number }): void {
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(offset), document.positionAt(offset + length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** What the change makes of its line, cut to what is around it. */
function lineAfter(document: vscode.TextDocument, { offset, length, text }: Change): string {
  const start = document.positionAt(offset);
  const end = document.positionAt(offset + length);
  const before = document.lineAt(start).text.slice(0, start.character);
  const after = document.lineAt(end).text.slice(end.character);
  const cutBefore = before.length > around ? `…${before.slice(-around)}` : before;
  const cutAfter = after.length > around ? `${after.slice(0, around)}…` : after;
  return `${cutBefore}${text}${cutAfter}`;
}
