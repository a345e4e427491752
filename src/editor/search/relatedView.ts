import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import type { PassageSearch } from '../../search/passageSearch';
import { MaterialDrag } from '../material/materialDrag';
import type { PassageUses } from '../material/passageUses';
import { addUses } from '../material/passageUses';
import { setContext } from '../shared/contextKeys';
import { isDraft } from '../shared/drafts';
import { fillHitTooltip } from './resultItem';
import type { RelatedNode } from './relatedNodes';
import { relatedItem, relatedNode } from './relatedNodes';

/** Long enough not to search at every key, short enough to be there when the writer looks up. */
const debounceMilliseconds = 500;
const mostHits = 12;

/** The view of passages close to the paragraph that the writer is in. It searches only while it can be seen. */
export class RelatedView implements vscode.TreeDataProvider<RelatedNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<RelatedNode>;
  private readonly subscriptions: { dispose(): void }[];
  private readonly moved = new Debouncer(() => void this.update(), debounceMilliseconds);
  private frozen = false;
  /** Counts searches, so that the answer to an earlier one never replaces that to a later one. */
  private latest = 0;
  private nodes: readonly RelatedNode[] = [];

  constructor(
    private readonly search: () => Promise<PassageSearch>,
    private readonly uses: PassageUses,
  ) {
    this.view = vscode.window.createTreeView('gongwen.related', {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: new MaterialDrag(),
    });
    this.subscriptions = [
      this.changed,
      this.view,
      this.view.onDidChangeVisibility(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.schedule();
      }),
    ];
  }

  /** Keeps what is shown, or follows the cursor again. */
  freeze(frozen: boolean): void {
    this.frozen = frozen;
    setContext('gongwen.relatedFrozen', frozen);
    this.view.description = frozen ? vscode.l10n.t('frozen') : '';
    this.schedule();
  }

  getChildren(node?: RelatedNode): RelatedNode[] {
    if (!node) return [...this.nodes];
    return node.kind === 'hit' ? [...node.lines] : [];
  }

  getTreeItem(node: RelatedNode): vscode.TreeItem {
    return relatedItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: RelatedNode): Promise<vscode.TreeItem> {
    return node.kind === 'hit' ? addUses(fillHitTooltip(item, node), await this.uses.find(node.material)) : item;
  }

  private schedule(): void {
    if (!this.frozen && this.view.visible) this.moved.schedule();
    else this.moved.cancel();
  }

  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    // Reading an article, or writing a query, is no reason to forget what was close to the draft.
    if (!editor || !isDraft(editor.document)) return;
    const turn = ++this.latest;
    const { document, selection } = editor;
    const writing = {
      paragraph: paragraphAt(document, selection.active.line),
      draft: document.getText(),
      article: document.uri.toString(),
    };
    const hits = await (await this.search()).related(writing, mostHits);
    if (turn !== this.latest || this.frozen) return;
    this.nodes = hits.map(relatedNode);
    this.view.message = hits.length > 0 ? '' : vscode.l10n.t('Nothing close to this paragraph.');
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.moved.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/**
 * The lines around `line` up to the next blank ones; in plain text, where a paragraph is a line, that line alone. On a blank
 * line the paragraph before it: a new one is about to go on from there.
 */
function paragraphAt(document: vscode.TextDocument, line: number): string {
  let last = line;
  while (last > 0 && document.lineAt(last).isEmptyOrWhitespace) last--;
  const { text, isEmptyOrWhitespace } = document.lineAt(last);
  if (isEmptyOrWhitespace || document.languageId === 'plaintext') return text;
  let first = last;
  while (first > 0 && !document.lineAt(first - 1).isEmptyOrWhitespace) first--;
  while (last + 1 < document.lineCount && !document.lineAt(last + 1).isEmptyOrWhitespace) last++;
  return document.getText(new vscode.Range(first, 0, last + 1, 0));
}
