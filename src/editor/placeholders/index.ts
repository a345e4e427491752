import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Drafts } from '../shared/drafts';
import { isProseDraft } from '../shared/drafts';
import { onFirstDocument } from '../shared/onFirstDocument';
import { makeOwnEdit } from '../shared/ownEdits';

/** Placeholders that are left in drafts: seen, gone to, filled in; and the writer's own values for them. */
export function registerPlaceholders({ subscriptions }: vscode.ExtensionContext, drafts: Drafts): void {
  const blanks = once(() => import('./blanks'));
  const apply = (edit: vscode.WorkspaceEdit): Promise<boolean> => makeOwnEdit(() => vscode.workspace.applyEdit(edit));
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    onFirstDocument(
      isProseDraft,
      () => void blanks().then(({ BlankHighlights }) => subscriptions.push(new BlankHighlights())),
    ),
    registerCommand('gongwen.nextBlank', async () => (await blanks()).goToBlank(drafts, 1)),
    registerCommand('gongwen.previousBlank', async () => (await blanks()).goToBlank(drafts, -1)),
    registerCommand('gongwen.fillPlaceholders', async () => (await blanks()).fillPlaceholders(drafts, apply)),
    registerCommand('gongwen.editProfile', async () => (await blanks()).editProfile(drafts)),
  );
}
