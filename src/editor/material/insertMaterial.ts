import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { joinWrappedLines, toSnippet } from '../../draft/snippetText';
import type { Drafts } from '../shared/drafts';
import type { Material } from './material';
import { profileOf } from '../placeholders/profile';

/** The text of a material as it goes into a draft or onto the clipboard. */
export const insertedText = (material: Material): string =>
  material.passage ? joinWrappedLines(material.text) : material.text;

/**
 * Inserts text at every cursor of the draft, its placeholders as tab stops; one undo takes it back.
 * Tells the user when there is no draft or it cannot be changed.
 * @returns whether the text was inserted
 */
export async function insertText(drafts: Drafts, text: string): Promise<boolean> {
  if (!text) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to insert: this article has no text.'));
    return false;
  }
  const editor = (await drafts.editor()) ?? (await offerNewDraft());
  if (!editor) return false;
  const before = editor.document.version;
  const inserted =
    vscode.workspace.fs.isWritableFileSystem(editor.document.uri.scheme) !== false &&
    (await editor.insertSnippet(
      new vscode.SnippetString(toSnippet(text, profileOf(editor.document))),
      editor.selections,
    ));
  if (inserted && editor.document.version !== before) return true;
  const name = baseName(editor.document.uri.path);
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      '“{0}” is read-only: nothing was inserted. Open the document that you are writing and try again.',
      name,
    ),
  );
  return false;
}

async function offerNewDraft(): Promise<vscode.TextEditor | undefined> {
  const create = vscode.l10n.t('New Draft');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('No document is open to insert into.'),
    create,
  );
  if (answer !== create) return undefined;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  return vscode.window.showTextDocument(document);
}
