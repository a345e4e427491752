import * as vscode from 'vscode';
import type { Candidate, Completions, CompletionContext } from '../../completion/candidate';
import type { CompletionEngine } from '../../completion/completionEngine';
import type { HabitStore } from './acceptanceStore';
import { InputMethod } from './inputMethod';
import { profileOf } from '../placeholders/profile';
import { readerScheme } from '../shared/drafts';
import { onDidChangeSettings, settings } from '../shared/settings';
import { plainTextSnippet } from '../../draft/snippetText';
import { joinWrappedLines, toSnippet } from '../../draft/snippetText';
import { textBefore } from './textBefore';
import { triggerCharacters } from './triggerCharacters';
import { placeLabel } from '../shared/labels';

/** Languages for which VS Code itself offers the contributed snippets at the start of a line. */
const staticSnippetLanguages = new Set(['markdown', 'plaintext']);

const itemKinds: Record<Candidate['kind'], vscode.CompletionItemKind> = {
  phrase: vscode.CompletionItemKind.Text,
  quote: vscode.CompletionItemKind.Reference,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** What was offered at one position of one version of a document. */
interface Answer {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly offset: number;
  readonly completions: Completions;
  /** When the editor first asked, in milliseconds. */
  readonly asked: number;
}

/** Who asks again after so many milliseconds, with nothing typed meanwhile, wants a list, though ghost text or none shows. */
const deliberateMilliseconds = 400;

/** Offers phrases, quotes and skeletons while writing, in the languages of the setting. */
export class Completion implements vscode.CompletionItemProvider, vscode.Disposable {
  private registration: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;
  private readonly inputMethod = new InputMethod();
  private latest: Answer | undefined;
  /** Text of the line before the cursor when the editor first asked for the list that it keeps up to date since. */
  private begun = '';

  /** @param engine called on first need; it loads and builds what it needs */
  constructor(
    private readonly engine: () => Promise<CompletionEngine>,
    private readonly habits: HabitStore,
  ) {
    this.register();
    const keys = ['completion.show', 'completion.languages'];
    this.subscription = onDidChangeSettings(keys, () => this.register());
  }

  private register(): void {
    this.registration?.dispose();
    this.registration = settings.showsList()
      ? vscode.languages.registerCompletionItemProvider(
          [...settings.completionLanguages()],
          this,
          ...triggerCharacters(),
        )
      : undefined;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const again = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    if (!again) this.begun = textBefore(document, position);
    if (document.uri.scheme === readerScheme) return undefined;
    const engine = await this.engine();
    // The editor keeps an answer over the commit, and may ask no more: the answer has to be for what is committed.
    const committed = await this.inputMethod.committed(document);
    if (!committed || token.isCancellationRequested) return undefined;
    // The document may have changed meanwhile.
    if (!document.validatePosition(position).isEqual(position)) return undefined;
    // Incomplete: every further character asks again, because the best continuation changes with it.
    return new vscode.CompletionList(this.items(engine, document, position), true);
  }

  private items(
    engine: CompletionEngine,
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const answer = this.answer(engine, document, position);
    const deliberate = performance.now() - answer.asked >= deliberateMilliseconds;
    if (answer.completions.ghost && !deliberate) return unmatchedItems(position);
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const context = this.context(document, position);
    const { list: candidates } = deliberate
      ? engine.complete(text, offset, { ...context, deliberate })
      : answer.completions;
    this.habits.listed(document, position, candidates);
    // The editor looked for its skeletons when it first asked: not since an input method has committed other characters.
    const goesOn = textBefore(document, position).startsWith(this.begun);
    const isStatic = (candidate: Candidate): boolean => goesOn && isOfferedStatically(candidate, document, position);
    const [first] = candidates;
    // Behind a skeleton that the editor offers and that was called by its name.
    const rank = first?.kind === 'snippet' && isStatic(first) ? 'zz' : '';
    const items = candidates
      .filter((candidate) => !isStatic(candidate))
      .map((candidate, order) => new CandidateItem(candidate, document, position, rank, order, this.habits));
    if (items.length > 0) return items;
    return first || engine.expectsMore(text, offset) ? unmatchedItems(position) : [];
  }

  /** The editor asks several times for one position, whenever another extension registers a provider. */
  private answer(engine: CompletionEngine, document: vscode.TextDocument, position: vscode.Position): Answer {
    const offset = document.offsetAt(position);
    const { version } = document;
    const { latest } = this;
    if (latest?.document === document && latest.version === version && latest.offset === offset) return latest;
    const completions = engine.complete(document.getText(), offset, this.context(document, position));
    return (this.latest = { document, version, offset, completions, asked: performance.now() });
  }

  private context(document: vscode.TextDocument, position: vscode.Position): CompletionContext {
    return { show: settings.showsGhostText() ? 'both' : 'list', offered: this.habits.offered(document, position) };
  }

  resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
    if (item instanceof CandidateItem) item.documentation = documentation(item.candidate);
    return item;
  }

  dispose(): void {
    this.registration?.dispose();
    this.subscription.dispose();
    this.inputMethod.dispose();
  }
}

