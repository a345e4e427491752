import * as vscode from 'vscode';
import { updateSetting } from '../shared/settings';

/** Shows the personal folder, made if it is missing: in the system's file manager, else in a window of its own. */
export async function openFolder(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const onThisMachine =
    vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName && folder.scheme === 'file';
  if (onThisMachine) await vscode.commands.executeCommand('revealFileInOS', folder);
  else await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}

/** Asks for another personal folder. The articles in the former one stay where they are. */
export async function chooseFolder(current: vscode.Uri): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: current,
      title: vscode.l10n.t('Choose My Library Folder'),
      openLabel: vscode.l10n.t('Use This Folder'),
    })) ?? [];
  if (folder)
    await updateSetting('library.personalFolder', folder.scheme === 'file' ? folder.fsPath : folder.toString());
}
