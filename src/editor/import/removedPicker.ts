import * as vscode from 'vscode';
import { removalLabel } from './importReport';
import type { ImportResult, RemovedText } from './importRun';
import { removedTexts } from './removedTexts';

/**
 * Lists what was removed; what is ticked goes back.
 * @param kept what was ticked before
 * @returns what is ticked now; undefined when the writer left it as it was
 */
export async function chooseRemoved(
  result: ImportResult,
  kept: ReadonlySet<RemovedText>,
): Promise<ReadonlySet<RemovedText> | undefined> {
  const rows = removedTexts(result).map((removed) => ({
    label: removed.text.replace(/\s+/g, ' '),
    description: `${removalLabel(vscode.l10n.t, removed.kind)} · ${removed.from}`,
    picked: kept.has(removed),
    removed,
  }));
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Put Back What Was Removed'),
    placeHolder: vscode.l10n.t('Tick with the space bar what should stay in its article'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return chosen && new Set(chosen.map(({ removed }) => removed));
}
