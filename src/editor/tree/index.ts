import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { ImportRoom } from '../import';
import type { LibraryRoom } from '../library';
import type { MaterialRoom } from '../material';
import { filterLibrary } from './filterLibrary';
import { LibraryTree } from './libraryTree';
import { sortLibrary } from './sortLibrary';

/** The tree of the library in the side bar, and looking after one's own articles from there. */
export function registerTree(
  { subscriptions, globalState }: vscode.ExtensionContext,
  parts: Pick<LibraryRoom, 'library' | 'sources'> &
    Pick<MaterialRoom, 'used' | 'uses'> & {
      readonly intake: ImportRoom;
      readonly log: vscode.LogOutputChannel;
    },
): void {
  const { library, sources, used, uses, intake, log } = parts;
  const curation = once(async () => {
    const { Curation } = await import('./curation');
    return new Curation({
      library,
      sources,
      used,
      selection: () => tree.selection,
      reveal: (id) => tree.reveal(id),
      log,
    });
  });
  const tree = new LibraryTree({
    library,
    used,
    uses,
    memento: globalState,
    take: (inputs) => void intake.run(inputs),
    move: (nodes, category) => void curation().then((made) => made.drop(nodes, category)),
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    tree,
    registerCommand('gongwen.filterLibrary', (filter?: unknown) => filterLibrary(tree, filter)),
    registerCommand('gongwen.clearFilter', () => (tree.filter = '')),
    registerCommand('_gongwen.showMore', () => tree.showMore()),
    registerCommand('gongwen.sortLibrary', () => sortLibrary(tree)),
    registerCommand('gongwen.rename', async (node?: unknown, name?: unknown) => (await curation()).rename(node, name)),
    registerCommand('gongwen.move', async (node?: unknown, nodes?: unknown, category?: unknown) =>
      (await curation()).move(node, nodes, category),
    ),
    registerCommand('gongwen.editProperties', async (node?: unknown, nodes?: unknown, changes?: unknown) =>
      (await curation()).editProperties(node, nodes, changes),
    ),
    registerCommand('gongwen.delete', async (node?: unknown, nodes?: unknown) =>
      (await curation()).delete(node, nodes),
    ),
    registerCommand('gongwen.revealFile', async (node?: unknown) => (await curation()).reveal(node)),
  );
}
