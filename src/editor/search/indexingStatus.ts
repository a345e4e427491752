import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Progress, SearchService } from '../../search/searchService';

/** What takes less time, in milliseconds, need not be spoken of. */
const showAfter = 400;

/** Shows in the status bar how far a large library has been read and indexed. */
export class IndexingStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('gongwen.indexing', vscode.StatusBarAlignment.Left);
  private readonly subscriptions: readonly { dispose(): void }[];
  private begun: number | undefined;

  constructor(search: Pick<SearchService, 'onDidProgress'>, library: Pick<Library, 'onDidProgress'>) {
    this.item.name = vscode.l10n.t('Gongwen Library');
    this.subscriptions = [
      library.onDidProgress((progress) =>
        this.update(progress, (percent) => vscode.l10n.t('$(sync~spin) Reading material: {0} %', percent)),
      ),
      search.onDidProgress((progress) =>
        this.update(progress, (percent) => vscode.l10n.t('$(sync~spin) Indexing material: {0} %', percent)),
      ),
    ];
  }

  private update(progress: Progress | undefined, message: (percent: number) => string): void {
    if (!progress) {
      this.begun = undefined;
      this.item.hide();
      return;
    }
    this.begun ??= Date.now();
    if (Date.now() - this.begun < showAfter) return;
    const percent = Math.floor((100 * progress.done) / Math.max(progress.of, 1));
    this.item.text = message(percent);
    this.item.tooltip = vscode.l10n.t('Search already works on what is indexed.');
    this.item.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.item.dispose();
  }
}
