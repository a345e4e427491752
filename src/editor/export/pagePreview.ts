import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import { baseName } from '../../base/fileName';
import { drawPages } from '../../export/pageDrawing';
import type { Drafts } from '../shared/drafts';
import { showInformation } from '../shared/messages';
import { inputOf, setInput } from './draftInput';
import { previewHtml } from './previewHtml';
import { loadProfile } from './profileFile';
import { shownText } from '../shared/shownText';

/** After the last change to a draft its pages are set anew. */
const settleMilliseconds = 250;

/** 版式预览: the pages of the draft as they will be printed, beside it, following it. */
export class PagePreview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  private readonly refresh = new Debouncer(() => void this.show(), settleMilliseconds);
  private readonly subscription: vscode.Disposable;

  constructor(private readonly drafts: Drafts) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.panel && document === this.document) this.refresh.schedule();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.panel && editor && isText(editor.document) && editor.document !== this.document)
          this.follow(editor.document);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor.document === this.document && selection) this.reveal(selection.active.line);
      }),
    );
  }

  /** Shows the pages of the draft in the editor. */
  async open(): Promise<void> {
    const document = (await this.drafts.editor())?.document;
    if (!document) {
      void showInformation(vscode.l10n.t('Open the draft whose pages are to be shown.'));
      return;
    }
    if (!this.panel) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel('gongwen.pages', '', column, {
        enableScripts: true,
        localResourceRoots: [],
      });
      panel.webview.html = previewHtml();
      panel.webview.onDidReceiveMessage((message: unknown) => void this.receive(message));
      panel.onDidDispose(() => (this.panel = undefined));
      this.panel = panel;
    } else this.panel.reveal(undefined, true);
    this.follow(document);
  }

  private follow(document: vscode.TextDocument): void {
    this.document = document;
    if (this.panel) this.panel.title = shownText(vscode.l10n.t('Pages of {0}', baseName(document.uri.path)));
    void this.show();
  }

  private async show(): Promise<void> {
    const { document, panel } = this;
    if (!document || !panel) return;
    try {
      const set = await setInput(inputOf(document), await loadProfile(undefined, document.uri));
      await panel.webview.postMessage({ pages: drawPages(set) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await panel.webview.postMessage({ pages: [], problem: reason });
    }
  }

  private reveal(line: number): void {
    void this.panel?.webview.postMessage({ line });
  }

  /** The page is ready, or a line was clicked. */
  private async receive(message: unknown): Promise<void> {
    const { ready, line } = (typeof message === 'object' && message !== null ? message : {}) as {
      ready?: unknown;
      line?: unknown;
    };
    if (ready === true) await this.show();
    if (typeof line !== 'number' || !Number.isInteger(line) || !this.document) return;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
    const shown = await vscode.window.showTextDocument(this.document, {
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
    });
    const place = new vscode.Position(Math.min(Math.max(line, 0), this.document.lineCount - 1), 0);
    shown.selection = new vscode.Selection(place, place);
    shown.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    this.refresh.dispose();
    this.subscription.dispose();
    this.panel?.dispose();
  }
}

const isText = ({ languageId, uri }: vscode.TextDocument): boolean =>
  /^(?:markdown|plaintext)$/.test(languageId) && /^(?:file|untitled|vscode-.*|memfs)$/.test(uri.scheme);
