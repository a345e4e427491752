import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import { isMaterialNode } from './materialArgument';
import type { Reader } from './reader';

/**
 * `gongwen.editFile`: opens the writer's own file behind a node of a view, or behind the document of the reader with the
 * cursor where it is there. A file that is not in UTF-8 is opened in the encoding that it was read in, so that saving it
 * does no harm.
 */
export async function editFile(library: Library, reader: Reader, node?: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const ofNode = isMaterialNode(node) ? node.material.article : undefined;
  const article = ofNode ?? (editor && reader.articleOf(editor.document));
  if (!article || !isOwn(article)) return;
  const uri = vscode.Uri.parse(article.id);
  const isGb18030 = library.problems.some((problem) => problem.uri === article.id && problem.code === 'encoding');
  const document = await vscode.workspace.openTextDocument(uri, isGb18030 ? { encoding: 'gb18030' } : undefined);
  const selection = !ofNode && editor ? { selection: editor.selection } : {};
  await vscode.window.showTextDocument(document, selection);
}
