import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { shownRow } from '../shared/shownText';

/** Asks which files to take in; folders, too, where the dialog can show both. */
export function askFiles(): Thenable<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Material'),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    canSelectFiles: true,
    // A dialog of the system shows either files or folders, except on macOS.
    canSelectFolders: vscode.env.uiKind === vscode.UIKind.Web || vscode.env.remoteName !== undefined,
    filters: {
      [vscode.l10n.t('Material')]: [
        'txt',
        'md',
        'docx',
        'html',
        'htm',
        'pdf',
        'zip',
        'doc',
        'wps',
        'rtf',
        'odt',
        'mht',
        'mhtml',
      ],
      [vscode.l10n.t('All Files')]: ['*'],
    },
  });
}

/** Folders that an import may write to, the usual one first. */
export type Folders = readonly { readonly label: string; readonly uri: vscode.Uri }[];

/** Asks which folder to write to: one of these, or any other. @returns undefined when the writer chose none */
export async function askFolder(folders: Folders): Promise<Folders[number] | undefined> {
  const other = { label: vscode.l10n.t('Another Folder…'), folder: undefined };
  const chosen = await vscode.window.showQuickPick(
    [...folders.map((folder) => shownRow({ label: folder.label, folder })), other],
    {
      title: vscode.l10n.t('Change Folder'),
      ignoreFocusOut: true,
    },
  );
  if (chosen?.folder) return chosen.folder;
  if (!chosen) return undefined;
  const [uri] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Use This Folder'),
    })) ?? [];
  return uri && { label: baseName(uri.path), uri };
}
