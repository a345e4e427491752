import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import { fileName } from '../../base/fileName';
import { setContext } from '../shared/contextKeys';
import { CoveredTabs } from '../shared/coveredTabs';
import { readerScheme } from '../shared/drafts';

/** Where to put the cursor when an article is opened; offsets are UTF-16 units of the article's text. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

export interface OpenOptions {
  readonly place?: Place;
  readonly toSide?: boolean;
}

/**
 * Shows articles as read-only documents with a file name of their own, so that the outline, the Markdown preview and
 * Find work as in any file, and reading can never change the writer's material.
 */
export class Reader implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: { dispose(): void }[];
  private readonly passageHighlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  });
  private readonly matchHighlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  /** Counts previews and their ends: of those that overlap the last one is right. */
  private previews = 0;
  /** While previews are shown. */
  private covered: CoveredTabs | undefined;
  /** Where the previews of one search go. */
  private previewColumn: vscode.ViewColumn | undefined;

  /** @param elsewhere finds articles that are not in the library itself */
  constructor(
    private readonly library: Library,
    private readonly elsewhere: (id: string) => Promise<Article | undefined>,
  ) {
    this.subscriptions = [
      this.changed,
      this.passageHighlight,
      this.matchHighlight,
      vscode.workspace.registerTextDocumentContentProvider(readerScheme, this),
      vscode.window.onDidChangeActiveTextEditor(() => this.updateContext()),
      library.onDidChange(({ added, removed }) => {
        this.updateContext();
        const ids = new Set([...added, ...removed].map(({ id }) => id));
        for (const document of vscode.workspace.textDocuments) {
          if (ids.has(articleId(document.uri) ?? '')) this.changed.fire(document.uri);
        }
      }),
    ];
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    await this.library.load();
    const id = articleId(uri);
    const known = id === undefined ? undefined : this.library.article(id);
    const article = known ?? (id === undefined ? undefined : await this.elsewhere(id).catch(() => undefined));
    return (
      article?.text ??
      vscode.l10n.t('This article is no longer in the library: its file was deleted, moved or cannot be read.')
    );
  }

  /** Opens an article with the cursor on `place`, else at its beginning. */
  async open(article: Article, { place, toSide = false }: OpenOptions = {}): Promise<void> {
    const document = await vscode.workspace.openTextDocument(readerUri(article));
    const { offset, length } = placeIn(document, article, place ?? { offset: 0, length: 0 });
    const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    await vscode.window.showTextDocument(document, {
      preview: true,
      selection,
      ...(toSide ? { viewColumn: vscode.ViewColumn.Beside } : {}),
    });
  }

  /**
   * Shows an article beside the draft, the passage and what was found in it highlighted, without taking the focus, so that
   * it leaves nothing in the history.
   */
  async preview(article: Article, passage: Place, match: Place = passage): Promise<void> {
    const turn = ++this.previews;
    const document = await vscode.workspace.openTextDocument(readerUri(article));
    if (turn !== this.previews) return;
    const covered = (this.covered ??= new CoveredTabs(readerScheme));
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: this.previewColumn ?? vscode.ViewColumn.Beside,
      preview: true,
      preserveFocus: true,
    });
    this.previewColumn = editor.viewColumn;
    const rangeOf = (place: Place): vscode.Range => {
      const { offset, length } = placeIn(document, article, place);
      return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    };
    editor.setDecorations(this.passageHighlight, [rangeOf(passage)]);
    editor.setDecorations(this.matchHighlight, [rangeOf(match)]);
    editor.revealRange(rangeOf(passage), vscode.TextEditorRevealType.InCenter);
    // The search was closed while the article was being shown.
    if (this.covered !== covered) await this.uncover(covered);
  }

  /** Closes what `preview` has opened, and brings back the preview tab that it took the place of. */
  async endPreview(): Promise<void> {
    this.previews++;
    const { covered } = this;
    this.covered = undefined;
    this.previewColumn = undefined;
    await this.uncover(covered);
  }

  private async uncover(covered: CoveredTabs | undefined): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.passageHighlight, []);
      editor.setDecorations(this.matchHighlight, []);
    }
    await covered?.uncover();
  }

  /** The article that a document of the reader shows. */
  articleOf(document: vscode.TextDocument): Article | undefined {
    const id = articleId(document.uri);
    return id === undefined ? undefined : this.library.article(id);
  }

  /** Tells the menus whether the article of the active editor has a file that can be edited. */
  private updateContext(): void {
    const document = vscode.window.activeTextEditor?.document;
    const article = document && this.articleOf(document);
    setContext('gongwen.readerHasFile', article !== undefined && isOwn(article));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** The path names the tab and, by its ending, the language; the query holds the article's id. */
export function readerUri(article: Article): vscode.Uri {
  const ending = /\.txt$/i.test(article.id) ? '.txt' : '.md';
  return vscode.Uri.from({ scheme: readerScheme, path: `/${fileName(article.title)}${ending}`, query: article.id });
}

/** Where a place of an article is in the document that shows it, which may be known of a shared article in part only. */
export function placeIn(document: vscode.TextDocument, { text }: Pick<Article, 'text'>, place: Place): Place {
  const shown = document.getText();
  if (shown === text) return place;
  const at = shown.indexOf(text);
  return at < 0 ? place : { ...place, offset: at + place.offset };
}

const articleId = (uri: vscode.Uri): string | undefined => (uri.scheme === readerScheme ? uri.query : undefined);
