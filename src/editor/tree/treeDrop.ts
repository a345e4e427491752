import * as vscode from 'vscode';
import type { DroppedFile, ImportInput } from '../import/importFiles';
import type { TreeNode } from './treeNodes';

const uriList = 'text/uri-list';

/** Lets files be dropped on the tree to take them in: from the explorer, an editor's tab, or from outside. */
export class TreeDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = [uriList, 'files'];
  readonly dragMimeTypes: readonly string[] = [];

  constructor(private readonly take: (inputs: readonly ImportInput[]) => void) {}

  async handleDrop(_target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const uris = await listed(data);
    // A browser does not say where a file is, and what is on the writer's machine a remote host cannot reach.
    const files = (await anyThere(uris)) ? [] : await dropped(data);
    const inputs = files.length ? files : uris;
    // Not awaited: the tree would show progress for as long as the preview is open.
    if (inputs.length) this.take(inputs);
  }
}

async function listed(data: vscode.DataTransfer): Promise<readonly vscode.Uri[]> {
  const list = (await data.get(uriList)?.asString()) ?? '';
  return list
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line));
}

async function anyThere(uris: readonly vscode.Uri[]): Promise<boolean> {
  for (const uri of uris) {
    try {
      await vscode.workspace.fs.stat(uri);
      return true;
    } catch {
      // Perhaps the next one.
    }
  }
  return false;
}

/** Contents can be asked for only as long as the drop is being handled. */
function dropped(data: vscode.DataTransfer): Promise<readonly DroppedFile[]> {
  const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
  return Promise.all(
    files.map(async (file) => {
      const bytes = await file.data().then(
        (read) => read,
        () => undefined,
      );
      return { name: file.name, bytes };
    }),
  );
}
