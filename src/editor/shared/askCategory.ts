import * as vscode from 'vscode';
import { showInput } from './showInput';
import { shownRow } from './shownText';

/** Asks for a category: one of those known, or any other that is typed. */
export function askCategory(known: readonly string[], current: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly category: string }>();
  pick.title = vscode.l10n.t('Change Category');
  pick.placeholder = vscode.l10n.t('Choose a category, or type a new one');
  pick.ignoreFocusOut = true;
  const items = known.map((category) => shownRow({ label: category, category }));
  const update = (): void => {
    const typed = pick.value.trim().replace(/[\\/]/g, '');
    const fresh =
      typed && !known.includes(typed)
        ? [shownRow({ label: typed, description: vscode.l10n.t('new category'), category: typed })]
        : [];
    pick.items = [...fresh, ...items];
  };
  pick.onDidChangeValue(update);
  update();
  pick.activeItems = pick.items.filter(({ category }) => category === current);
  return showInput(pick, () => pick.activeItems[0]?.category);
}
