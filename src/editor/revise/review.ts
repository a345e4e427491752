import * as vscode from 'vscode';
import type { DraftChange } from '../../revise/draftChange';
import type { TakenBack } from '../../revise/takeBack';
import type { ChangeState } from '../../revise/trackedChanges';
import { TrackedChanges } from '../../revise/trackedChanges';
import { labelText, shownRow } from '../shared/shownText';

/** A change in the view, by its number. */
export class ChangeNode {
  constructor(readonly change: number) {}
}

/** A draft, the changes that came back, and what became of them. */
export class Review implements vscode.Disposable {
  private readonly tracked: TrackedChanges;
  private readonly changed = new vscode.EventEmitter<void>();
  /** When a change was taken over, rejected or undone, or its place moved. */
  readonly onDidChange = this.changed.event;
  private readonly ended = new vscode.EventEmitter<void>();
  readonly onDidEnd = this.ended.event;
  private readonly subscriptions: readonly vscode.Disposable[];
  private current = -1;
  private lastAccepted: number | undefined;

  constructor(
    readonly document: vscode.TextDocument,
    /** Name of the Word document. */
    readonly source: string,
    readonly taken: TakenBack,
  ) {
    this.tracked = new TrackedChanges(taken.changes, document.getText());
    this.subscriptions = [
      this.changed,
      this.ended,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || event.contentChanges.length === 0) return;
        for (const change of event.contentChanges) this.tracked.follow(change);
        this.changed.fire();
      }),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) this.ended.fire();
      }),
    ];
  }

  get changes(): readonly DraftChange[] {
    return this.taken.changes;
  }

  /** States of all changes, by their number. */
  states(): readonly ChangeState[] {
    const text = this.document.getText();
    return this.changes.map((_, at) => this.tracked.state(at, text));
  }

  open(): readonly number[] {
    return this.states().flatMap((state, at) => (state === 'open' ? [at] : []));
  }

  ranges(change: number): readonly vscode.Range[] {
    const at = (offset: number): vscode.Position => this.document.positionAt(offset);
    return this.tracked.places(change).map(({ start, end }) => new vscode.Range(at(start), at(end)));
  }

  /** The draft after all changes that are open. */
  proposed(): string {
    const text = this.document.getText();
    let [proposed, at] = ['', 0];
    for (const edit of this.tracked.editsOf(this.open())) {
      proposed += text.slice(at, edit.start) + edit.text;
      at = Math.max(at, edit.end);
    }
    return proposed + text.slice(at);
  }

  /** Takes changes over, in one edit that can be undone. */
  async accept(changes: readonly number[]): Promise<boolean> {
    const states = this.states();
    const wanted = changes.filter((at) => states[at] === 'open' || states[at] === 'rejected');
    for (const at of wanted) this.tracked.reject(at, false);
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of this.tracked.editsOf(wanted)) {
      const range = new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
      edit.replace(this.document.uri, range, text);
    }
    this.lastAccepted = wanted.findLast((at) => this.changes[at]?.kind === 'replace') ?? this.lastAccepted;
    this.current = wanted.at(-1) ?? this.current;
    const isDone = wanted.length === 0 || (await vscode.workspace.applyEdit(edit));
    this.changed.fire();
    return isDone;
  }

  /** Leaves the draft as it is there. A change that was rejected can still be accepted. */
  reject(changes: readonly number[]): void {
    for (const at of changes) this.tracked.reject(at, true);
    this.current = changes.at(-1) ?? this.current;
    this.changed.fire();
  }

  /** Selects the next or previous open change. @param quiet says nothing when there is none */
  async go(direction: 1 | -1, quiet = false): Promise<void> {
    const open = this.open();
    const next = direction > 0 ? open.find((at) => at > this.current) : open.findLast((at) => at < this.current);
    const target = next ?? (direction > 0 ? open[0] : open.at(-1));
    if (target === undefined) {
      const message = vscode.l10n.t('All changes of “{0}” are settled.', this.source);
      if (!quiet || this.changes.length > 0) vscode.window.setStatusBarMessage(labelText(message), 4000);
      return;
    }
    await this.reveal(target);
  }

  async reveal(change: number): Promise<void> {
    this.current = change;
    const [range] = this.ranges(change);
    if (!range) return;
    const editor = await vscode.window.showTextDocument(this.document, { selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.changed.fire();
  }

  /** The change of a row of the view or of a code lens, else the one at the cursor, else the one gone to last. */
  numberOf(node: unknown): number | undefined {
    if (node instanceof ChangeNode) return node.change;
    if (typeof node === 'number') return node;
    const cursor = vscode.window.activeTextEditor?.document === this.document ? vscode.window.activeTextEditor.selection.active : undefined; // prettier-ignore
    const open = this.open();
    const here = cursor && open.find((at) => this.ranges(at).some((range) => range.contains(cursor)));
    return here ?? (open.includes(this.current) ? this.current : open[0]);
  }

  get currentChange(): number {
    return this.current;
  }

  /** The replacement of a row of the view, else the one that was accepted last. */
  lastReplacement(node: unknown): number | undefined {
    return node instanceof ChangeNode ? node.change : this.lastAccepted;
  }

  /** Asks whose open changes are meant where several people made them. */
  async askWhose(title: string): Promise<readonly number[] | undefined> {
    const open = this.open();
    const authorOf = (at: number): string => this.changes[at]?.by?.author ?? '';
    const authors = [...new Set(open.map(authorOf))];
    if (authors.length <= 1) return open;
    const rows = [
      { label: vscode.l10n.t('All ({0})', open.length), chosen: open },
      ...authors.map((author) => {
        const chosen = open.filter((at) => authorOf(at) === author);
        const name = author || vscode.l10n.t('not tracked');
        return shownRow({ label: `${name} (${chosen.length})`, chosen });
      }),
    ];
    return (await vscode.window.showQuickPick(rows, { title }))?.chosen;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
