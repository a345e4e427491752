import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { ImportInput } from '../import/importFiles';
import type { Material } from '../material/material';
import { referenceTo, resolveReference } from '../material/material';
import { isMaterialNode } from '../material/materialArgument';
import type { PassageUses } from '../material/passageUses';
import { addUses } from '../material/passageUses';
import type { UsedMaterial } from '../material/usedMaterial';
import { arrival } from '../library/arrival';
import { setContext } from '../shared/contextKeys';
import type { Move } from '../shared/files';
import { movedPlace } from '../shared/files';
import { TreeDrop } from './treeDrop';
import { fillTooltip, treeItem } from './treeItem';
import type { ArticleOrder, TreeNode } from './treeNodes';
import { categoryNodes, childNodes, favoritesNode, pageLength } from './treeNodes';
import { labelText } from '../shared/shownText';

const orderKey = 'gongwen.articleOrder';
/** The editor gathers changes of a tree for 200 ms before it draws them. */
const gatheringMilliseconds = 300;
/** Times that an article is looked for in a tree that keeps changing. */
const mostReveals = 5;

/** What the tree works on. */
export interface TreeParts {
  readonly library: Library;
  readonly used: UsedMaterial;
  readonly uses: PassageUses;
  readonly memento: vscode.Memento;
  /** Takes in what is dropped on the tree. */
  readonly take: (inputs: readonly ImportInput[]) => void;
  /** Moves what is dragged to a category. */
  readonly move: (nodes: readonly TreeNode[], category: string) => void;
}

/** The view of the library in the activity bar. */
export class LibraryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly subscriptions: { dispose(): void }[];
  private filterText = '';
  private changedAt = 0;
  private roots: readonly TreeNode[] | undefined;
  /** Ids of the nodes that are open without a filter: they are again when it is cleared. */
  private readonly open = new Set<string>();
  /** By id of a category: how many of its articles are shown, where that is more than a page. */
  private readonly shown = new Map<string, number>();

  constructor(private readonly parts: TreeParts) {
    const { library, used, take, move } = parts;
    this.view = vscode.window.createTreeView('gongwen.library', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: new TreeDrop(take, move),
    });
    this.subscriptions = [
      this.changed,
      this.view,
      this.view.onDidChangeSelection(({ selection }) => {
        if (selection.some(isMaterialNode)) setContext('gongwen.didBrowse', true);
      }),
      library.onDidChange(() => this.refresh()),
      used.onDidChangeFavorites(() => this.refresh()),
      vscode.workspace.onDidRenameFiles(({ files }) => this.follow(files)),
      this.view.onDidExpandElement(({ element: { id } }) => !this.filterText && this.open.add(id)),
      this.view.onDidCollapseElement(({ element: { id } }) => !this.filterText && this.open.delete(id)),
    ];
    setContext('gongwen.libraryState', 'loading');
  }

  /** What is selected in the tree. */
  get selection(): readonly TreeNode[] {
    return this.view.selection;
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

  /** What the articles of a category are sorted by. */
  get order(): ArticleOrder {
    return this.parts.memento.get<ArticleOrder>(orderKey, 'title');
  }

  async sortBy(order: ArticleOrder): Promise<void> {
    await this.parts.memento.update(orderKey, order);
    this.refresh();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...childNodes(node, this.shown.get(node.id))];
    const { library } = this.parts;
    await vscode.window.withProgress({ location: { viewId: 'gongwen.library' } }, () => library.load());
    this.roots ??= this.makeRoots();
    setContext('gongwen.libraryState', library.articles.length ? 'ready' : 'empty');
    this.view.message = this.message();
    return [...this.roots];
  }

  /** Selects the article with an id where it stands now, once the library has it; a tree that nobody sees stays as it is. */
  async reveal(id: string): Promise<void> {
    if (!(await arrival(this.parts.library, id))) return;
    // The tree may be drawn anew while the editor looks for the node, which then is another one.
    for (let attempt = 1; attempt <= mostReveals && (await this.drawn()); attempt++) {
      const node = await this.nodeOf(id);
      try {
        // Without the focus: by now the writer may be typing elsewhere.
        if (node) await this.view.reveal(node, { select: true, focus: false });
      } catch (error) {
        if (attempt === mostReveals) throw error;
      }
      if (node && this.view.selection.some((selected) => selected.id === node.id)) return;
      await gathered();
    }
  }

  /** The node of an article, on a page of its category that is drawn. */
  private async nodeOf(id: string): Promise<TreeNode | undefined> {
    const name = this.parts.library.article(id)?.category;
    const category = this.roots?.find((node) => node.kind === 'category' && node.name === name);
    if (category?.kind !== 'category') return undefined;
    const at = category.articles.findIndex((node) => node.article.id === id);
    if (at >= (this.shown.get(category.id) ?? pageLength)) {
      this.shown.set(category.id, Math.ceil((at + 1) / pageLength) * pageLength);
      this.draw(category);
      if (!(await this.drawn())) return undefined;
    }
    return category.articles[at];
  }

  /** What is open of an article stays so when its file is renamed or moved. */
  private follow(moves: readonly Move[]): void {
    for (const id of [...this.open]) {
      // The article's URI, before it the filter, which is none, and behind it the section.
      const [, uri = '', ...below] = id.split('#');
      const now = moves.reduce(movedPlace, uri);
      if (now === uri) continue;
      this.open.delete(id);
      this.open.add(['', now, ...below].join('#'));
    }
  }

  private draw(node?: TreeNode): void {
    this.changedAt = Date.now();
    this.changed.fire(node);
  }

  /** Resolves once the editor has drawn all changes: until then it knows none of the new nodes. False when nobody sees the tree. */
  private async drawn(): Promise<boolean> {
    while (this.view.visible && (!this.roots || Date.now() - this.changedAt < gatheringMilliseconds)) await gathered();
    return this.view.visible;
  }

  /** Shows the next articles of the category whose last row is chosen. */
  showMore(): void {
    const more = this.view.selection.find((node) => node.kind === 'more');
    if (!more) return;
    const { parent, next } = more;
    this.shown.set(parent.id, (this.shown.get(parent.id) ?? pageLength) + next);
    this.draw(parent);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const isFavorite = (material: Material): boolean => this.parts.used.isFavorite(referenceTo(material));
    return treeItem(node, this.filterText !== '' || this.open.has(node.id), isFavorite);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'category' || node.kind === 'favorites' ? undefined : node.parent;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    return addUses(fillTooltip(item, node), isMaterialNode(node) ? await this.parts.uses.find(node.material) : []);
  }

  private makeRoots(): readonly TreeNode[] {
    const { library, used } = this.parts;
    const categories = categoryNodes(library.articles, this.filterText, this.order);
    if (this.filterText) return categories;
    const favorites = favoritesNode(used.favorites.flatMap((reference) => resolveReference(library, reference) ?? []));
    return favorites ? [favorites, ...categories] : categories;
  }

  private refresh(): void {
    this.roots = undefined;
    this.draw();
  }

  private message(): string {
    const faults = new Set(this.parts.library.problems.map(({ uri }) => uri)).size;
    // A message would hide the welcome content, which says what to do about an empty tree.
    if (!this.roots?.length) return '';
    const lines = [
      ...(this.filterText ? [labelText(vscode.l10n.t('Filtered by “{0}”', this.filterText))] : []),
      ...(faults ? [vscode.l10n.t('{0} file(s) need attention: see Problems.', faults)] : []),
    ];
    return lines.join(' · ');
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const gathered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, gatheringMilliseconds));
