import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { setContext } from '../shared/contextKeys';
import type { ImportInput } from '../import/importFiles';
import { TreeDrop } from './treeDrop';
import type { TreeNode } from './treeNodes';
import { categoryNodes, childNodes } from './treeNodes';
import { fillTooltip, treeItem } from './treeItem';

/** The view of the library in the activity bar. */
export class LibraryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly subscriptions: { dispose(): void }[];
  private filterText = '';
  private roots: readonly TreeNode[] | undefined;

  /** @param take takes in what is dropped on the tree */
  constructor(
    private readonly library: Library,
    take: (inputs: readonly ImportInput[]) => void,
  ) {
    this.view = vscode.window.createTreeView('gongwen.library', {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: new TreeDrop(take),
    });
    this.subscriptions = [this.changed, this.view, library.onDidChange(() => this.refresh())];
    setContext('gongwen.libraryState', 'loading');
  }

  /** What the tree is filtered by; empty when it shows everything. */
  get filter(): string {
    return this.filterText;
  }

  /** Keeps only what holds this text in its title, category, tags, source, headings or passages; empty shows everything. */
  set filter(text: string) {
    this.filterText = text.trim();
    setContext('gongwen.filtered', this.filterText !== '');
    this.refresh();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...childNodes(node)];
    await vscode.window.withProgress({ location: { viewId: 'gongwen.library' } }, () => this.library.load());
    this.roots ??= categoryNodes(this.library.articles, this.filterText);
    setContext('gongwen.libraryState', this.library.articles.length ? 'ready' : 'empty');
    this.view.message = this.message();
    return [...this.roots];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.filterText !== '');
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'category' ? undefined : node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    return fillTooltip(item, node);
  }

  private refresh(): void {
    this.roots = undefined;
    this.changed.fire(undefined);
  }

  private message(): string {
    const faults = new Set(this.library.problems.map(({ uri }) => uri)).size;
    // A message would hide the welcome content, which says what to do about an empty tree.
    if (!this.roots?.length) return '';
    const lines = [
      ...(this.filterText ? [vscode.l10n.t('Filtered by “{0}”', this.filterText)] : []),
      ...(faults ? [vscode.l10n.t('{0} file(s) need attention: see Problems.', faults)] : []),
    ];
    return lines.join(' · ');
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
