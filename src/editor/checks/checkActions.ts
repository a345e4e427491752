import * as vscode from 'vscode';
import type { Finding } from '../../draft/checks/checkDraft';
import type { Edit } from '../../draft/checks/rule';
import { setRule } from '../shared/settings';
import type { DraftDiagnostics } from './draftDiagnostics';
import { rangeOf } from './draftDiagnostics';
import { inDisplayLanguage } from './displayLanguage';
import { shownText } from '../shared/shownText';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('gongwen');

/** Quick fixes for findings, ways to ignore them, and a source action that applies all fixes that are safe. */
export class CheckActions implements vscode.CodeActionProvider, vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly diagnostics: DraftDiagnostics) {
    const selector = [{ language: 'markdown' }, { language: 'plaintext' }];
    const kinds = [vscode.CodeActionKind.QuickFix, fixAll];
    this.subscriptions = [
      vscode.languages.registerCodeActionsProvider(selector, this, { providedCodeActionKinds: kinds }),
      // Only the quick fix calls it.
      vscode.commands.registerCommand('_gongwen.ignoreRule', (rule: string) => setRule(rule, 'off')),
    ];
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (only && fixAll.intersects(only)) return fixEverything(document, await this.diagnostics.fixes(document));
    if (diagnostics.length === 0) return [];
    const findings = await this.diagnostics.findings(document);
    const here = findings.filter((finding) => rangeOf(document, finding).intersection(range));
    const shownFor = (finding: Finding): vscode.Diagnostic[] =>
      diagnostics.filter(
        ({ code, range: other }) => idOf(code) === finding.rule.id && other.isEqual(rangeOf(document, finding)),
      );
    return here.flatMap((finding) => [
      ...fixOne(document, finding, shownFor(finding)),
      ignoreHere(document, finding, shownFor(finding)),
      ignoreEverywhere(finding, shownFor(finding)),
    ]);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const idOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);

const editOf = (document: vscode.TextDocument, fixes: readonly Edit[]): vscode.WorkspaceEdit => {
  const edit = new vscode.WorkspaceEdit();
  for (const fix of fixes) {
    const range = new vscode.Range(document.positionAt(fix.offset), document.positionAt(fix.offset + fix.length));
    edit.replace(document.uri, range, fix.text);
  }
  return edit;
};

function fixOne(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { fix } = finding;
  if (!fix) return [];
  const before = document.getText(rangeOf(document, finding));
  const title = fix.text
    ? vscode.l10n.t('Replace “{0}” with “{1}”', before, fix.text)
    : vscode.l10n.t('Remove “{0}”', before);
  const action = new vscode.CodeAction(shownText(title), vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, [fix]);
  action.diagnostics = diagnostics;
  action.isPreferred = true;
  return [action];
}

/** A comment at the end of the line, in plain text too: it is taken out on export. */
function ignoreHere(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const title = vscode.l10n.t('Ignore here: {0}', inDisplayLanguage(finding.rule.title));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  const { end } = document.lineAt(document.positionAt(finding.offset).line).range;
  action.edit.insert(document.uri, end, ` <!-- gongwen-ignore ${finding.rule.id} -->`);
  action.diagnostics = diagnostics;
  return action;
}

function ignoreEverywhere({ rule }: Finding, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const title = vscode.l10n.t('Switch this check off: {0}', inDisplayLanguage(rule.title));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: '_gongwen.ignoreRule', title, arguments: [rule.id] };
  action.diagnostics = diagnostics;
  return action;
}

function fixEverything(document: vscode.TextDocument, fixes: readonly Edit[]): vscode.CodeAction[] {
  if (fixes.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all that is mechanical'), fixAll);
  action.edit = editOf(document, fixes);
  return [action];
}
