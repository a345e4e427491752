import * as vscode from 'vscode';
import { fillPlaceholders } from './placeholders/fillCommand';
import type { GhostText } from './completion/ghostText';
import type { HabitStore } from './completion/acceptanceStore';
import type { InsertParts } from './material/insertCommand';
import { editFile } from './material/editFile';
import { importArguments } from './import/importArguments';
import { insertCommand } from './material/insertCommand';
import type { Intake } from './import/intake';
import type { LibrarySources } from './library/librarySources';
import { chooseFolder, openFolder } from './library/libraryFolder';
import type { LibraryTree } from './tree/libraryTree';
import type { Material } from './material/material';
import { materialOf } from './material/materialArgument';
import { editProfile } from './placeholders/profileCommand';
import type { TreeNode } from './tree/treeNodes';

/** What the commands work on. */
export interface CommandParts extends InsertParts {
  readonly sources: LibrarySources;
  readonly tree: LibraryTree;
  readonly habits: HabitStore;
  readonly ghostText: GhostText;
  readonly intake: () => Promise<Intake>;
}

/** Registers every command of the manifest. Arguments come from menus, keybindings and other extensions. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { library, sources, tree, reader, drafts, actions, search, habits, ghostText, intake } = parts;
  const onMaterial =
    (act: (material: Material) => Promise<void>) =>
    async (argument?: unknown): Promise<void> => {
      await library.load();
      const material = materialOf(library, argument);
      if (material) await act(material);
    };
  const register = (name: string, handler: (argument?: never) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`gongwen.${name}`, handler);
  return vscode.Disposable.from(
    register('search', (query?: unknown) => search.show(typeof query === 'string' ? query : undefined)),
    register('insert', (what?: unknown) => insertCommand(parts, what)),
    register(
      'copy',
      onMaterial((material) => actions.copy(material)),
    ),
    register(
      'open',
      onMaterial((material) => actions.open(material)),
    ),
    register(
      'openToSide',
      onMaterial((material) => actions.open(material, { toSide: true })),
    ),
    register(
      'toggleFavorite',
      onMaterial((material) => actions.toggleFavorite(material)),
    ),
    register('editFile', (node?: TreeNode | vscode.Uri) => editFile(library, reader, node)),
    register('filterLibrary', (filter?: unknown) => filterLibrary(tree, filter)),
    register('clearFilter', () => (tree.filter = '')),
    register('refresh', async () => {
      await library.reload(sources.reopen());
      await library.load();
    }),
    register('fillPlaceholders', () => fillPlaceholders(drafts)),
    register('editProfile', () => editProfile(drafts)),
    register('acceptWord', () => ghostText.acceptWord()),
    register('clearHabits', async () => {
      await habits.clear();
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Forgotten'), 2000);
    }),
    register('import', async (what?: unknown, more?: unknown, options?: unknown) =>
      (await intake()).importer.run(...importArguments(what, more, options)),
    ),
    register('undoImport', async () => (await intake()).importer.undo()),
    register('showImportReport', async () => (await intake()).importer.showReport()),
    register('clip', async () => (await intake()).clipper.run('article')),
    register('clipQuote', async () => (await intake()).clipper.run('quote')),
    register('openLibraryFolder', () => openFolder(sources.personalFolder)),
    register('chooseLibraryFolder', () => chooseFolder(sources.personalFolder)),
  );
}

/** The letters of a composition come fast, and a whole tree is drawn for each. */
const debounceMilliseconds = 120;

/** Filters the tree while the user types; Escape brings the former filter back. */
function filterLibrary(tree: LibraryTree, filter: unknown): void {
  if (typeof filter === 'string') {
    tree.filter = filter;
    return;
  }
  const former = tree.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter the Library');
  input.placeholder = vscode.l10n.t('Title, category, tag, source or words of the text');
  input.value = former;
  // A click on what was found must not close the filter.
  input.ignoreFocusOut = true;
  let accepted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => (tree.filter = value), debounceMilliseconds);
  });
  input.onDidAccept(() => {
    accepted = true;
    tree.filter = input.value;
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(timer);
    if (!accepted) tree.filter = former;
    input.dispose();
  });
  input.show();
  void vscode.commands.executeCommand('gongwen.library.focus', { preserveFocus: true });
}
