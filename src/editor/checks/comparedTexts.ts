import * as vscode from 'vscode';
import { BorrowedIndex } from '../../draft/checks/borrowedIndex';
import type { BorrowedSources } from '../../draft/checks/borrowedRule';
import { LibraryOverlap } from '../../draft/checks/libraryOverlap';
import type { Library } from '../../library/library';
import { onDidChangeSettings, settings } from '../shared/settings';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';

/** Share of a draft above which a file of the workspace is another version of it, and not what it borrows from. */
const versionShare = 0.5;

/** What drafts are compared with: the articles of the library and the other files of the workspace. */
export class ComparedTexts implements vscode.Disposable {
  private readonly overlap: LibraryOverlap;
  private making: Promise<BorrowedIndex> | undefined;
  private index: BorrowedIndex | undefined;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly library: Library,
    private readonly files: WorkspaceDrafts,
  ) {
    this.overlap = new LibraryOverlap(library);
    this.subscriptions = [
      this.overlap,
      onDidChangeSettings(['checks.compareWorkspace'], () => {
        if (this.index) this.files.forget(this.index);
        this.making = undefined;
      }),
    ];
  }

  /** What one draft is compared with, indexed when the first draft is checked and kept current. @param id URI of the draft */
  async sources(id: string): Promise<BorrowedSources> {
    return {
      index: await (this.making ??= this.make()),
      nameOf: (other) => this.nameOf(other),
      isOther: (other) => other !== id,
      isVersion: (other, share) => share > versionShare && !this.isArticle(other),
    };
  }

  /** A text as it was compared, once the index is made. */
  text(id: string): string | undefined {
    return this.index?.text(id);
  }

  /** How a text is named. */
  nameOf(id: string): string {
    return this.library.article(id)?.title ?? vscode.workspace.asRelativePath(vscode.Uri.parse(id));
  }

  private async make(): Promise<BorrowedIndex> {
    this.index = await this.overlap.index({ BorrowedIndex });
    if (settings.checksCompareWorkspace()) await this.files.keepIn(this.index);
    return this.index;
  }

  private isArticle(id: string): boolean {
    return this.library.article(id) !== undefined;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
