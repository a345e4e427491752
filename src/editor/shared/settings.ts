import * as vscode from 'vscode';
import type { Show } from '../../completion/candidate';
import type { Address } from '../../shared/connection';
import type { RuleSettings } from '../../draft/checks/checkDraft';
import { plainRole } from '../../draft/profile';

const section = 'gongwen';

/** What Enter does on a search result. */
export type EnterAction = 'insert' | 'open';

/** How assistants get at the library. */
export type AssistantsOffer = 'nothing' | 'tools' | 'server';

/** The user's settings, read when asked for, so that a change counts at once. Names and defaults are in the manifest. */
export const settings = {
  /** The personal folder as the user wrote it: a path, a URI, or empty for the default. */
  personalFolder: (): string => get('library.personalFolder', isString, ''),
  /** Of one workspace folder. */
  workspaceFolders: (uri: vscode.Uri): readonly string[] => get('library.workspaceFolders', isStringList, [], uri),
  /** Folders that hold libraries of others. */
  packFolders: (): readonly string[] => get('library.packFolders', isStringList, []),
  /** Ids of packs that are not read. */
  packsOff: (): readonly string[] => get('library.packsOff', isStringList, []),
  builtin: (): boolean => get('library.builtin', isBoolean, true),
  previewsHits: (): boolean => get('search.preview', isBoolean, true),
  enterAction: (): EnterAction => get('search.enterAction', isEnterAction, 'insert'),
  showsList: (): boolean => ['list', 'both'].includes(get('completion.show', isString, 'both')),
  showsGhostText: (): boolean => ['ghostText', 'both'].includes(get('completion.show', isString, 'both')),
  completionShow: (): Show => {
    const show = get('completion.show', isString, 'both');
    return show === 'list' || show === 'ghostText' ? show : 'both';
  },
  /** Most items of a list that was not asked for. */
  completionMaxItems: (): number => Math.min(Math.max(get('completion.maxItems', isInteger, 9), 1), 30),
  /** Categories whose articles completion takes no words from. */
  completionLeaveOut: (): readonly string[] => get('completion.leaveOutCategories', isStringList, []),
  completionLanguages: (): readonly string[] => get('completion.languages', isStringList, []),
  checks: (): boolean => get('checks.enabled', isBoolean, true),
  /** Globs of the files that are checked, for one document. */
  checksInclude: (uri: vscode.Uri): readonly string[] => get('checks.include', isStringList, ['**/*'], uri),
  /** Whether drafts are compared with the other files of the workspace. */
  checksCompareWorkspace: (): boolean => get('checks.compareWorkspace', isBoolean, true),
  /** The house's own terms, as the settings have them, for one document. */
  terms: (uri: vscode.Uri): unknown => get('terms', isAnything, {}, uri),
  /** File with names and posts in their order, for one document; empty for none. */
  people: (uri: vscode.Uri): string => get('people', isString, '', uri),
  /** Rules that are off, or of another severity. */
  checkRules: (): RuleSettings => get('checks.rules', isRuleSettings, {}),
  /** The address of the shared library; undefined where none, or no whole one, is named. */
  shared: (): Address | undefined => readAddress(get('shared', isAnything, undefined)),
  assistantsOffer: (): AssistantsOffer => get('assistants.offer', isAssistantsOffer, 'nothing'),
  /** File with the layout of exported documents, for one draft; empty for the standard's. */
  exportProfile: (uri?: vscode.Uri): string => get('export.profile', isString, '', uri),
  /** Pattern for the names of exported documents. */
  exportFileName: (uri?: vscode.Uri): string => get('export.fileName', isString, '', uri),
  /** The writer's values for placeholders, as the settings have them, for one document. */
  profile: (uri: vscode.Uri): unknown => get('profile', isAnything, {}, uri),
};

/** What a hand-written setting says; of another type than it must be (the editor marks that), it counts as not written. */
function get<T>(key: string, isValid: (value: unknown) => value is T, fallback: T, scope?: vscode.Uri): T {
  const value: unknown = vscode.workspace.getConfiguration(section, scope).get(key);
  return isValid(value) ? value : fallback;
}

const isAnything = (value: unknown): value is unknown => value !== undefined;
const isInteger = (value: unknown): value is number => Number.isInteger(value);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isString = (value: unknown): value is string => typeof value === 'string';
const isStringList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);
const isRuleSettings = (value: unknown): value is RuleSettings =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => ruleStates.has(one as string));
const ruleStates = new Set(['off', 'on', 'error', 'warning', 'information', 'hint']);
const isAssistantsOffer = (value: unknown): value is AssistantsOffer =>
  value === 'nothing' || value === 'tools' || value === 'server';
const isEnterAction = (value: unknown): value is EnterAction => value === 'insert' || value === 'open';

function readAddress(written: unknown): Address | undefined {
  const { host, port, database, user, tls, authority } = (written ?? {}) as Readonly<Record<string, unknown>>;
  if (![host, database, user].every((part) => isString(part) && part !== '')) return undefined;
  return {
    host: String(host),
    port: isInteger(port) ? port : 5432,
    database: String(database),
    user: String(user),
    tls: tls === 'off' ? 'off' : 'verify',
    ...(isString(authority) && authority !== '' && { authority }),
  };
}

/** Calls `listener` after one of these settings (without the `gongwen.` prefix) has changed. */
export function onDidChangeSettings(keys: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${section}.${key}`))) listener();
  });
}

/** The values for placeholders that one target alone sets. */
export function profileSettings(target: vscode.ConfigurationTarget): unknown {
  const values = vscode.workspace.getConfiguration(section).inspect('profile');
  return target === vscode.ConfigurationTarget.Workspace ? values?.workspaceValue : values?.globalValue;
}

/** Sets or, with undefined, removes the value of one role, whichever sign for the blank it is written with. */
export async function updateProfile(
  target: vscode.ConfigurationTarget,
  role: string,
  value: string | readonly string[] | undefined,
): Promise<void> {
  const before = profileSettings(target);
  const others = Object.entries(typeof before === 'object' && before !== null ? before : {}).filter(
    ([other]) => plainRole(other) !== role,
  );
  const after = Object.fromEntries([...others, ...(value === undefined ? [] : [[role, value]])]) as unknown;
  await vscode.workspace.getConfiguration(section).update('profile', after, target);
}

/** Sets a setting for this user. */
export async function updateSetting(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}

/** Sets one rule of the checks for this user. */
export async function setRule(rule: string, state: 'off' | 'on'): Promise<void> {
  await updateSetting('checks.rules', { ...settings.checkRules(), [rule]: state });
}

/** Adds a term of the house: to the settings of the workspace where these have some, else to the user's. */
export async function addTerm(uri: vscode.Uri, wrong: string, right: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, uri);
  const { workspaceValue, globalValue } = configuration.inspect<Readonly<Record<string, unknown>>>('terms') ?? {};
  const target = workspaceValue ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('terms', { ...(workspaceValue ?? globalValue), [wrong]: right }, target);
}
