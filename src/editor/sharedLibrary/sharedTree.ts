import * as vscode from 'vscode';
import type { Group, ListedArticle, SharedLibrary } from '../../shared/sharedLibrary';
import type { Server } from './server';
import { labelText, shownItem } from '../shared/shownText';

/** Articles that are shown at a time. */
const pageSize = 100;

/** A node of the tree; a page that is not shown yet stands at the end of those that are. */
export type SharedNode =
  | ({ readonly kind: 'unit'; readonly unit: number } & Group)
  | ({ readonly kind: 'category'; readonly unit: number } & Group)
  | ({ readonly kind: 'year'; readonly unit: number; readonly category: string } & Group)
  | { readonly kind: 'article'; readonly article: ListedArticle }
  | { readonly kind: 'more'; readonly year: YearNode };

type YearNode = Extract<SharedNode, { kind: 'year' }>;

/** The view of the shared library: offices where there are several, categories, years, and their articles page by page. */
export class SharedTree implements vscode.TreeDataProvider<SharedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SharedNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** Pages that are shown of a year, by `keyOf`. */
  private readonly pages = new Map<string, number>();
  private readonly years = new Map<string, YearNode>();
  private readonly view: vscode.TreeView<SharedNode>;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.view = vscode.window.createTreeView('gongwen.shared', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [this.view, this.changed, server.onDidChange(() => this.refresh())];
  }

  private refresh(): void {
    this.pages.clear();
    this.years.clear();
    this.changed.fire(undefined);
  }

  /** The row that is chosen. Commands of rows read it: arguments of theirs are lost when the view is refreshed. */
  get selected(): SharedNode | undefined {
    return this.view.selection[0];
  }

  /** Shows the next page of the year whose last row is chosen. */
  showMore(): void {
    if (this.selected?.kind !== 'more') return;
    const { year } = this.selected;
    const key = keyOf(year);
    this.pages.set(key, (this.pages.get(key) ?? 1) + 1);
    this.changed.fire(year);
  }

  async getChildren(node?: SharedNode): Promise<SharedNode[]> {
    if (!this.server.isNamed) return [];
    try {
      this.view.message = '';
      return await this.childrenOf(node);
    } catch (error) {
      this.view.message = labelText(await this.server.describe(error));
      return [];
    }
  }

  private async childrenOf(node: SharedNode | undefined): Promise<SharedNode[]> {
    const library = await this.server.open();
    if (!node) return rootsOf(library);
    if (node.kind === 'unit') return categoriesOf(library, node.unit);
    if (node.kind === 'category') {
      return (await library.years(node.unit, node.name)).map((group) => {
        const year: YearNode = { kind: 'year', unit: node.unit, category: node.name, ...group };
        const known = this.years.get(keyOf(year)) ?? year;
        this.years.set(keyOf(year), known);
        return known;
      });
    }
    if (node.kind !== 'year') return [];
    const shown = (this.pages.get(keyOf(node)) ?? 1) * pageSize;
    const articles = await library.page({ ...node, year: node.name }, 0, shown + 1);
    const nodes: SharedNode[] = articles.slice(0, shown).map((article) => ({ kind: 'article', article }));
    return articles.length > shown ? [...nodes, { kind: 'more', year: node }] : nodes;
  }

  getTreeItem(node: SharedNode): vscode.TreeItem {
    if (node.kind === 'more') {
      const item = new vscode.TreeItem(vscode.l10n.t('More…'));
      item.command = { command: '_gongwen.showMoreShared', title: '' };
      return item;
    }
    if (node.kind === 'article') return shownItem(articleItem(node.article));
    const name = node.name || (node.kind === 'year' ? vscode.l10n.t('Without a year') : vscode.l10n.t('Uncategorised'));
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.description = String(node.articles);
    item.id = keyOf(node);
    if (node.kind === 'unit') item.iconPath = new vscode.ThemeIcon('organization');
    item.contextValue = node.kind;
    return shownItem(item);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Names a group among all. */
function keyOf(node: Extract<SharedNode, { unit: number }>): string {
  if (node.kind === 'unit') return String(node.unit);
  return node.kind === 'category' ? `${node.unit}\n${node.name}` : `${node.unit}\n${node.category}\n${node.name}`;
}

/** The offices, or the categories where there is only one office. */
async function rootsOf(library: SharedLibrary): Promise<SharedNode[]> {
  const units = await library.units();
  const [only, ...others] = units;
  if (only && others.length === 0) return categoriesOf(library, only.id);
  return units.map(({ id, name, articles }) => ({ kind: 'unit', unit: id, name, articles }));
}

const categoriesOf = async (library: SharedLibrary, unit: number): Promise<SharedNode[]> =>
  (await library.categories(unit)).map((group) => ({ kind: 'category', unit, ...group }));

function articleItem({ title, unit, date }: ListedArticle): vscode.TreeItem {
  const item = new vscode.TreeItem(title);
  item.description = [date, unit].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = 'sharedArticle';
  item.command = { command: '_gongwen.openShared', title: vscode.l10n.t('Open') };
  return item;
}
