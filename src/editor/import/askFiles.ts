import * as vscode from 'vscode';

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
      [vscode.l10n.t('Material')]: ['txt', 'md', 'docx', 'html', 'htm', 'pdf', 'zip', 'doc', 'wps'],
      [vscode.l10n.t('All Files')]: ['*'],
    },
  });
}
