import * as vscode from 'vscode';
import type { Replacement } from '../../draft/blanks';
import { lineAfter } from '../../draft/blanks';
import { showInput } from '../shared/showInput';
import { shownRow } from '../shared/shownText';

/** Changes of a document that belong together, and what they are about. */
export interface ChangeGroup {
  readonly label: string;
  readonly changes: readonly Replacement[];
  /** Saves the value for other drafts, where that is of use. */
  readonly save?: () => Promise<void>;
}

interface Row extends vscode.QuickPickItem {
  readonly change?: Replacement;
  readonly save?: ChangeGroup['save'];
}

/** The button at the end of a row whose value is worth saving. */
export const saveButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('save'),
  tooltip: vscode.l10n.t('Save the Value for Other Drafts'),
});

/**
 * Shows changes as they will read, group by group, all of them ticked; the editor shows the place of the active one.
 * @returns those that are confirmed; undefined when the writer goes back
 */
export function previewChanges(
  editor: vscode.TextEditor,
  groups: readonly ChangeGroup[],
): Promise<readonly Replacement[] | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = vscode.l10n.t('Preview: the Draft After the Changes');
  pick.placeholder = vscode.l10n.t('Untick what should stay as it is; Enter makes the changes, Escape goes back');
  pick.canSelectMany = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.buttons = [vscode.QuickInputButtons.Back];
  const all = groups.flatMap(({ changes }) => changes).sort((a, b) => a.offset - b.offset);
  pick.items = groups.flatMap(({ label, changes, save }): Row[] => [
    shownRow({ label, kind: vscode.QuickPickItemKind.Separator }),
    ...changes.map((change, at) => {
      const row = shownRow({ label: lineAfter(editor.document.getText(), change, all), change });
      return save && at === 0 ? { ...row, save, buttons: [saveButton()] } : row;
    }),
  ]);
  pick.onDidTriggerItemButton(({ item }) => item.save?.());
  pick.selectedItems = pick.items.filter(({ change }) => change);
  pick.onDidChangeActive(([row]) => {
    if (row?.change) reveal(editor, row.change);
  });
  return showInput(
    pick,
    () => pick.selectedItems.flatMap(({ change }) => change ?? []),
    (answer) => pick.onDidTriggerButton(() => answer(undefined)),
  );
}

/** Selects a part of the document and brings it into sight. */
export function reveal(editor: vscode.TextEditor, { offset, length }: { offset: number; length: number }): void {
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(offset), document.positionAt(offset + length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
