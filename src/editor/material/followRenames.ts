import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { arrival } from '../library/arrival';
import { readerScheme } from '../shared/drafts';
import { readerUri } from './reader';

/** Lets a tab that shows an article follow its file, whoever renames or moves it. */
export function followRenames(library: Library): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) void follow(library, oldUri.toString(), newUri.toString());
  });
}

async function follow(library: Library, from: string, to: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => shows(tab, from));
  if (tabs.length === 0) return;
  const article = await arrival(library, to);
  if (!article) return;
  const document = await vscode.workspace.openTextDocument(readerUri(article));
  for (const tab of tabs) {
    const { viewColumn } = tab.group;
    await vscode.window.showTextDocument(document, { viewColumn, preview: tab.isPreview, preserveFocus: true });
  }
  // A preview tab has given its place already.
  const left = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => shows(tab, from));
  await vscode.window.tabGroups.close(left, true);
}

const shows = ({ input }: vscode.Tab, id: string): boolean =>
  input instanceof vscode.TabInputText && input.uri.scheme === readerScheme && input.uri.query === id;
