import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { ImportRoom } from '../import';
import { filterLibrary } from './filterLibrary';
import { LibraryTree } from './libraryTree';

/** The tree of the library in the side bar. */
export function registerTree(
  { subscriptions }: vscode.ExtensionContext,
  { library, intake }: { readonly library: Library; readonly intake: ImportRoom },
): void {
  const tree = new LibraryTree(library, (inputs) => void intake.run(inputs));
  subscriptions.push(
    tree,
    vscode.commands.registerCommand('gongwen.filterLibrary', (filter?: unknown) => filterLibrary(tree, filter)),
    vscode.commands.registerCommand('gongwen.clearFilter', () => (tree.filter = '')),
  );
}
