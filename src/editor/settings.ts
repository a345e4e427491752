import * as vscode from 'vscode';

const section = 'gongwen';

/** What Enter does on a search result. */
export type EnterAction = 'insert' | 'open';

/** The user's settings, read when asked for, so that a change counts at once. Names and defaults are in the manifest. */
export const settings = {
  /** The personal folder as the user wrote it: a path, a URI, or empty for the default. */
  personalFolder: (): string => get('library.personalFolder', ''),
  /** Of one workspace folder. */
  workspaceFolders: (uri: vscode.Uri): readonly string[] => get('library.workspaceFolders', [], uri),
  builtin: (): boolean => get('library.builtin', true),
  enterAction: (): EnterAction => get('search.enterAction', 'insert'),
  completionEnabled: (): boolean => get('completion.enabled', true),
  completionLanguages: (): readonly string[] => get('completion.languages', []),
};

const get = <T>(key: string, fallback: T, scope?: vscode.Uri): T =>
  vscode.workspace.getConfiguration(section, scope).get(key, fallback);

/** Calls `listener` after one of these settings (without the `gongwen.` prefix) has changed. */
export function onDidChangeSettings(keys: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${section}.${key}`))) listener();
  });
}

/** Sets a setting for this user. */
export async function updateSetting(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}
