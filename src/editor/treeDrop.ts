import * as vscode from 'vscode';
import type { TreeNode } from './treeNodes';

const uriList = 'text/uri-list';

/** Lets files be dropped on the tree to take them in. */
export class TreeDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = [uriList];
  readonly dragMimeTypes: readonly string[] = [];

  async handleDrop(_target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = (await data.get(uriList)?.asString()) ?? '';
    const uris = list
      .split(/\r?\n/)
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => vscode.Uri.parse(line));
    // Not awaited: the tree would show progress for as long as the preview is open.
    if (uris.length) void vscode.commands.executeCommand('gongwen.import', uris);
  }
}
