import type * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import { CheckActions } from './checkActions';
import type { ApiFinding } from './draftChecks';
import { described, DraftChecks } from './draftChecks';
import { DraftDiagnostics } from './draftDiagnostics';
import { FindingsView } from './findingsView';

/** What checks drafts; loaded with the rules when the first draft is there. From then on it follows all of them. */
export class Checking implements vscode.Disposable {
  readonly view: FindingsView;
  private readonly checks: DraftChecks;
  private readonly diagnostics: DraftDiagnostics;
  private readonly actions: CheckActions;

  constructor({ library, workspaceDrafts }: { readonly library: Library; readonly workspaceDrafts: WorkspaceDrafts }) {
    this.checks = new DraftChecks(library, workspaceDrafts);
    this.diagnostics = new DraftDiagnostics(this.checks);
    this.view = new FindingsView(this.diagnostics, this.checks);
    this.actions = new CheckActions(this.diagnostics);
  }

  /** Shows the report on a draft. @returns what was found */
  async report(document: vscode.TextDocument): Promise<readonly ApiFinding[]> {
    await this.view.show(document);
    return described(await this.diagnostics.findings(document));
  }

  /** Checks a text that is no document. */
  text(text: string, languageId?: string): Promise<readonly ApiFinding[]> {
    return this.checks.describe(text, languageId);
  }

  dispose(): void {
    for (const part of [this.actions, this.view, this.diagnostics, this.checks]) part.dispose();
  }
}
