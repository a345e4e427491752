import * as vscode from 'vscode';
import type { Candidate } from '../../completion/candidate';
import type { CompletionEngine } from '../../completion/completionEngine';
import { firstWord } from '../../text/firstWord';
import { joinWrappedLines, toSnippet } from '../../draft/snippetText';
import type { AcceptanceStore } from './acceptanceStore';
import type { Answers } from './answers';
import { profileOf } from '../placeholders/profile';
import { setContext } from '../shared/contextKeys';
import { readerScheme } from '../shared/drafts';
import { onDidChangeSettings, settings } from '../shared/settings';

/** Ghost text as it stands behind a position of one version of a document. */
interface Shown {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly position: vscode.Position;
  readonly candidate: Candidate;
  readonly text: string;
}

/** Shows the most likely continuation behind the cursor, where one is likely enough. */
export class GhostText implements vscode.InlineCompletionItemProvider, vscode.Disposable {
  private registration: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;
  private shown: Shown | undefined;
  /** What is left of ghost text that was accepted in part, for the version and place at which it goes on. */
  private rest: Shown | undefined;

  /** @param engine called on first need; it loads and builds what it needs */
  constructor(
    private readonly engine: () => Promise<CompletionEngine>,
    private readonly answers: Answers,
    private readonly store: AcceptanceStore,
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
    this.shown = this.goesOn(document, position) ?? this.predict(engine, document, position);
    setContext('gongwen.ghostText', this.shown !== undefined);
    if (!this.shown) return undefined;
    const { candidate, text } = this.shown;
    this.store.ghosted(document, position, candidate);
    const snippet = toSnippet(text, profileOf(document));
    return [
      new vscode.InlineCompletionItem(
        snippet.includes('${') ? new vscode.SnippetString(snippet) : text,
        new vscode.Range(position, position),
        this.store.acceptCommand(candidate),
      ),
    ];
  }

  /**
   * Accepts the first word of the ghost text. To the editor's own command a whole clause of Chinese is one word; it is run
   * where the ghost text is not ours.
   */
  async acceptWord(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const { shown } = this;
    if (!editor || !shown || !isThere(shown, editor)) {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.acceptNextWord');
      return;
    }
    const { document, position, candidate } = shown;
    const word = firstWord(shown.text);
    if (word === shown.text) {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
      return;
    }
    const text = shown.text.slice(word.length);
    this.rest = {
      document,
      version: shown.version + 1,
      position: position.translate(0, word.length),
      candidate: { ...candidate, insertText: text, replaces: 0, filterText: '' },
      text,
    };
    await editor.edit((edit) => edit.insert(position, word));
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
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

  private goesOn(document: vscode.TextDocument, position: vscode.Position): Shown | undefined {
    const { rest } = this;
    const goesOn = rest?.document === document && rest.version === document.version && rest.position.isEqual(position);
    return goesOn ? rest : undefined;
  }

  private predict(
    engine: CompletionEngine,
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Shown | undefined {
    const { ghost: candidate } = this.answers.at(engine, document, position);
    if (!candidate) return undefined;
    const text = joinWrappedLines(candidate.insertText.slice(candidate.replaces));
    return { document, version: document.version, position, candidate, text };
  }
}

const isThere = ({ document, version, position }: Shown, editor: vscode.TextEditor): boolean =>
  editor.document === document &&
  document.version === version &&
  editor.selections.length === 1 &&
  editor.selection.isEmpty &&
  editor.selection.active.isEqual(position);
