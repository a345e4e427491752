import * as vscode from 'vscode';
import type { DraftChange } from '../../revise/draftChange';
import { changeLabel, excerpt, reviserLabel } from './changeLabels';
import type { Review } from './review';
import { labelText, shownText } from '../shared/shownText';

/** Most characters of a new text that are shown in its place. */
const shown = 60;

/** Shows open changes in the draft: what goes is struck through, what comes stands behind it; lenses accept and reject. */
export class ReviewDecorations implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly removed = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('diffEditor.removedTextBackground'),
    textDecoration: 'line-through',
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.modifiedForeground'),
  });
  private readonly added = vscode.window.createTextEditorDecorationType({
    after: { backgroundColor: new vscode.ThemeColor('diffEditor.insertedTextBackground') },
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.addedForeground'),
  });
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: readonly vscode.Disposable[];
  private reviewing: vscode.Disposable | undefined;
  private review: Review | undefined;

  constructor() {
    this.subscriptions = [
      this.removed,
      this.added,
      this.changed,
      vscode.languages.registerCodeLensProvider([{ language: 'markdown' }, { language: 'plaintext' }], this),
      vscode.window.onDidChangeVisibleTextEditors(() => this.update()),
      vscode.commands.registerCommand('_gongwen.showChange', (change: number) => this.review?.reveal(change)),
    ];
  }

  show(review: Review): void {
    this.review = review;
    this.reviewing = review.onDidChange(() => this.update());
    this.update();
  }

  clear(): void {
    this.reviewing?.dispose();
    const document = this.review?.document;
    [this.review, this.reviewing] = [undefined, undefined];
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.removed, []);
      editor.setDecorations(this.added, []);
    }
    this.changed.fire();
  }

  private update(): void {
    const { review } = this;
    if (!review) return;
    const removed: vscode.DecorationOptions[] = [];
    const added: vscode.DecorationOptions[] = [];
    for (const at of review.open()) {
      const change = review.changes[at];
      // A text alone would be read as Markdown.
      const hoverMessage = change && new vscode.MarkdownString().appendText(shownText(describe(change)));
      review.ranges(at).forEach((range, index) => {
        const text = change?.edits[index]?.text ?? '';
        if (!range.isEmpty) removed.push({ range, ...(hoverMessage && { hoverMessage }) });
        if (!text) return;
        const line = text.includes('\n') ? `${text.trim()}⏎` : text;
        const after = { contentText: excerpt(line, shown) };
        added.push({ range: new vscode.Range(range.end, range.end), renderOptions: { after } });
      });
    }
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== review.document) continue;
      editor.setDecorations(this.removed, removed);
      editor.setDecorations(this.added, added);
    }
    this.changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { review } = this;
    if (review?.document !== document) return [];
    return review.open().flatMap((at): vscode.CodeLens[] => {
      const [[range], change] = [review.ranges(at), review.changes[at]];
      if (!range || !change) return [];
      const lens = (title: string, command: string): vscode.CodeLens =>
        new vscode.CodeLens(range, { title, command, arguments: [at] });
      const what = labelText(describe(change));
      const marker = at === review.currentChange ? '$(arrow-small-right)' : '';
      return [
        lens(`${marker}${what}`, '_gongwen.showChange'),
        lens(vscode.l10n.t('$(check) Accept'), 'gongwen.changes.accept'),
        lens(vscode.l10n.t('$(close) Reject'), 'gongwen.changes.reject'),
      ];
    });
  }

  dispose(): void {
    this.clear();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** What a change does, and whose it is. */
const describe = (change: DraftChange): string => `${changeLabel(change)} · ${reviserLabel(change.by)}`;
