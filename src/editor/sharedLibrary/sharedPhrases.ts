import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { SharedLibrary } from '../../shared/sharedLibrary';
import type { Server } from './server';

/** The table is fetched anew after so many milliseconds, and after a fault. */
const holdsMilliseconds = 60 * 60_000;
const restMilliseconds = 5 * 60_000;

/** Quotes and phrases of the shared library for completion: a table that is fetched now and then, and never waited for. */
export class SharedPhrases implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** When other articles may be given than before. */
  readonly onDidChange = this.changed.event;
  private from: SharedLibrary | undefined;
  private fetched: readonly Article[] = [];
  private next = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.subscription = server.onDidChange(() => {
      this.next = -Infinity;
      this.changed.fire();
    });
  }

  /** What was fetched last; where that is old, or of another library, it is fetched. Without a shared library nothing is. */
  articles(): readonly Article[] {
    const { library } = this.server;
    if (library !== this.from) {
      this.from = library;
      this.fetched = [];
      this.next = -Infinity;
    }
    if (library && performance.now() > this.next) void this.fetch(library);
    return this.fetched;
  }

  private async fetch(library: SharedLibrary): Promise<void> {
    this.wait(holdsMilliseconds);
    try {
      const fetched = await library.phrases();
      if (this.from !== library) return;
      this.fetched = fetched;
      this.changed.fire();
    } catch (error) {
      if (this.from !== library) return;
      this.wait(restMilliseconds);
      await this.server.report(error);
    }
  }

  private wait(milliseconds: number): void {
    this.next = performance.now() + milliseconds;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), milliseconds + 1);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
  }
}
