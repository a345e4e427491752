import * as vscode from 'vscode';
import type { CompletionEngine } from '../../completion/completionEngine';
import { hasHan } from '../../text/han';
import { readerScheme } from '../shared/drafts';
import { onDidChangeSettings, settings } from '../shared/settings';
import type { AcceptanceStore } from './acceptanceStore';
import { textBefore } from './acceptanceStore';
import type { Answers } from './answers';
import { CandidateItem, unmatchedItem } from './candidateItem';
import type { InputMethod } from './inputMethod';
import type { ListTrigger } from './listTrigger';

/** Most items where text stands below, which the list would cover. */
const mostAboveText = 5;
/** Lines below the cursor that a list may cover. */
const coveredLines = 12;
/** Most items of a list that was asked for. */
const mostDeliberate = 30;

/** Offers phrases, quotes and skeletons in the editor's own list, in the languages of the setting. */
export class CompletionList implements vscode.CompletionItemProvider, vscode.Disposable {
  private registration: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;

  /** @param engine called on first need; it loads and builds what it needs */
  constructor(
    private readonly engine: () => Promise<CompletionEngine>,
    private readonly answers: Answers,
    private readonly store: AcceptanceStore,
    private readonly inputMethod: InputMethod,
    private readonly trigger: ListTrigger,
  ) {
    this.register();
    this.subscription = onDidChangeSettings(['completion.show', 'completion.languages'], () => this.register());
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const isDeliberate = this.trigger.asked(document) && triggerKind === vscode.CompletionTriggerKind.Invoke;
    if (document.uri.scheme === readerScheme) return undefined;
    const engine = await this.engine();
    // The editor keeps an answer over the commit, and may ask no more: the answer has to be for what is committed.
    const committed = await this.inputMethod.committed(document);
    if (!committed || token.isCancellationRequested) return undefined;
    // The document may have changed meanwhile.
    if (!document.validatePosition(position).isEqual(position)) return undefined;
    const { list } = this.answers.at(engine, document, position, isDeliberate);
    const shown = list.slice(0, isDeliberate ? mostDeliberate : mostItems(document, position));
    if (shown.length === 0) {
      this.trigger.unanswered();
      const inChinese = hasHan(textBefore(document, position).slice(-1));
      return inChinese ? new vscode.CompletionList([unmatchedItem(position)], true) : undefined;
    }
    this.trigger.offered();
    this.store.listed(document, position, shown);
    const note = this.trigger.isInBlank(document, position) ? vscode.l10n.t('⇧⏎ accepts') : undefined;
    const items = shown.map((candidate, order) => {
      const accepted = this.store.acceptCommand(candidate);
      return new CandidateItem(candidate, document, position, order, order === 0 ? note : undefined, accepted);
    });
    // Incomplete: every further character asks again, because the best continuation changes with it.
    return new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
    if (item instanceof CandidateItem) item.documentation = item.describe();
    return item;
  }

  dispose(): void {
    this.registration?.dispose();
    this.subscription.dispose();
  }

  private register(): void {
    this.registration?.dispose();
    this.answers.reset();
    this.registration = settings.showsList()
      ? vscode.languages.registerCompletionItemProvider([...settings.completionLanguages()], this)
      : undefined;
  }
}

/** As many as the setting says, and fewer where the list would lie over what the draft goes on with. */
function mostItems(document: vscode.TextDocument, { line }: vscode.Position): number {
  const most = settings.completionMaxItems();
  for (let below = line + 1; below < Math.min(line + coveredLines, document.lineCount); below++) {
    if (!document.lineAt(below).isEmptyOrWhitespace) return Math.min(most, mostAboveText);
  }
  return most;
}
