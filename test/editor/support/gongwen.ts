import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GongwenApi } from '../../../src/editor/api';

/** The API of the extension under test, with the library loaded. */
export async function gongwen(): Promise<GongwenApi> {
  const extension = vscode.extensions.getExtension<GongwenApi>('gongwen.gongwen-library');
  assert.ok(extension, 'the extension is installed');
  const api = await extension.activate();
  await api.ready();
  return api;
}

/** Asks again until `condition` holds; fails with `what` when it does not within half a minute. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Opens a new Markdown document that holds `text`, the cursor at the mark `|`. */
export async function openDraft(text: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const content = text.replace('|', '');
  let document = await vscode.workspace.openTextDocument({ language, content });
  // The name of a document that is still being closed may be given out again, and its text with it.
  await until(`a new document holds ${content}`, async () => {
    if (document.getText() === content) return true;
    document = await vscode.workspace.openTextDocument({ language, content });
    return false;
  });
  const editor = await vscode.window.showTextDocument(document);
  const cursor = document.positionAt(text.includes('|') ? text.indexOf('|') : content.length);
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

/** Runs with a user setting, and takes it back afterwards. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('gongwen').update(key, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await run();
  } finally {
    await set(undefined);
  }
}

/** Closes every editor without saving. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('all editors are closed', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
}

/**
 * The errors and warnings that the extension shows while something runs.
 * @returns undefined where it is installed, and shows them through an API object of its own
 */
export async function messagesDuring(run: () => Promise<void>): Promise<readonly string[] | undefined> {
  const shown: string[] = [];
  const { showErrorMessage, showWarningMessage } = vscode.window;
  const note = (message: string): Thenable<undefined> => {
    shown.push(message);
    return Promise.resolve(undefined);
  };
  Object.assign(vscode.window, { showErrorMessage: note, showWarningMessage: note });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showErrorMessage, showWarningMessage });
  }
  return process.env.GONGWEN_EXTENSION_HOME === process.env.GONGWEN_CHECKOUT ? shown : undefined;
}
