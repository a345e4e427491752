import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';
import { finishInSlices } from '../../base/slices';
import type { DraftChecker, Finding } from '../../draft/checks/checkDraft';
import type { Edit, Severity } from '../../draft/checks/rule';
import { isOfficialDraft } from '../../draft/isOfficialDraft';
import type { DraftChecks } from './draftChecks';
import { findingMessage } from './draftChecks';
import { isChecked } from './isChecked';
import { graveCount, verdict } from './verdict';

/** Milliseconds after a change: a writer who goes on typing is not followed key by key. */
const delay = 250;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The page about the rules; the anchor is the rule's id. */
const rulesPage = 'https://github.com/gongwen/gongwen-library/blob/main/docs/rules.md';

interface Checked {
  readonly version: number;
  /** Whether it is a draft that is checked at all. */
  readonly isDraft: boolean;
  readonly findings: readonly Finding[];
}

/** Findings of open drafts as diagnostics, kept up to date while they are written, and their number in the status bar. */
export class DraftDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('gongwen');
  private readonly status = vscode.window.createStatusBarItem('gongwen.findings', vscode.StatusBarAlignment.Right, 97);
  private readonly checkers = new Map<vscode.TextDocument, Promise<DraftChecker>>();
  private readonly checked = new Map<vscode.TextDocument, Checked>();
  private readonly waiting = new Set<vscode.TextDocument>();
  private readonly settled = new Debouncer(() => void this.checkWaiting(), delay);
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** After a document was checked. */
  readonly onDidCheck = this.changed.event;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly checks: DraftChecks) {
    this.status.name = vscode.l10n.t('Findings in the Draft');
    this.status.command = 'gongwen.checkDraft';
    this.subscriptions = [
      this.collection,
      this.status,
      this.settled,
      this.changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.schedule(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.schedule(editor.document);
        this.showStatus();
      }),
      checks.onDidChange(() => this.checkAnew()),
    ];
    this.checkAnew();
  }

  /** Findings of a document as it is now, checked if need be. */
  async findings(document: vscode.TextDocument): Promise<readonly Finding[]> {
    for (;;) {
      const known = this.checked.get(document);
      if (known?.version === document.version) return known.findings;
      if (document.isClosed) return [];
      await this.check(document);
    }
  }

  /** All that can be fixed in a document as it is now; nothing if it changes meanwhile. */
  async fixes(document: vscode.TextDocument): Promise<readonly Edit[]> {
    await this.findings(document);
    const { version } = document;
    const checker = this.checked.get(document)?.isDraft ? await this.checkers.get(document) : undefined;
    if (!checker) return [];
    const fixes = await this.checks.fixes(checker, document);
    return document.version === version ? fixes : [];
  }

  private checkAnew(): void {
    this.checkers.clear();
    this.checked.clear();
    for (const document of vscode.workspace.textDocuments) {
      if (!isChecked(document)) this.collection.delete(document.uri);
      this.schedule(document);
    }
    this.showStatus();
  }

  private schedule(document: vscode.TextDocument): void {
    if (!isChecked(document)) return;
    this.waiting.add(document);
    this.settled.schedule();
  }

  private async checkWaiting(): Promise<void> {
    const documents = [...this.waiting];
    this.waiting.clear();
    for (const document of documents) if (!document.isClosed) await this.check(document);
  }

  /** Checks a document. What it was when it began to change again is not shown: the next check follows. */
  private async check(document: vscode.TextDocument): Promise<void> {
    const known = this.checkers.get(document);
    const making = known ?? this.checks.checker(document.uri);
    if (!known) this.checkers.set(document, making);
    const checker = await making;
    const { version } = document;
    const text = document.getText();
    const isChecking = isOfficialDraft(text) && !this.checks.isArticle(document.uri);
    const findings = isChecking ? await finishInSlices(checker.checkInSteps(text, document.languageId)) : [];
    if (document.version !== version || this.checkers.get(document) !== making || document.isClosed) return;
    this.checked.set(document, { version, isDraft: isChecking, findings });
    this.collection.set(
      document.uri,
      findings.map((finding) => this.diagnosticOf(document, finding)),
    );
    this.showStatus();
    this.changed.fire(document);
  }

  private diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
    const { rule, severity, place } = finding;
    const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), findingMessage(finding), severities[severity]);
    diagnostic.source = vscode.l10n.t('Official draft');
    diagnostic.code = { value: rule.id, target: vscode.Uri.parse(`${rulesPage}#${rule.id}`) };
    const location = place && this.checks.placeIn(place.id, place.offset);
    if (location) {
      const from = vscode.l10n.t('It stands here');
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, from)];
    }
    return diagnostic;
  }

  private showStatus(): void {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document ? this.checked.get(document) : undefined;
    if (!checked?.isDraft) {
      this.status.hide();
      return;
    }
    const grave = graveCount(checked.findings);
    this.status.text =
      grave > 0 ? vscode.l10n.t('$(checklist) {0} to settle', grave) : vscode.l10n.t('$(check) Checked');
    this.status.tooltip = vscode.l10n.t('{0} Click for the report.', verdict(checked.findings));
    this.status.show();
  }

  private forget(document: vscode.TextDocument): void {
    this.checkers.delete(document);
    this.checked.delete(document);
    this.waiting.delete(document);
    this.collection.delete(document.uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** The range of a finding in its document. */
export const rangeOf = (document: vscode.TextDocument, { offset, length }: Finding): vscode.Range =>
  new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
