import * as vscode from 'vscode';
import type { Rearranged } from '../../draft/rearrangeSections';
import { moveSection, renumberAll } from '../../draft/rearrangeSections';
import { labelText } from '../shared/shownText';

/** Moves the section around the cursor past its neighbour, with its number and references to it. */
export async function moveSectionAtCursor(editor: vscode.TextEditor, direction: 'up' | 'down'): Promise<void> {
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const moved = moveSection(document.getText(), line, direction, document.languageId);
  if (!moved) {
    const reason =
      direction === 'up'
        ? vscode.l10n.t('There is no section above to change places with.')
        : vscode.l10n.t('There is no section below to change places with.');
    vscode.window.setStatusBarMessage(labelText(reason), 3000);
    return;
  }
  const cursor = new vscode.Position(line + moved.line - moved.lineBefore, character);
  await apply(editor, moved);
  editor.selection = new vscode.Selection(cursor, cursor);
  editor.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Numbers all sections of a draft anew, and lets references follow. */
export async function renumberSections(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const renumbered = renumberAll(text, document.languageId);
  const { offset, length, text: replacement } = renumbered.edit;
  if (replacement === text.slice(offset, offset + length)) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('All sections are numbered in order.'), 3000);
    return;
  }
  const { selections } = editor;
  await apply(editor, renumbered);
  editor.selections = selections;
}

async function apply(editor: vscode.TextEditor, { edit: { offset, length, text } }: Rearranged): Promise<void> {
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  await editor.edit((builder) => builder.replace(range, text));
}
