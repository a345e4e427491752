import * as vscode from 'vscode';
import { Composition } from '../../completion/composition';

/** Longest wait for a choice, in milliseconds: longer than an answer is under way to the editor. */
const patience = 300;
/** Letters that stand so long, in milliseconds, were left as they are: an input method can give them up without a change. */
const longestChoice = 1000;

/** Watches input methods at work: the editor asks extensions while they compose, and does not say so. */
export class InputMethod implements vscode.Disposable {
  private readonly composition = new Composition();
  private document: vscode.TextDocument | undefined;
  private changed = 0;
  private readonly didFollow = new vscode.EventEmitter<void>();
  private readonly subscription = vscode.workspace.onDidChangeTextDocument((event) => this.follow(event));

  /** Resolves to whether nothing is composed in a document; waits a moment for what is. */
  async committed(document: vscode.TextDocument): Promise<boolean> {
    const end = performance.now() + patience;
    while (this.isComposing(document)) {
      const left = end - performance.now();
      if (left <= 0) return false;
      await this.nextChange(left);
    }
    return true;
  }

  dispose(): void {
    this.subscription.dispose();
    this.didFollow.dispose();
  }

  private isComposing(document: vscode.TextDocument): boolean {
    const recent = performance.now() - this.changed < longestChoice;
    return recent && this.document === document && this.composition.active;
  }

  private nextChange(limit: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      };
      const timer = setTimeout(done, limit);
      const listener = this.didFollow.event(done);
    });
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // Saving and the like change nothing.
    if (contentChanges.length === 0) return;
    if (document !== this.document) this.composition.end();
    this.document = document;
    this.changed = performance.now();
    this.composition.follow(
      contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, removed: rangeLength, text })),
    );
    this.didFollow.fire();
  }
}
