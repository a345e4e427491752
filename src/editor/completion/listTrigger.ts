import * as vscode from 'vscode';
import type { CompletionEngine } from '../../completion/completionEngine';
import { findPlaceholders } from '../../draft/placeholders';
import { setContext } from '../shared/contextKeys';
import { isOwnEdit } from '../shared/ownEdits';
import { settings } from '../shared/settings';
import type { Answers } from './answers';
import type { InputMethod } from './inputMethod';

/** The editor asks by itself within this time, in milliseconds, if a list is open or quick suggestions are on. */
const editorAsksWithin = 30;
/** Who asks so long after the last change, in milliseconds, wants a list: quick suggestions come sooner. */
const deliberateMilliseconds = 300;
/** Longer insertions were pasted, and what holds the end of a written line was put there by a command. */
const longestTyped = 60;
const mayBeTyped = ({ text }: vscode.TextDocumentContentChangeEvent): boolean =>
  text.length <= longestTyped && !/\S\s*\n/.test(text);

/**
 * Opens the editor's list where we have something to say. The settings of the editor stay as they are: in Markdown it
 * suggests nothing by itself, and in a text without Chinese we never ask it to.
 *
 * Two context keys: `gongwen.suggesting`, that lists in this document have had items of ours, and `gongwen.chosen`, that the writer has
 * moved in the list with the arrow keys. The manifest's keybindings for Enter and Tab depend on them.
 */
export class ListTrigger implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changed = 0;
  /** Version of the active document for which the editor has asked, and for which we made it ask. */
  private askedVersion = -1;
  private triggeredVersion = -1;
  private keys = { suggesting: false, chosen: false };
  /** Line of the blank that is being filled in. */
  private blank: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  constructor(
    private readonly engine: () => Promise<CompletionEngine>,
    private readonly answers: Answers,
    private readonly inputMethod: InputMethod,
  ) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.window.onDidChangeActiveTextEditor(() => this.reset()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.followBlank(event)),
      vscode.commands.registerCommand('_gongwen.chosen', () => this.setKeys({ chosen: this.keys.suggesting })),
    );
  }

  /** The editor asks for a list. @returns whether the writer made it, and neither we nor a change of the text did */
  asked(document: vscode.TextDocument): boolean {
    this.askedVersion = document.version;
    const wasTriggered = this.triggeredVersion === document.version;
    this.triggeredVersion = -1;
    return !wasTriggered && performance.now() - this.changed >= deliberateMilliseconds;
  }

  /**
   * The editor was answered with nothing. It may have asked for a place that the cursor had left by then, for the version after it: what
   * there is to say at the cursor is still looked at.
   */
  unanswered(): void {
    this.askedVersion = -1;
  }

  /**
   * The editor was answered with items of ours. From then on Enter is a new line in this document, whatever list shows: an
   * editor that waits for a slower provider goes on showing items of ours, and taking one would replace all typed since.
   */
  offered(): void {
    this.setKeys({ suggesting: true, chosen: false });
  }

  /** Something of ours was accepted: the change that comes with it asks for nothing. */
  accepted(): void {
    clearTimeout(this.timer);
    this.askedVersion = -1;
    this.setKeys({ chosen: false });
  }

  /** Whether a position is on the line of the blank that is being filled in. */
  isInBlank(document: vscode.TextDocument, { line }: vscode.Position): boolean {
    return this.blank?.document === document && this.blank.line === line;
  }

  dispose(): void {
    this.reset();
    this.subscription.dispose();
  }

  private follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const editor = vscode.window.activeTextEditor;
    if (contentChanges.length === 0 || editor?.document !== document) return;
    this.changed = performance.now();
    clearTimeout(this.timer);
    // The list may show for as long as the editor waits for the next answer: until then its items are still ours.
    this.setKeys({ chosen: false });
    const typed = contentChanges.every(mayBeTyped) && contentChanges.some(({ text }) => text);
    const isServed = vscode.languages.match([...settings.completionLanguages()], document) > 0;
    if (!typed || isOwnEdit() || reason !== undefined || !isServed || !settings.showsList()) return;
    this.timer = setTimeout(() => void this.consider(editor, document.version), editorAsksWithin);
  }

  /** Opens the list for a version of a document, unless the editor has asked for it by itself. */
  private async consider(editor: vscode.TextEditor, version: number): Promise<void> {
    const { document } = editor;
    const isCurrent = (): boolean =>
      vscode.window.activeTextEditor === editor && document.version === version && this.askedVersion !== version;
    const { mayOffer } = await import('../../completion/mayOffer');
    if (!isCurrent()) return;
    const { active } = editor.selection;
    if (!editor.selection.isEmpty || !mayOffer(document.getText(), document.offsetAt(active))) return;
    const engine = await this.engine();
    if (!(await this.inputMethod.committed(document)) || !isCurrent()) return;
    if (this.answers.at(engine, document, active).list.length === 0) return;
    this.triggeredVersion = version;
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }

  /** A blank that is selected otherwise than with the mouse is a tab stop. */
  private followBlank({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const [selection] = selections;
    const { document } = textEditor;
    if (!selection || textEditor !== vscode.window.activeTextEditor) return;
    const { line } = selection.active;
    if (selection.isEmpty) {
      if (this.blank?.line !== line || this.blank.document !== document) this.blank = undefined;
      return;
    }
    const text = selection.isSingleLine ? document.getText(selection) : '';
    const isBlank = findPlaceholders(text).some((placeholder) => placeholder.text === text);
    this.blank = isBlank && kind !== vscode.TextEditorSelectionChangeKind.Mouse ? { document, line } : undefined;
  }

  private reset(): void {
    clearTimeout(this.timer);
    this.askedVersion = -1;
    this.setKeys({ suggesting: false, chosen: false });
  }

  private setKeys(keys: Partial<typeof this.keys>): void {
    for (const key of ['suggesting', 'chosen'] as const) {
      const value = keys[key];
      if (value === undefined || value === this.keys[key]) continue;
      this.keys = { ...this.keys, [key]: value };
      setContext(`gongwen.${key}`, value);
    }
  }
}
