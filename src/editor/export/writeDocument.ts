import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { parentOf, viaScratchFile } from '../shared/files';
import { showWarning } from '../shared/messages';

/** What to do with a file that is there already. */
export type OverwriteAnswer = 'overwrite' | 'skip' | 'overwriteAll' | 'skipAll' | 'cancel';

/** Asks whether a file may be replaced. @param many whether more such questions may follow */
export async function askOverwrite(uri: vscode.Uri, many: boolean): Promise<OverwriteAnswer> {
  const items = {
    overwrite: vscode.l10n.t('Replace'),
    overwriteAll: vscode.l10n.t('Replace All'),
    skip: vscode.l10n.t('Skip'),
    skipAll: vscode.l10n.t('Skip All'),
  };
  const chosen = await showWarning(
    vscode.l10n.t('{0} is there already. Replace it?', baseName(uri.path)),
    many ? Object.values(items) : [items.overwrite],
    { modal: true },
  );
  const [answer] = Object.entries(items).find(([, text]) => text === chosen) ?? ['cancel'];
  return answer as OverwriteAnswer;
}

/** Writes a file that is there whole or not at all. */
export const writeWhole = (uri: vscode.Uri, bytes: Uint8Array): Promise<void> =>
  viaScratchFile(parentOf(uri), bytes, (scratch) => vscode.workspace.fs.rename(scratch, uri, { overwrite: true }));
