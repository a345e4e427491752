import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Drafts } from '../shared/drafts';
import { insertText } from './insertMaterial';
import type { Material } from './material';
import { passageAt } from './material';
import type { MaterialActions } from './materialActions';
import { materialOf } from './materialArgument';
import type { Reader } from './reader';

/** What the command works on. */
export interface InsertParts {
  readonly library: Library;
  readonly drafts: Drafts;
  readonly reader: Reader;
  readonly actions: MaterialActions;
}

/**
 * `gongwen.insert`: inserts a text, or the material of a tree node or a `MaterialArgument`; or, in the reader, what is
 * selected there or the passage at the cursor. Without any of these it opens the search.
 */
export async function insertCommand(parts: InsertParts, what?: unknown): Promise<void> {
  const { library, drafts, reader, actions } = parts;
  if (typeof what === 'string') {
    await insertText(drafts, what);
    return;
  }
  const editor = vscode.window.activeTextEditor;
  await library.load();
  const material = materialOf(library, what) ?? (editor && selectedIn(reader, editor));
  if (material) await actions.insert(material);
  else await vscode.commands.executeCommand('gongwen.search');
}

/** What is selected in the reader, or the passage at its cursor; undefined for any other editor. */
function selectedIn(reader: Reader, { document, selection }: vscode.TextEditor): Material | undefined {
  const article = reader.articleOf(document);
  if (!article) return undefined;
  if (selection.isEmpty) return passageAt(article, selection.active.line);
  return { article, offset: document.offsetAt(selection.start), text: document.getText(selection) };
}
