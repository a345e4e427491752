import * as vscode from 'vscode';
import { sharedScheme } from '../../shared/sharedArticle';
import { settings } from './settings';

/** Scheme of the read-only documents in which articles are read. */
export const readerScheme = 'gongwen';
/** Scheme of the read-only documents that show what an import found. */
export const previewScheme = 'gongwen-import';
/** Scheme of the read-only documents that show a draft after changes. */
export const reviseScheme = 'gongwen-revise';

/** Scheme of the read-only documents that show a template before it is chosen. */
export const templateScheme = 'gongwen-template';

/** Documents that are shown in an editor but are never a draft. */
const foreignSchemes = new Set([
  readerScheme,
  previewScheme,
  reviseScheme,
  templateScheme,
  sharedScheme,
  // A former version, beside what is being written.
  'git',
  'output',
  'debug',
  'search-editor',
  'comment',
  'vscode-settings',
]);

/** Remembers which editor the writer was last writing in, so that material goes there and not into the reader. */
export class Drafts implements vscode.Disposable {
  private last: vscode.TextEditor | undefined;
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.remember(vscode.window.activeTextEditor);
    this.subscription = vscode.window.onDidChangeActiveTextEditor((editor) => this.remember(editor));
  }

  private remember(editor: vscode.TextEditor | undefined): void {
    if (editor && isDraft(editor.document)) this.last = editor;
  }

  /** The editor to write into, shown if another one covers it; undefined when no draft is open. */
  async editor(): Promise<vscode.TextEditor | undefined> {
    this.remember(vscode.window.activeTextEditor);
    const last = this.last;
    if (!last || last.document.isClosed) {
      return vscode.window.visibleTextEditors.find(({ document }) => isDraft(document));
    }
    if (vscode.window.activeTextEditor === last) return last;
    const { viewColumn } = last;
    return vscode.window.showTextDocument(last.document, viewColumn === undefined ? {} : { viewColumn });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

/** Whether a document may be what the writer is writing. */
export const isDraft = (document: vscode.TextDocument): boolean => !foreignSchemes.has(document.uri.scheme);

/** The same in a language of prose: those that completion serves. */
export const isProseDraft = (document: vscode.TextDocument): boolean =>
  isDraft(document) && settings.completionLanguages().includes(document.languageId);
