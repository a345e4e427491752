import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import { openBlanks, rangeOf } from './openBlanks';

/** Milliseconds after a change. */
const delay = 150;

/** Highlights the placeholders that are left in drafts, and counts those of the active one in the status bar. */
export class BlankHighlights implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('gongwen.blankBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('gongwen.blankBorder'),
    borderRadius: '2px',
    overviewRulerColor: new vscode.ThemeColor('gongwen.blankBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    // What is typed at its edge is no part of it.
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly count = vscode.window.createStatusBarItem('gongwen.blanks', vscode.StatusBarAlignment.Right, 98);
  private readonly changed = new Debouncer(() => this.update(), delay);
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor() {
    this.count.name = vscode.l10n.t('Blanks');
    this.count.command = 'gongwen.nextBlank';
    this.subscriptions = [
      this.decoration,
      this.count,
      this.changed,
      vscode.window.onDidChangeVisibleTextEditors(() => this.changed.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => this.changed.schedule()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isSeen = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
        if (isSeen && contentChanges.length > 0) this.changed.schedule();
      }),
      vscode.workspace.onDidOpenTextDocument(() => this.changed.schedule()),
      vscode.workspace.onDidChangeConfiguration(() => this.changed.schedule()),
    ];
    this.changed.schedule();
  }

  private update(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      editor.setDecorations(
        this.decoration,
        openBlanks(document).map((place) => rangeOf(document, place)),
      );
    }
    const active = vscode.window.activeTextEditor;
    const { length } = active ? openBlanks(active.document) : [];
    if (length === 0) this.count.hide();
    else {
      this.count.text = vscode.l10n.t('$(edit) {0} blank(s)', length);
      this.count.tooltip = vscode.l10n.t('{0} blank(s) to fill in: click to go to the next one', length);
      this.count.show();
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
