import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import { countWords } from '../../draft/countWords';
import { isOfficialDraft } from '../../draft/isOfficialDraft';
import { settings } from '../shared/settings';

/** Milliseconds after a change. */
const delay = 200;

/** 字数 of the draft and of what is selected in it, as Word counts, in the status bar. */
export class WordCount implements vscode.Disposable {
  private readonly status = vscode.window.createStatusBarItem('gongwen.words', vscode.StatusBarAlignment.Right, 98);
  private readonly settled = new Debouncer(() => this.show(), delay);
  private counted:
    { readonly document: vscode.TextDocument; readonly version: number; readonly words: number } | undefined;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor() {
    this.status.name = vscode.l10n.t('Words in the Draft');
    this.status.tooltip = vscode.l10n.t(
      'As Word counts: each Chinese character and full-width mark is one, each number and each Latin word is one.',
    );
    this.subscriptions = [
      this.status,
      this.settled,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.window.onDidChangeTextEditorSelection(() => this.settled.schedule()),
      vscode.workspace.onDidChangeTextDocument(() => this.settled.schedule()),
      vscode.workspace.onDidOpenTextDocument(() => this.settled.schedule()),
    ];
    this.show();
  }

  private show(): void {
    const editor = vscode.window.activeTextEditor;
    const words = editor && this.wordsOf(editor.document);
    if (!editor || words === undefined) {
      this.status.hide();
      return;
    }
    const { document, selections } = editor;
    const selected = selections
      .filter(({ isEmpty }) => !isEmpty)
      .reduce((sum, selection) => sum + countWords(document.getText(selection), document.languageId), 0);
    this.status.text =
      selected > 0 ? vscode.l10n.t('{0} of {1} words', selected, words) : vscode.l10n.t('{0} words', words);
    this.status.show();
  }

  /** @returns undefined for what is no Chinese prose */
  private wordsOf(document: vscode.TextDocument): number | undefined {
    if (!settings.completionLanguages().includes(document.languageId)) return undefined;
    const { version } = document;
    if (this.counted?.document === document && this.counted.version === version) return this.counted.words;
    const text = document.getText();
    if (!isOfficialDraft(text)) return undefined;
    const words = countWords(text, document.languageId);
    this.counted = { document, version, words };
    return words;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
