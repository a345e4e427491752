import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import { showInput } from '../shared/showInput';
import type { LibraryTree } from './libraryTree';

/** The letters of a composition come fast, and a whole tree is drawn for each. */
const debounceMilliseconds = 120;

/** `gongwen.filterLibrary`: filters the tree while the user types; Escape brings the former filter back. */
export async function filterLibrary(tree: LibraryTree, filter: unknown): Promise<void> {
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
  const typed = new Debouncer(() => (tree.filter = input.value), debounceMilliseconds);
  input.onDidChangeValue(() => typed.schedule());
  const accepted = showInput(input, () => input.value);
  void vscode.commands.executeCommand('gongwen.library.focus', { preserveFocus: true });
  const value = await accepted;
  typed.dispose();
  tree.filter = value ?? former;
}
