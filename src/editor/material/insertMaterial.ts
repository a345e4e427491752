import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { fitBefore, joinWrappedLines, toSnippet, withoutNoteMarks } from '../../draft/snippetText';
import { quotableText } from '../../library/entryFields';
import type { Drafts } from '../shared/drafts';
import { showError, showInformation } from '../shared/messages';
import type { Material } from './material';
import { selectBlank } from '../placeholders/goToBlank';
import { openBlanks, rangeOf } from '../placeholders/openBlanks';
import { profileOf } from '../placeholders/profile';

/** The text of a material as it goes into a draft or onto the clipboard; of an entry with fields what can be quoted. */
export const insertedText = (material: Material): string =>
  material.passage ? joinWrappedLines(withoutNoteMarks(quotableText(material.text))) : material.text;

/**
 * Inserts text at every cursor of the draft, its placeholders as tab stops; one undo takes it back.
 * Tells the user when there is no draft or it cannot be changed.
 * @returns whether the text was inserted
 */
export async function insertText(drafts: Drafts, text: string): Promise<boolean> {
  if (!text) {
    void showInformation(vscode.l10n.t('There is nothing to insert: this article has no text.'));
    return false;
  }
  const editor = (await drafts.editor()) ?? (await offerNewDraft());
  if (!editor) return false;
  const { document } = editor;
  const before = document.version;
  const inserted =
    vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false && (await insertAtCursors(editor, text));
  if (inserted && document.version !== before) return true;
  const name = baseName(document.uri.path);
  void showError(
    vscode.l10n.t(
      '“{0}” is read-only: nothing was inserted. Open the document that you are writing and try again.',
      name,
    ),
  );
  return false;
}

/** A blank that a cursor stands in is what the text is for. */
async function insertAtCursors(editor: vscode.TextEditor, text: string): Promise<boolean> {
  const { document } = editor;
  const blanks = openBlanks(document).map((place) => rangeOf(document, place));
  const targets = editor.selections.map(
    (selection) =>
      (selection.isEmpty ? blanks.find((range) => isInside(range, selection.active)) : undefined) ?? selection,
  );
  const [first] = targets;
  const after = first && document.lineAt(first.end).text.slice(first.end.character);
  const snippet = toSnippet(fitBefore(text, after ?? ''), profileOf(document));
  const fills = targets.some((target) => blanks.some((range) => range.isEqual(target)));
  if (!(await editor.insertSnippet(new vscode.SnippetString(snippet), targets))) return false;
  // A blank was filled: on to the next, unless the text has its own, at which the cursor is now.
  if (fills && !snippet.includes('${')) selectBlank(editor, 1);
  return true;
}

const isInside = ({ start, end }: vscode.Range, position: vscode.Position): boolean =>
  position.isAfter(start) && position.isBefore(end);

async function offerNewDraft(): Promise<vscode.TextEditor | undefined> {
  const create = vscode.l10n.t('New Draft');
  const answer = await showInformation(vscode.l10n.t('No document is open to insert into.'), [create]);
  if (answer !== create) return undefined;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  return vscode.window.showTextDocument(document);
}
