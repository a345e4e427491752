import * as vscode from 'vscode';
import { fileName } from '../../base/fileName';
import { previewScheme } from '../shared/drafts';

/** Shows texts as read-only Markdown documents with a name of their own. */
export class VirtualDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: { dispose(): void }[];

  constructor() {
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(previewScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** Opens a text under a name. @param preserveFocus whether what has the focus keeps it, such as an open quick pick */
  async show(name: string, text: string, { preserveFocus = false } = {}): Promise<void> {
    const uri = vscode.Uri.from({ scheme: previewScheme, path: `/${fileName(name)}.md` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
