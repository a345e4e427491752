import * as vscode from 'vscode';
import type { Progress, SearchService } from '../../search/searchService';

/** A library that is indexed in less time, in milliseconds, need not be spoken of. */
const showAfter = 400;

/** Shows in the status bar how far a large library has been indexed. */
export class IndexingStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('gongwen.indexing', vscode.StatusBarAlignment.Left);
  private readonly subscription: { dispose(): void };
  private begun: number | undefined;

  constructor(search: Pick<SearchService, 'onDidProgress'>) {
    this.item.name = vscode.l10n.t('Gongwen Library');
    this.subscription = search.onDidProgress((progress) => this.update(progress));
  }

  private update(progress: Progress | undefined): void {
    if (!progress) {
      this.begun = undefined;
      this.item.hide();
      return;
    }
    this.begun ??= Date.now();
    if (Date.now() - this.begun < showAfter) return;
    const percent = Math.floor((100 * progress.done) / Math.max(progress.of, 1));
    this.item.text = vscode.l10n.t('$(sync~spin) Indexing material: {0} %', percent);
    this.item.tooltip = vscode.l10n.t('Search already works on what is indexed.');
    this.item.show();
  }

  dispose(): void {
    this.subscription.dispose();
    this.item.dispose();
  }
}
