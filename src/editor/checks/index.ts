import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Library } from '../../library/library';
import type { Drafts } from '../shared/drafts';
import { showInformation } from '../shared/messages';
import { onFirstDocument } from '../shared/onFirstDocument';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import type { ApiFinding } from './draftChecks';
import { isChecked } from './isChecked';

/** What others need of the checks. */
export interface ChecksRoom {
  /** Checks a text with the rules and severities of the settings. */
  readonly check: (text: string, languageId?: string) => Promise<readonly ApiFinding[]>;
}

/** Checks drafts while they are written: diagnostics, quick fixes, a report, a count in the status bar. */
export function registerChecks(
  { subscriptions }: vscode.ExtensionContext,
  parts: { readonly library: Library; readonly drafts: Drafts; readonly workspaceDrafts: WorkspaceDrafts },
): ChecksRoom {
  const checking = once(async () => {
    const { Checking } = await import('./checking');
    const made = new Checking(parts);
    subscriptions.push(made);
    return made;
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    onFirstDocument(isChecked, () => void checking()),
    registerCommand('gongwen.checkDraft', async (uri?: unknown) => {
      const document =
        uri instanceof vscode.Uri
          ? await vscode.workspace.openTextDocument(uri)
          : (await parts.drafts.editor())?.document;
      if (document) return (await checking()).report(document);
      void showInformation(vscode.l10n.t('Open the draft that is to be checked.'));
      return [];
    }),
    registerCommand('gongwen.copyReport', async () => (await checking()).view.copy()),
  );
  return { check: async (text, languageId) => (await checking()).text(text, languageId) };
}
