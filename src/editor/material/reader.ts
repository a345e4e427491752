import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import { fileName } from '../../base/fileName';
import { setContext } from '../shared/contextKeys';
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

  constructor(private readonly library: Library) {
    this.subscriptions = [
      this.changed,
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
    const article = id === undefined ? undefined : this.library.article(id);
    return (
      article?.text ??
      vscode.l10n.t('This article is no longer in the library: its file was deleted, moved or cannot be read.')
    );
  }

  /** Opens an article with the cursor on `place`, else at its beginning. */
  async open(article: Article, { place, toSide = false }: OpenOptions = {}): Promise<void> {
    const document = await vscode.workspace.openTextDocument(readerUri(article));
    const { offset, length } = place ?? { offset: 0, length: 0 };
    const selection = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    await vscode.window.showTextDocument(document, {
      preview: true,
      selection,
      ...(toSide ? { viewColumn: vscode.ViewColumn.Beside } : {}),
    });
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
function readerUri(article: Article): vscode.Uri {
  const ending = /\.txt$/i.test(article.id) ? '.txt' : '.md';
  return vscode.Uri.from({ scheme: readerScheme, path: `/${fileName(article.title)}${ending}`, query: article.id });
}

const articleId = (uri: vscode.Uri): string | undefined => (uri.scheme === readerScheme ? uri.query : undefined);
