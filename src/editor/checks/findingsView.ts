import * as vscode from 'vscode';
import type { Finding } from '../../draft/checks/checkDraft';
import type { Rule } from '../../draft/checks/rule';
import type { DraftDiagnostics } from './draftDiagnostics';
import { rangeOf } from './draftDiagnostics';
import { setContext } from '../shared/contextKeys';
import { isDraft } from '../shared/drafts';
import { joinSentences } from '../shared/labels';
import { BorrowedNode, BorrowedTextNode } from './borrowedNodes';
import type { DraftChecks } from './draftChecks';
import { inDisplayLanguage } from './displayLanguage';
import { findingMessage } from './draftChecks';
import { graveCount, verdict } from './verdict';
import { labelText, shownItem, shownText } from '../shared/shownText';

interface RuleNode {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

type Node = RuleNode | Finding | BorrowedNode | BorrowedTextNode;

const isRuleNode = (node: RuleNode | Finding): node is RuleNode => 'findings' in node;
const icons = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' } as const;
const order = ['error', 'warning', 'information', 'hint'];

/** The report of a check: findings of one draft by rule, the gravest first, or that the draft can go out. */
export class FindingsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: readonly vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private findings: readonly Finding[] = [];
  private borrowed: BorrowedNode | undefined;

  constructor(
    private readonly diagnostics: DraftDiagnostics,
    private readonly checks: DraftChecks,
  ) {
    this.view = vscode.window.createTreeView('gongwen.findings', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      diagnostics.onDidCheck((document) => {
        if (document === this.document) void this.update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.showVerdict()),
    ];
  }

  /** Checks a draft and shows what was found. */
  async show(document: vscode.TextDocument): Promise<void> {
    this.document = document;
    setContext('gongwen.hasReport', true);
    await this.update();
    await vscode.commands.executeCommand('gongwen.findings.focus', { preserveFocus: true });
  }

  private async update(): Promise<void> {
    const document = this.document;
    if (!document) return;
    this.findings = await this.diagnostics.findings(document);
    this.borrowed = new BorrowedNode(await this.checks.borrowed(document), (id) => this.checks.nameOf(id));
    this.showVerdict();
    this.changed.fire();
  }

  /** Says whose report it is, by name beside the title, and in words while another draft is in front. */
  private showVerdict(): void {
    const document = this.document;
    if (!document) return;
    const name = nameOf(document);
    const inFront = vscode.window.activeTextEditor?.document;
    const other =
      inFront && inFront !== document && isDraft(inFront)
        ? vscode.l10n.t('This is the report on “{0}”, not on the draft in front.', name)
        : '';
    const grave = graveCount(this.findings);
    this.view.description = shownText(name);
    this.view.message = labelText(joinSentences([other, verdict(this.findings)]));
    this.view.badge =
      grave > 0 ? { value: grave, tooltip: shownText(`${name}: ${verdict(this.findings)}`) } : undefined;
  }

  getChildren(node?: Node): Node[] {
    if (node instanceof BorrowedNode) return [...node.texts];
    if (node instanceof BorrowedTextNode) return [];
    if (node) return isRuleNode(node) ? [...node.findings] : [];
    return [...this.byRule(), ...(this.borrowed ? [this.borrowed] : [])];
  }

  private byRule(): readonly RuleNode[] {
    const byRule = new Map<Rule, Finding[]>();
    for (const finding of this.findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
    return [...byRule]
      .map(([rule, findings]) => ({ rule, findings }))
      .sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node instanceof BorrowedNode) return node.item;
    if (node instanceof BorrowedTextNode)
      return this.document ? shownItem(node.itemIn(this.document)) : new vscode.TreeItem('');
    const severity = isRuleNode(node) ? (node.findings[0]?.severity ?? 'hint') : node.severity;
    if (isRuleNode(node)) {
      const item = new vscode.TreeItem(inDisplayLanguage(node.rule.title), vscode.TreeItemCollapsibleState.Expanded);
      item.id = node.rule.id;
      item.description = `${node.findings.length}${node.rule.source ? ` · ${node.rule.source}` : ''}`;
      item.iconPath = new vscode.ThemeIcon(icons[severity]);
      return item;
    }
    const document = this.document;
    const range = document ? rangeOf(document, node) : undefined;
    const label = document && range ? excerpt(document, range) : { label: '' };
    const item = new vscode.TreeItem(label);
    const message = findingMessage(node);
    const line = range ? vscode.l10n.t('line {0}', range.start.line + 1) : '';
    item.description = `${line} · ${message}`;
    item.tooltip = message;
    item.accessibilityInformation = { label: `${label.label}, ${line}, ${message}` };
    if (document && range) {
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Go to the Place'),
        arguments: [document.uri, { selection: range } satisfies vscode.TextDocumentShowOptions],
      };
    }
    return shownItem(item);
  }

  /** The report as text, for a mail or a note. */
  async copy(): Promise<void> {
    const document = this.document;
    if (!document) return;
    const lines = this.byRule().flatMap(({ rule, findings }) => [
      inDisplayLanguage(rule.title),
      ...findings.map((finding) => {
        const { start } = rangeOf(document, finding);
        return `  ${vscode.l10n.t('line {0}', start.line + 1)}  ${findingMessage(finding)}`;
      }),
    ]);
    const texts = this.borrowed?.texts.map(
      ({ name, characters, runs }) =>
        `  ${name}  ${vscode.l10n.t('{0} characters in {1} place(s)', characters, runs.length)}`,
    );
    const share = this.borrowed ? [this.borrowed.label, ...(texts ?? [])] : [];
    await vscode.env.clipboard.writeText([nameOf(document), ...lines, ...share, verdict(this.findings)].join('\n'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied'), 2000);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** A draft as its file is named in the workspace. */
const nameOf = ({ uri }: vscode.TextDocument): string => vscode.workspace.asRelativePath(uri);

const rank = ({ findings }: RuleNode): number => order.indexOf(findings[0]?.severity ?? 'hint');

/** The finding with some characters of its line around it. */
function excerpt(document: vscode.TextDocument, range: vscode.Range): vscode.TreeItemLabel {
  const line = document.lineAt(range.start.line);
  const from = Math.max(line.firstNonWhitespaceCharacterIndex, range.start.character - 8);
  const to =
    range.end.line === range.start.line ? Math.min(line.text.length, range.end.character + 12) : line.text.length;
  const lead = from > line.firstNonWhitespaceCharacterIndex ? '…' : '';
  const start = lead.length + range.start.character - from;
  const length =
    Math.min(range.end.line === range.start.line ? range.end.character : line.text.length, to) - range.start.character;
  return {
    label: `${lead}${line.text.slice(from, to)}${to < line.text.length ? '…' : ''}`,
    highlights: [[start, start + length]],
  };
}
