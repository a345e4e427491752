import * as vscode from 'vscode';

const section = 'gongwen';

/** What Enter does on a search result. */
export type EnterAction = 'insert' | 'open';

/** The user's settings, read when asked for, so that a change counts at once. Names and defaults are in the manifest. */
export const settings = {
  /** The personal folder as the user wrote it: a path, a URI, or empty for the default. */
  personalFolder: (): string => get('library.personalFolder', isString, ''),
  /** Of one workspace folder. */
  workspaceFolders: (uri: vscode.Uri): readonly string[] => get('library.workspaceFolders', isStringList, [], uri),
  builtin: (): boolean => get('library.builtin', isBoolean, true),
  enterAction: (): EnterAction => get('search.enterAction', isEnterAction, 'insert'),
  completionEnabled: (): boolean => get('completion.enabled', isBoolean, true),
  completionLanguages: (): readonly string[] => get('completion.languages', isStringList, []),
};

/** What a hand-written setting says; of another type than it must be (the editor marks that), it counts as not written. */
function get<T>(key: string, isValid: (value: unknown) => value is T, fallback: T, scope?: vscode.Uri): T {
  const value: unknown = vscode.workspace.getConfiguration(section, scope).get(key);
  return isValid(value) ? value : fallback;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isString = (value: unknown): value is string => typeof value === 'string';
const isStringList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);
const isEnterAction = (value: unknown): value is EnterAction => value === 'insert' || value === 'open';

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
