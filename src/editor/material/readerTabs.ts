import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { arrival } from '../library/arrival';
import { readerScheme } from '../shared/drafts';
import { readerUri } from './reader';

/** Lets a tab that shows an article follow its file, whoever renames or moves it, and go with it. */
export function followFiles(library: Library): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void follow(library, oldUri.toString(), newUri.toString());
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => void closeTabs(uri))),
  );
}

/** Closes the tabs that show the article of a file, or those below a folder, which has been deleted. */
export async function closeTabs(deleted: vscode.Uri): Promise<void> {
  const id = deleted.toString();
  const tabs = readerTabs().filter(({ input }) => {
    const article = articleIn(input);
    return article === id || article?.startsWith(`${id}/`);
  });
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}

async function follow(library: Library, from: string, to: string): Promise<void> {
  const tabs = readerTabs().filter((tab) => articleIn(tab.input) === from);
  if (tabs.length === 0) return;
  const article = await arrival(library, to);
  if (!article) return;
  const document = await vscode.workspace.openTextDocument(readerUri(article));
  for (const tab of tabs) {
    const { viewColumn } = tab.group;
    await vscode.window.showTextDocument(document, { viewColumn, preview: tab.isPreview, preserveFocus: true });
  }
  // A preview tab has given its place already.
  const left = readerTabs().filter((tab) => articleIn(tab.input) === from);
  await vscode.window.tabGroups.close(left, true);
}

const readerTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => articleIn(tab.input) !== undefined);

/** The id of the article that a tab shows. */
const articleIn = (input: unknown): string | undefined =>
  input instanceof vscode.TabInputText && input.uri.scheme === readerScheme ? input.uri.query : undefined;
