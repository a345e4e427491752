import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import type { Library } from '../../library/library';
import type { PassageSearch } from '../../search/passageSearch';
import { setContext } from '../shared/contextKeys';
import type { MaterialActions } from '../material/materialActions';
import { MaterialDrag } from '../material/materialDrag';
import type { PassageUses } from '../material/passageUses';
import { addUses } from '../material/passageUses';
import { fillHitTooltip, resultItem } from './resultItem';
import type { HitNode, ResultNode, SearchNode } from './resultNodes';
import { searchNode } from './resultNodes';

const viewId = 'gongwen.results';
const pinnedKey = 'gongwen.pinnedSearches';
const mostHits = 200;
/** Milliseconds without changes of the library after which the searches are run again. */
const rerunDelay = 500;

/** The view in which search results stay: the last search, and those that are pinned. */
export class ResultsView implements vscode.TreeDataProvider<ResultNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ResultNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ResultNode>;
  private readonly subscriptions: { dispose(): void }[];
  /** The one that the next search replaces, then the pinned ones. */
  private searches: readonly SearchNode[];
  /** Searches that are being run. */
  private readonly running = new Set<string>();
  private current: HitNode | undefined;
  private stepped: Promise<void> = Promise.resolve();
  private lastId = 0;
  private readonly libraryChanged = new Debouncer(() => this.rerunSeen(), rerunDelay);

  constructor(
    library: Library,
    private readonly search: () => Promise<PassageSearch>,
    private readonly actions: MaterialActions,
    private readonly uses: PassageUses,
    private readonly memento: vscode.Memento,
  ) {
    this.searches = memento.get<readonly string[]>(pinnedKey, []).map((query) => this.node(query, true));
    this.view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: new MaterialDrag(),
    });
    this.subscriptions = [
      this.changed,
      this.view,
      this.view.onDidChangeSelection(({ selection: [node] }) => {
        if (node?.kind === 'hit') this.current = node;
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) void this.runMissing();
      }),
      library.onDidChange(() => this.libraryChanged.schedule()),
    ];
    if (this.searches.length > 0) this.update();
  }

  /** Shows what a query finds, in place of the last search that is not pinned, and above those that are. */
  async show(query: string): Promise<void> {
    const same = this.searches.find((search) => search.query === query);
    const shown = same ?? this.node(query, false);
    if (!same) this.searches = [shown, ...this.searches.filter(({ pinned }) => pinned)];
    this.current = undefined;
    this.update();
    await vscode.commands.executeCommand(`${viewId}.focus`);
    await this.rerun(shown);
    const now = this.searches.find(({ id }) => id === shown.id);
    if (now) await this.view.reveal(now, { select: true, focus: false, expand: true });
  }

  /** Runs one search again, or all. */
  async rerun(node?: SearchNode): Promise<void> {
    for (const { id, query } of node ? [node] : this.searches) {
      if (this.running.has(id)) continue;
      this.running.add(id);
      try {
        const result = await (await this.search()).search(query, { limit: mostHits });
        this.replace(id, ({ pinned }) => searchNode(id, query, pinned, result));
        void result.more?.then(() => this.rerunOne(id));
      } finally {
        this.running.delete(id);
      }
    }
  }

  private async rerunOne(id: string): Promise<void> {
    const node = this.searches.find((one) => one.id === id);
    if (node) await this.rerun(node);
  }

  /** Pins a search, so that it stays, or lets it go with the next one. */
  async pin(node: SearchNode, pinned: boolean): Promise<void> {
    const changed = this.searches.map((search) =>
      search.id === node.id ? searchNode(search.id, search.query, pinned, search.result) : search,
    );
    this.searches = changed.sort((a, b) => Number(a.pinned) - Number(b.pinned));
    await this.save();
  }

  /** Closes a search, or all. */
  async close(node?: SearchNode): Promise<void> {
    this.searches = node ? this.searches.filter(({ id }) => id !== node.id) : [];
    await this.save();
  }

  /**
   * Opens the hit after or before the one that was opened or selected last, round and round. Of steps that come fast each
   * waits for the one before: else the last to be opened might not be the last that was asked for.
   */
  step(direction: 1 | -1): Promise<void> {
    const next = (): Promise<void> => this.stepOnce(direction);
    this.stepped = this.stepped.then(next, next);
    return this.stepped;
  }

  private async stepOnce(direction: 1 | -1): Promise<void> {
    const hits = this.searches.flatMap(({ articles }) => articles.flatMap((article) => article.hits));
    const at = hits.findIndex(({ id }) => id === this.current?.id);
    const next = hits.at(at < 0 && direction < 0 ? -1 : (at + direction) % hits.length);
    if (!next) return;
    this.current = next;
    if (this.view.visible) await this.view.reveal(next, { select: true, focus: false });
    await this.actions.open(next.material);
  }

  getChildren(node?: ResultNode): ResultNode[] {
    if (!node) {
      void this.runMissing();
      return [...this.searches];
    }
    if (node.kind === 'search') return [...node.articles];
    return node.kind === 'articleResult' ? [...node.hits] : [];
  }

  getTreeItem(node: ResultNode): vscode.TreeItem {
    return resultItem(node);
  }

  getParent(node: ResultNode): ResultNode | undefined {
    return node.kind === 'search' ? undefined : node.parent;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: ResultNode): Promise<vscode.TreeItem> {
    return addUses(fillHitTooltip(item, node), node.kind === 'hit' ? await this.uses.find(node.material) : []);
  }

  private node(query: string, pinned: boolean): SearchNode {
    return searchNode(`search${++this.lastId}`, query, pinned);
  }

  /** Runs the searches that were pinned in an earlier session, once somebody looks. */
  private async runMissing(): Promise<void> {
    for (const search of this.searches.filter(({ result }) => !result)) await this.rerun(search);
  }

  /** What nobody looks at is run when somebody does. */
  private rerunSeen(): void {
    if (this.view.visible) void this.rerun();
    else for (const { id, query } of this.searches) this.replace(id, ({ pinned }) => searchNode(id, query, pinned));
  }

  /** Puts another node in the place of one, unless that has been closed. */
  private replace(id: string, make: (old: SearchNode) => SearchNode): void {
    this.searches = this.searches.map((search) => (search.id === id ? make(search) : search));
    this.update();
  }

  private async save(): Promise<void> {
    this.update();
    const pinned = this.searches.filter((search) => search.pinned);
    await this.memento.update(
      pinnedKey,
      pinned.map(({ query }) => query),
    );
  }

  private update(): void {
    this.changed.fire(undefined);
    setContext('gongwen.hasSearches', this.searches.length > 0);
    setContext(
      'gongwen.hasResults',
      this.searches.some(({ result }) => (result?.hits.length ?? 0) > 0),
    );
  }

  dispose(): void {
    this.libraryChanged.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
