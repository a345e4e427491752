import * as vscode from 'vscode';
import { removalLabel } from './importReport';
import type { ImportResult, RemovedText } from './importRun';
import { removedTexts } from './removedTexts';
import { labelText } from '../shared/shownText';

/**
 * Lists what was removed. Enter puts a piece back, or takes it out again; Escape ends the list.
 * @param kept what is put back already
 * @returns what is put back now
 */
export function chooseRemoved(result: ImportResult, kept: ReadonlySet<RemovedText>): Promise<ReadonlySet<RemovedText>> {
  const chosen = new Set(kept);
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly removed: RemovedText }>();
  const update = (): void => {
    const active = pick.activeItems[0]?.removed;
    const rows = removedTexts(result).map((removed) => ({
      label: `${chosen.has(removed) ? '$(check) ' : ''}${labelText(removed.text.replace(/\s+/g, ' '))}`,
      description: labelText(`${removalLabel(vscode.l10n.t, removed.kind)} · ${removed.from}`),
      removed,
    }));
    pick.items = rows;
    pick.activeItems = rows.filter(({ removed }) => removed === active);
  };
  pick.title = vscode.l10n.t('Put Back What Was Removed');
  pick.placeholder = vscode.l10n.t('Enter puts a piece back or takes it out again; Escape ends');
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.keepScrollPosition = true;
  pick.onDidAccept(() => {
    const removed = pick.activeItems[0]?.removed;
    if (!removed) return;
    if (!chosen.delete(removed)) chosen.add(removed);
    update();
  });
  update();
  return new Promise((resolve) => {
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}
