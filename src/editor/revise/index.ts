import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Drafts } from '../shared/drafts';
import { makeOwnEdit } from '../shared/ownEdits';
import type { WordReader } from '../shared/wordReader';

/** Takes over what others changed in the Word document of a draft: change by change, with their comments in the margin. */
export function registerRevise(
  { subscriptions }: vscode.ExtensionContext,
  { drafts, words }: { readonly drafts: Drafts; readonly words: () => Promise<WordReader> },
): void {
  const command = once(async () => {
    const { TakeBackCommand } = await import('./reviseEngine');
    const made = new TakeBackCommand(drafts, words);
    subscriptions.push(made);
    return made;
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    registerCommand('gongwen.takeBack', async (what?: unknown, options?: unknown) =>
      (await command()).run(what, options),
    ),
    registerCommand('gongwen.changes.next', async () => (await command()).go(1)),
    registerCommand('gongwen.changes.previous', async () => (await command()).go(-1)),
    registerCommand('gongwen.changes.accept', (node?: unknown) =>
      makeOwnEdit(async () => (await command()).accept(node)),
    ),
    registerCommand('gongwen.changes.reject', (node?: unknown) =>
      makeOwnEdit(async () => (await command()).reject(node)),
    ),
    registerCommand('gongwen.changes.acceptAll', () => makeOwnEdit(async () => (await command()).acceptMany())),
    registerCommand('gongwen.changes.rejectAll', () => makeOwnEdit(async () => (await command()).rejectMany())),
    registerCommand('gongwen.changes.compare', async () => (await command()).compare()),
    registerCommand('gongwen.changes.keepTerm', async (node?: unknown) => (await command()).keepTerm(node)),
    registerCommand('gongwen.changes.close', async () => (await command()).close()),
    registerCommand('gongwen.comments.reply', async (reply?: unknown) => (await command()).reply(reply)),
    registerCommand('gongwen.comments.resolve', async (thread?: unknown) => (await command()).resolve(thread, true)),
    registerCommand('gongwen.comments.reopen', async (thread?: unknown) => (await command()).resolve(thread, false)),
    registerCommand('gongwen.comments.delete', async (thread?: unknown) => (await command()).deleteThread(thread)),
    registerCommand('gongwen.comments.write', (thread?: unknown) =>
      makeOwnEdit(async () => (await command()).writeThread(thread)),
    ),
  );
}
