import * as vscode from 'vscode';
import { Library } from '../../library/library';
import { onDidChangeSettings } from '../shared/settings';
import { chooseFolder, openFolder } from './libraryFolder';
import { LibraryProblems } from './libraryProblems';
import { LibrarySources, sourceSettings } from './librarySources';
import { ShippedFiles } from './shippedFiles';

/** The library, and the places that it is read from. */
export interface LibraryRoom {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly shipped: ShippedFiles;
}

/** Opens the library over the places that the settings name. Nothing is read before it is first needed. */
export function registerLibrary(
  { subscriptions, extensionUri, globalStorageUri }: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LibraryRoom {
  const shipped = new ShippedFiles(extensionUri);
  const sources = new LibrarySources(shipped, globalStorageUri);
  const library = new Library(sources.reopen());
  const reopen = (): Promise<void> => library.reload(sources.reopen());
  subscriptions.push(
    sources,
    library,
    new LibraryProblems(library, log),
    onDidChangeSettings(sourceSettings, () => void reopen()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void reopen()),
    vscode.commands.registerCommand('gongwen.refresh', async () => {
      await reopen();
      await library.load();
    }),
    vscode.commands.registerCommand('gongwen.openLibraryFolder', () => openFolder(sources.personalFolder)),
    vscode.commands.registerCommand('gongwen.chooseLibraryFolder', () => chooseFolder(sources.personalFolder)),
  );
  return { library, sources, shipped };
}
