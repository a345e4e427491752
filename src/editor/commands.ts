import * as vscode from 'vscode';
import type { InsertParts } from './insertCommand';
import { insertCommand } from './insertCommand';
import type { Intake } from './intake';
import type { LibrarySources } from './librarySources';
import { chooseFolder, openFolder } from './libraryFolder';
import type { LibraryTree } from './libraryTree';
import type { Material } from './material';
import { materialOf } from './materialArgument';
import type { Reader } from './reader';
import type { TreeNode } from './treeNodes';

/** What the commands work on. */
export interface CommandParts extends InsertParts {
  readonly sources: LibrarySources;
  readonly tree: LibraryTree;
  readonly intake: () => Promise<Intake>;
}

/** Registers every command of the manifest. Arguments come from menus, keybindings and other extensions. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { library, sources, tree, reader, actions, search, intake } = parts;
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
    register('editFile', (node?: TreeNode | vscode.Uri) => editFile(reader, node)),
    register('filterLibrary', (filter?: unknown) => filterLibrary(tree, filter)),
    register('clearFilter', () => (tree.filter = '')),
    register('refresh', async () => {
      await library.reload(sources.reopen());
      await library.load();
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

/**
 * What an import is called with: `Uri[]` and `{preview}` from other extensions and the tree, or the file that was clicked
 * in the explorer and all that are selected there.
 */
function importArguments(
  what: unknown,
  more: unknown,
  options: unknown,
): [uris: readonly vscode.Uri[] | undefined, options: { preview?: boolean }] {
  const isUri = (one: unknown): one is vscode.Uri => one instanceof vscode.Uri;
  const lists = [more, what, [what]].map((list) => (Array.isArray(list) ? (list as unknown[]).filter(isUri) : []));
  const found = [options, more].find((one) => typeof one === 'object' && one !== null && 'preview' in one);
  const { preview } = (found ?? {}) as { preview?: unknown };
  return [lists.find(({ length }) => length > 0), preview === false ? { preview } : {}];
}

/** Opens the file behind an article of the tree, or behind the document of the reader, for editing. */
async function editFile(reader: Reader, node?: TreeNode | vscode.Uri): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const article =
    node && 'kind' in node
      ? node.kind === 'article'
        ? node.article
        : undefined
      : document && reader.articleOf(document);
  if (article && article.origin !== 'builtin') await vscode.window.showTextDocument(vscode.Uri.parse(article.id));
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
