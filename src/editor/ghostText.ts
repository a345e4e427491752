import * as vscode from 'vscode';
import type { CompletionEngine } from '../phrases/completionEngine';
import { joinWrappedLines, toSnippet } from '../draft/snippetText';
import type { HabitStore } from './habitStore';
import { profileOf } from './profile';
import { readerScheme } from './reader';
import { onDidChangeSettings, settings } from './settings';

/** Shows the most likely continuation behind the cursor, where one is likely enough. */
export class GhostText implements vscode.InlineCompletionItemProvider, vscode.Disposable {
  private registration: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;

  /** @param engine called on first need; it loads and builds what it needs */
  constructor(
    private readonly engine: () => Promise<CompletionEngine>,
    private readonly habits: HabitStore,
  ) {
    this.register();
    this.subscription = onDidChangeSettings(['completion.show', 'completion.languages'], () => this.register());
  }

  async provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.InlineCompletionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlineCompletionItem[] | undefined> {
    // While a list is open, what is chosen in it is what shows.
    if (document.uri.scheme === readerScheme || context.selectedCompletionInfo) return undefined;
    const engine = await this.engine();
    if (token.isCancellationRequested) return undefined;
    const offered = this.habits.offered(document, position);
    const candidate = engine.predict(document.getText(), document.offsetAt(position), { offered });
    if (!candidate) return undefined;
    this.habits.ghosted(document, position, candidate);
    const text = joinWrappedLines(candidate.insertText.slice(candidate.replaces));
    const snippet = toSnippet(text, profileOf(document));
    return [
      new vscode.InlineCompletionItem(
        snippet.includes('${') ? new vscode.SnippetString(snippet) : text,
        new vscode.Range(position, position),
        this.habits.acceptCommand(candidate),
      ),
    ];
  }

  dispose(): void {
    this.registration?.dispose();
    this.subscription.dispose();
  }

  private register(): void {
    this.registration?.dispose();
    this.registration = settings.showsGhostText()
      ? vscode.languages.registerInlineCompletionItemProvider([...settings.completionLanguages()], this)
      : undefined;
  }
}
