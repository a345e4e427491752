import * as vscode from 'vscode';
import type { DroppedFile, ImportInput } from '../import/importFiles';
import { MaterialDrag } from '../material/materialDrag';
import type { TreeNode } from './treeNodes';

const uriList = 'text/uri-list';

/** What nodes of the tree are dragged as within it. */
const ownNodes = 'application/vnd.code.tree.gongwen.library';

/**
 * Lets files be dropped on the tree to take them in (from the explorer, an editor's tab, or from outside), nodes be dragged
 * into a draft as text, and articles be dragged to another category.
 */
export class TreeDrop extends MaterialDrag<TreeNode> {
  override readonly dropMimeTypes = [uriList, 'files', ownNodes];
  override readonly dragMimeTypes = ['text/plain', ownNodes];
  private dragged: readonly TreeNode[] = [];

  /**
   * @param take takes in what is dropped
   * @param move moves what is dragged to a category
   */
  constructor(
    private readonly take: (inputs: readonly ImportInput[]) => void,
    private readonly move: (nodes: readonly TreeNode[], category: string) => void,
  ) {
    super();
  }

  override handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): void {
    super.handleDrag(nodes, data);
    this.dragged = nodes;
    // As text: the editor serialises what is dragged, and nodes hold each other.
    data.set(ownNodes, new vscode.DataTransferItem(idsOf(nodes)));
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const own = data.get(ownNodes);
    if (own) {
      const category = target && categoryOf(target);
      // Nodes of another window are not known here.
      if (category !== undefined && (await own.asString()) === idsOf(this.dragged)) this.move(this.dragged, category);
      return;
    }
    const uris = await listed(data);
    // A browser does not say where a file is, and what is on the writer's machine a remote host cannot reach.
    const files = (await anyThere(uris)) ? [] : await dropped(data);
    const inputs = files.length ? files : uris;
    // Not awaited: the tree would show progress for as long as the preview is open.
    if (inputs.length) this.take(inputs);
  }
}

const idsOf = (nodes: readonly TreeNode[]): string => JSON.stringify(nodes.map(({ id }) => id));

/** The category that a node is in; a favourite is in none of its own. */
function categoryOf(node: TreeNode): string | undefined {
  if (node.kind === 'favorites' || node.kind === 'favorite') return undefined;
  if (node.kind === 'more') return node.parent.name;
  return node.kind === 'category' ? node.name : node.article.category;
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
