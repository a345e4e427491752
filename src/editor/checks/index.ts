import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Library } from '../../library/library';
import type { Drafts } from '../shared/drafts';
import { showInformation } from '../shared/messages';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import { CheckActions } from './checkActions';
import { DraftDiagnostics } from './draftDiagnostics';
import type { ApiFinding } from './draftChecks';
import { described, DraftChecks } from './draftChecks';
import { FindingsView } from './findingsView';

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
  const engine = once(() => import('./checksEngine'));
  const checks = new DraftChecks(engine, parts.library, parts.workspaceDrafts);
  const diagnostics = new DraftDiagnostics(checks);
  const view = new FindingsView(diagnostics, checks);
  subscriptions.push(
    checks,
    diagnostics,
    view,
    new CheckActions(diagnostics),
    vscode.commands.registerCommand('gongwen.checkDraft', async (uri?: unknown) => {
      const document =
        uri instanceof vscode.Uri
          ? await vscode.workspace.openTextDocument(uri)
          : (await parts.drafts.editor())?.document;
      if (!document) {
        void showInformation(vscode.l10n.t('Open the draft that is to be checked.'));
        return [];
      }
      await view.show(document);
      return described(await diagnostics.findings(document));
    }),
  );
  return { check: (text, languageId) => checks.describe(text, languageId) };
}
