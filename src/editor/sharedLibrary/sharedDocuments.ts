import * as vscode from 'vscode';
import { sharedScheme } from '../../shared/sharedArticle';
import type { Server } from './server';

/** Address of one version of an article; of version 0 there is no text. */
export const versionUri = (id: string, version: number): vscode.Uri =>
  vscode.Uri.parse(id).with({ query: String(version) });

/** Shows articles of the shared library by their ids, as assistants name them, and their versions; all of them read-only. */
export class SharedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(sharedScheme, this);

  constructor(private readonly server: Server) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const id = uri.with({ query: '' }).toString();
    try {
      const library = await this.server.open();
      if (uri.query === '0') return '';
      if (uri.query === '') return (await library.article(id))?.text ?? vscode.l10n.t('This article was withdrawn.');
      return (await library.version(id, Number(uri.query))) ?? '';
    } catch (error) {
      return this.server.describe(error);
    }
  }

  dispose(): void {
    this.registration.dispose();
  }
}
