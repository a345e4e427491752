import * as vscode from 'vscode';
import type { Revision } from '../../shared/sharedLibrary';
import { showError } from '../shared/messages';
import type { Server } from './server';
import { labelText, shownText } from '../shared/shownText';
import { versionUri } from './sharedDocuments';

/** Lists the versions of an article; the one that is chosen is shown beside what it was before. */
export async function showHistory(server: Server, id: string, title: string): Promise<void> {
  try {
    const revisions = await (await server.open()).revisions(id);
    const chosen = await vscode.window.showQuickPick(revisions.map(itemOf), {
      title: shownText(vscode.l10n.t('Versions of “{0}”', title)),
    });
    if (!chosen) return;
    const before = revisions.find(({ number }) => number < chosen.revision.number);
    const [left, right] = [versionUri(id, before?.number ?? 0), versionUri(id, chosen.revision.number)];
    await vscode.commands.executeCommand('vscode.diff', left, right, shownText(`${title} · ${chosen.label}`));
  } catch (error) {
    void showError(await server.describe(error));
  }
}

const itemOf = (revision: Revision): vscode.QuickPickItem & { readonly revision: Revision } => ({
  label: revision.isWithdrawal
    ? vscode.l10n.t('{0}: withdrawn', revision.number)
    : vscode.l10n.t('Version {0}', revision.number),
  description: labelText(`${revision.by} · ${revision.at.toLocaleString(vscode.env.language)}`),
  revision,
});
