import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Reader } from './reader';
import type { TreeNode } from '../tree/treeNodes';

/**
 * `gongwen.editFile`: opens the writer's own file behind an article of the tree, or behind the document of the reader
 * with the cursor where it is there. A file that is not in UTF-8 is opened in the encoding that it was read in, so that
 * saving it does no harm.
 */
export async function editFile(library: Library, reader: Reader, node?: TreeNode | vscode.Uri): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const shown = editor && reader.articleOf(editor.document);
  const article = isNode(node) ? (node.kind === 'article' ? node.article : undefined) : shown;
  if (!article || article.origin === 'builtin') return;
  const uri = vscode.Uri.parse(article.id);
  const isGb18030 = library.problems.some((problem) => problem.uri === article.id && problem.code === 'encoding');
  const document = await vscode.workspace.openTextDocument(uri, isGb18030 ? { encoding: 'gb18030' } : undefined);
  const selection = !isNode(node) && editor ? { selection: editor.selection } : {};
  await vscode.window.showTextDocument(document, selection);
}

const isNode = (node: TreeNode | vscode.Uri | undefined): node is TreeNode => node !== undefined && 'kind' in node;
