import * as vscode from 'vscode';
import type { UnplacedChange } from '../../revise/draftChange';
import { changeLabel, icons, replaceLabel, reviserLabel } from './changeLabels';
import type { CommentMargin } from './commentMargin';
import type { Review } from './review';
import { ChangeNode } from './review';
import { labelText, shownItem } from '../shared/shownText';

/** Changes that are settled, or that the draft has no place for. */
interface GroupNode {
  readonly group: 'settled' | 'unplaced';
}

type Node = ChangeNode | GroupNode | UnplacedChange;

/** The changes that came back: those open, those settled, and those that the draft has no place for. */
export class ChangesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly command: vscode.Disposable;
  private subscription: vscode.Disposable | undefined;
  private review: Review | undefined;
  private nodes: readonly ChangeNode[] = [];

  constructor(private readonly comments: CommentMargin) {
    this.view = vscode.window.createTreeView('gongwen.changes', { treeDataProvider: this });
    // Without arguments: those of a row are lost when the view is refreshed.
    this.command = vscode.commands.registerCommand('_gongwen.showSelectedChange', () => {
      const [node] = this.view.selection;
      if (node instanceof ChangeNode) return this.review?.reveal(node.change);
    });
  }

  show(review: Review): void {
    this.review = review;
    this.nodes = review.changes.map((_, at) => new ChangeNode(at));
    this.subscription = vscode.Disposable.from(
      review.onDidChange(() => this.update()),
      this.comments.onDidChange(() => this.update()),
    );
    this.update();
  }

  clear(): void {
    this.subscription?.dispose();
    [this.review, this.subscription, this.nodes] = [undefined, undefined, []];
    this.view.message = '';
    this.view.badge = undefined;
    this.changed.fire();
  }

  private update(): void {
    const { review } = this;
    if (!review) return;
    const open = review.open();
    this.view.message =
      open.length > 0
        ? vscode.l10n.t('{0}: {1} of {2} change(s) open, {3} comment(s) open', review.source, open.length, review.changes.length, this.comments.open) // prettier-ignore
        : vscode.l10n.t('{0}: all changes are settled, {1} comment(s) open', review.source, this.comments.open);
    this.view.message = labelText(this.view.message);
    this.view.badge = open.length > 0 ? { value: open.length, tooltip: this.view.message } : undefined;
    this.changed.fire();
  }

  getChildren(node?: Node): Node[] {
    const { review } = this;
    if (!review || node instanceof ChangeNode) return [];
    const states = review.states();
    const isOpen = ({ change }: ChangeNode): boolean => states[change] === 'open';
    if (node && 'group' in node)
      return node.group === 'unplaced' ? [...review.taken.unplaced] : this.nodes.filter((one) => !isOpen(one));
    if (node) return [];
    const groups: GroupNode[] = [
      ...(states.some((state) => state !== 'open') ? [{ group: 'settled' } as const] : []),
      ...(review.taken.unplaced.length > 0 ? [{ group: 'unplaced' } as const] : []),
    ];
    return [...this.nodes.filter(isOpen), ...groups];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node instanceof ChangeNode) return this.changeItem(node);
    if ('group' in node) {
      const isSettled = node.group === 'settled';
      const label = isSettled ? vscode.l10n.t('Settled') : vscode.l10n.t('Without a place in the draft');
      const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[isSettled ? 'Collapsed' : 'Expanded']);
      item.id = node.group;
      return item;
    }
    const item = new vscode.TreeItem(replaceLabel(node));
    item.description = reviserLabel(node.by);
    item.tooltip = `${node.before}\n→ ${node.after}`;
    item.iconPath = new vscode.ThemeIcon('warning');
    return shownItem(item);
  }

  private changeItem(node: ChangeNode): vscode.TreeItem {
    const change = this.review?.changes[node.change];
    const state = this.review?.states()[node.change] ?? 'open';
    if (!change) return new vscode.TreeItem('');
    const item = new vscode.TreeItem(changeLabel(change));
    const [range] = this.review?.ranges(node.change) ?? [];
    const place = range ? vscode.l10n.t('line {0}', range.start.line + 1) : '';
    const settled = {
      open: [],
      accepted: [vscode.l10n.t('accepted')],
      rejected: [vscode.l10n.t('rejected')],
      lost: [vscode.l10n.t('the draft was changed here')],
    };
    item.description = [...settled[state], place, reviserLabel(change.by)].filter(Boolean).join(' · ');
    item.tooltip = [change.before, change.after].filter(Boolean).join('\n→ ');
    const icon = { open: icons[change.kind], accepted: 'check', rejected: 'close', lost: 'question' }[state];
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = `change.${state}.${change.kind}`;
    item.command = { command: '_gongwen.showSelectedChange', title: '' };
    return shownItem(item);
  }

  dispose(): void {
    this.clear();
    this.command.dispose();
    this.view.dispose();
    this.changed.dispose();
  }
}