class CandidateItem extends vscode.CompletionItem {
  constructor(
    readonly candidate: Candidate,
    document: vscode.TextDocument,
    position: vscode.Position,
    rank: string,
    order: number,
    habits: HabitStore,
  ) {
    const { article, common, kind } = candidate;
    const description = article?.title ?? (common ? vscode.l10n.t('common wording') : undefined);
    super(
      { label: joinWrappedLines(candidate.label), ...(description === undefined ? {} : { description }) },
      itemKinds[kind],
    );
    // Plain text opens no snippet session: while one is open the editor holds suggestions back.
    const text = joinWrappedLines(candidate.insertText);
    const snippet = candidate.isSnippet
      ? skeletonFor(document, candidate.insertText)
      : toSnippet(text, profileOf(document));
    this.insertText = snippet.includes('${') ? new vscode.SnippetString(snippet) : text;
    this.range = new vscode.Range(position.translate(0, -candidate.replaces), position);
    // The editor keeps an item only if this begins with the text that it replaces.
    this.filterText = candidate.filterText;
    this.sortText = rank + String(order).padStart(3, '0');
    this.command = habits.acceptCommand(candidate);
  }
}

/**
 * An item that never shows; none at the start of a line. What is typed while an answer is under way (the document may have
 * it already), or while the editor's own skeletons show, makes the editor ask again only if that answer has an item.
 */
function unmatchedItems(position: vscode.Position): vscode.CompletionItem[] {
  if (position.character === 0) return [];
  const item = new vscode.CompletionItem('…', vscode.CompletionItemKind.Text);
  item.range = new vscode.Range(position.translate(0, -1), position);
  // Nobody types this.
  item.filterText = '\u200b';
  return [item];
}

const skeletonFor = ({ languageId }: vscode.TextDocument, body: string): string =>
  languageId === 'plaintext' ? plainTextSnippet(body) : body;

/** A contributed snippet matches where its prefix is a word of its own; there the editor offers it itself. */
function isOfferedStatically(candidate: Candidate, document: vscode.TextDocument, position: vscode.Position): boolean {
  if (candidate.kind !== 'snippet' || !staticSnippetLanguages.has(document.languageId)) return false;
  const word = document.getWordRangeAtPosition(position);
  return word?.start.isEqual(position.translate(0, -candidate.replaces)) ?? false;
}

/** Where the candidate stands in the library, with the words around it. Library text goes in as text, never as Markdown. */
function documentation({ article, passage, insertText, isSnippet, description }: Candidate): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  if (isSnippet) return markdown.appendText(description ?? '').appendCodeblock(insertText, 'markdown');
  if (passage) markdown.appendText(passage.text).appendMarkdown('\n\n---\n\n');
  if (article) markdown.appendText(placeLabel(article, passage?.headings ?? []));
  if (article?.source) markdown.appendMarkdown('\n\n').appendText(vscode.l10n.t('Source: {0}', article.source));
  return markdown;
}
