import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { reviseScheme } from '../shared/drafts';
import type { Review } from './review';

/** The draft as it reads when all open changes are taken over, beside the draft as it is. */
export class ProposedText implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration: vscode.Disposable;
  private review: Review | undefined;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(reviseScheme, this);
  }

  show(review: Review): void {
    this.review = review;
    review.onDidChange(() => this.changed.fire(uriOf(review)));
  }

  provideTextDocumentContent(): string {
    return this.review?.proposed() ?? '';
  }

  async compare(review: Review): Promise<void> {
    const title = vscode.l10n.t(
      '{0}: as it is ↔ with the changes of {1}',
      baseName(review.document.uri.path),
      review.source,
    );
    await vscode.commands.executeCommand('vscode.diff', review.document.uri, uriOf(review), title);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

const uriOf = ({ document }: Review): vscode.Uri =>
  vscode.Uri.from({ scheme: reviseScheme, path: `/${baseName(document.uri.path)}` });
