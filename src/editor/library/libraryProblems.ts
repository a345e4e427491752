import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import type { Problem } from '../../library/problem';
import { showWarning } from '../shared/messages';
import { describeProblem } from './describeProblem';
import { lineText, shownText } from '../shared/shownText';

/**
 * Keeps what is wrong with the library's files visible: one entry a file in the Problems panel, details in the log, and
 * one notification for what is new.
 */
export class LibraryProblems implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('gongwen');
  private readonly subscription: { dispose(): void };
  private reported = new Set<string>();

  constructor(
    private readonly library: Library,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscription = library.onDidChange(() => this.update());
  }

  private update(): void {
    const { problems } = this.library;
    this.diagnostics.clear();
    for (const [uri, ofFile] of byUri(problems)) this.diagnostics.set(vscode.Uri.parse(uri), ofFile.map(diagnostic));
    const fresh = problems.filter((problem) => !this.reported.has(key(problem)));
    this.reported = new Set(problems.map(key));
    for (const problem of fresh) this.log.warn(lineText(`${problem.code}: ${problem.uri} ${problem.detail}`));
    // A file that was read all the same need not interrupt anybody.
    void this.notify(fresh.filter(({ code }) => code !== 'encoding'));
  }

  private async notify([first, ...rest]: readonly Problem[]): Promise<void> {
    if (!first) return;
    const show = vscode.l10n.t('Show Problems');
    const message = rest.length
      ? vscode.l10n.t(
          '{0} Other files that need attention: {1}.',
          describeProblem(vscode.l10n.t, first),
          new Set(rest.map(({ uri }) => uri)).size,
        )
      : describeProblem(vscode.l10n.t, first);
    if ((await showWarning(message, [show])) === show) {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.diagnostics.dispose();
  }
}

function byUri(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const ofFile = files.get(problem.uri);
    if (ofFile) ofFile.push(problem);
    else files.set(problem.uri, [problem]);
  }
  return files;
}

const key = (problem: Problem): string => `${problem.code} ${problem.uri}`;

function diagnostic(problem: Problem): vscode.Diagnostic {
  const warning = problem.code === 'frontMatter' || problem.code === 'encoding';
  const severity = warning ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
  const entry = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    shownText(describeProblem(vscode.l10n.t, problem)),
    severity,
  );
  entry.source = vscode.l10n.t('Gongwen Library');
  entry.code = problem.code;
  return entry;
}
