import * as vscode from 'vscode';
import { once } from '../../base/once';
import { Library } from '../../library/library';
import type { LibraryStore } from '../../search/persistence/libraryStore';
import type * as engineModule from '../engine';
import { setContext } from '../shared/contextKeys';
import { onDidChangeSettings } from '../shared/settings';
import { chooseFolder, openFolder } from './libraryFolder';
import { LibraryProblems } from './libraryProblems';
import { LibrarySources, sourceSettings } from './librarySources';
import { ShippedFiles } from './shippedFiles';
import { IndexFiles } from '../search/indexFiles';

/** The library, and the places that it is read from. */
export interface LibraryRoom {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly shipped: ShippedFiles;
  /** What is kept of the library and its index between sessions. */
  readonly store: () => Promise<LibraryStore>;
}

/** Opens the library over the places that the settings name. Nothing is read before it is first needed. */
export function registerLibrary(
  { subscriptions, extensionUri, globalStorageUri, extension }: vscode.ExtensionContext,
  { engine, log }: { readonly engine: () => Promise<typeof engineModule>; readonly log: vscode.LogOutputChannel },
): LibraryRoom {
  const shipped = new ShippedFiles(extensionUri);
  const sources = new LibrarySources(shipped, globalStorageUri);
  const store = once(async () => {
    const { LibraryStore } = await engine();
    const { version } = extension.packageJSON as { version: string };
    const files = new IndexFiles(vscode.Uri.joinPath(globalStorageUri, 'index'));
    return new LibraryStore(
      files,
      version,
      () => library.files,
      (message) => log.info(message),
    );
  });
  const library: Library = new Library(sources.reopen(), { read: async () => (await store()).read() });
  let knownPacks = sources.packs.map(({ id, version }) => `${id} ${version}`).join('\n');
  const reopen = (): Promise<void> => library.reload(sources.reopen());
  subscriptions.push(
    sources,
    library,
    new LibraryProblems(library, log),
    library.onDidChange(({ added }) => {
      if (added.some(({ origin }) => origin === 'personal')) setContext('gongwen.hasOwnMaterial', true);
    }),
    onDidChangeSettings(sourceSettings, () => void reopen()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void reopen()),
    vscode.extensions.onDidChange(() => {
      const packs = sources.packs.map(({ id, version }) => `${id} ${version}`).join('\n');
      if (packs !== knownPacks) void reopen();
      knownPacks = packs;
    }),
    vscode.commands.registerCommand('gongwen.refresh', async () => {
      await reopen();
      await library.load();
    }),
    vscode.commands.registerCommand('gongwen.packs', async () => {
      const { showPacks } = await import('./packsCommand');
      await showPacks(() => sources.packs);
    }),
    vscode.commands.registerCommand('gongwen.openLibraryFolder', () => openFolder(sources.personalFolder)),
    vscode.commands.registerCommand('gongwen.chooseLibraryFolder', () => chooseFolder(sources.personalFolder)),
  );
  return { library, sources, shipped, store };
}
