import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { LayoutProfile } from '../../export/profile';
import { readProfile } from '../../export/readProfile';
import { readText } from '../shared/files';
import { showWarning } from '../shared/messages';
import { settings } from '../shared/settings';

/**
 * The profile of a file, or the standard's.
 * @param named path within the workspace, or a URI; that of the settings when undefined
 * @throws an Error whose message says in the display language what is wrong with the file
 */
export async function loadProfile(named: string | undefined, scope?: vscode.Uri): Promise<LayoutProfile> {
  const path = named ?? settings.exportProfile(scope);
  if (!path) return readProfile({}).profile;
  const uri = profileUri(path, scope);
  const text = await readText(uri);
  const name = baseName(uri.path);
  if (text === undefined) throw new Error(vscode.l10n.t('The layout profile {0} could not be read.', name));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(vscode.l10n.t('The layout profile {0} is no JSON.', name));
  }
  const { profile, unknown } = readProfile(content);
  if (unknown.length > 0) {
    const keys = unknown.join(', ');
    void showWarning(vscode.l10n.t('The layout profile {0} has values that are not understood: {1}', name, keys));
  }
  return profile;
}

function profileUri(path: string, scope: vscode.Uri | undefined): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return vscode.Uri.parse(path);
  const folder = (scope && vscode.workspace.getWorkspaceFolder(scope)) ?? vscode.workspace.workspaceFolders?.[0];
  return path.startsWith('/') || !folder ? vscode.Uri.file(path) : vscode.Uri.joinPath(folder.uri, path);
}
