import * as vscode from 'vscode';
import type { Finding } from '../../draft/checks/checkDraft';

/** Number of findings that stop a draft from going out. */
export const graveCount = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;

/** Whether a draft can go out, and how much is still to settle: the same words in the report and in the status bar. */
export function verdict(findings: readonly Finding[]): string {
  const grave = graveCount(findings);
  if (findings.length === 0) return vscode.l10n.t('Nothing was found: the draft can go out.');
  if (grave === 0) return vscode.l10n.t('The draft can go out; {0} remark(s) to look at.', findings.length);
  return vscode.l10n.t('{0} to settle before the draft goes out, {1} remark(s).', grave, findings.length - grave);
}
