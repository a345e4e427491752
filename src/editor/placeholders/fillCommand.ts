import * as vscode from 'vscode';
import type { Drafts } from '../shared/drafts';
import { showInformation, showWarning } from '../shared/messages';
import { FillForm } from './fillForm';
import { previewChanges } from './previewChanges';

/**
 * `gongwen.fillPlaceholders`: shows all blanks of the draft with what will stand there; each can be changed; then all changes
 * are previewed together, and one undo takes them back. From the preview one goes back to the form.
 * @param apply makes the changes
 */
export async function fillPlaceholders(
  drafts: Drafts,
  apply: (edit: vscode.WorkspaceEdit) => Promise<boolean>,
): Promise<void> {
  const editor = await drafts.editor();
  if (!editor) {
    void showInformation(vscode.l10n.t('No draft is open.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const form = new FillForm(editor);
  if (form.isEmpty) {
    void showInformation(vscode.l10n.t('No blanks are left in this draft.'));
    return;
  }
  while (await form.show()) {
    const confirmed = await previewChanges(editor, form.changes);
    if (!confirmed) continue;
    const edit = new vscode.WorkspaceEdit();
    for (const { offset, length, text } of confirmed) {
      const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      edit.replace(document.uri, range, text);
    }
    if (document.version === version && (await apply(edit))) form.done();
    else {
      void showWarning(vscode.l10n.t('The draft was changed meanwhile, so nothing was filled in. Try again.'));
    }
    return;
  }
}
