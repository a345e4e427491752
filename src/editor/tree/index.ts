import * as vscode from 'vscode';
import type { ImportRoom } from '../import';
import type { LibraryRoom } from '../library';
import type { MaterialRoom } from '../material';
import { Curation } from './curation';
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
  const curation = new Curation({
    library,
    sources,
    used,
    selection: () => tree.selection,
    reveal: (id) => tree.reveal(id),
    log,
  });
  const tree = new LibraryTree({
    library,
    used,
    uses,
    memento: globalState,
    take: (inputs) => void intake.run(inputs),
    move: (nodes, category) => void curation.drop(nodes, category),
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    tree,
    registerCommand('gongwen.filterLibrary', (filter?: unknown) => filterLibrary(tree, filter)),
    registerCommand('gongwen.clearFilter', () => (tree.filter = '')),
    registerCommand('_gongwen.showMore', () => tree.showMore()),
    registerCommand('gongwen.sortLibrary', () => sortLibrary(tree)),
    registerCommand('gongwen.rename', (node?: unknown, name?: unknown) => curation.rename(node, name)),
    registerCommand('gongwen.move', (node?: unknown, nodes?: unknown, category?: unknown) =>
      curation.move(node, nodes, category),
    ),
    registerCommand('gongwen.editProperties', (node?: unknown, nodes?: unknown, changes?: unknown) =>
      curation.editProperties(node, nodes, changes),
    ),
    registerCommand('gongwen.delete', (node?: unknown, nodes?: unknown) => curation.delete(node, nodes)),
    registerCommand('gongwen.revealFile', (node?: unknown) => curation.reveal(node)),
  );
}
