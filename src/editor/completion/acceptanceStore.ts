import * as vscode from 'vscode';
import type { Candidate, OfferedBefore } from '../../completion/candidate';
import { AcceptanceHistory } from '../../completion/ranking/acceptanceHistory';
import { ImpressionTracker } from '../../completion/ranking/impressionTracking';

/** Named when the history was called habits; under a new name it would be forgotten. */
const key = 'gongwen.habits';
/** The history is written this long after it changes, because it changes with every key. */
const defaultDelay = 5000;

/** Keeps what the writer accepted and passed over: on this machine, between sessions, until it is cleared. */
export class AcceptanceStore implements vscode.Disposable {
  readonly history: AcceptanceHistory;
  private readonly didAccept = new vscode.EventEmitter<void>();
  readonly onDidAccept = this.didAccept.event;
  private readonly impressions: ImpressionTracker;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the memento holds unless another window has written to it. */
  private saved: string;

  /** @param delay milliseconds after a change at which the history is written */
  constructor(
    private readonly memento: vscode.Memento,
    private readonly delay = defaultDelay,
  ) {
    const stored = this.stored;
    this.saved = JSON.stringify(stored);
    this.history = new AcceptanceHistory(stored);
    this.impressions = new ImpressionTracker(this.history);
  }

  /** The writer accepted an offer. */
  accepted(historyKey: string): void {
    this.impressions.accepted(historyKey);
    this.didAccept.fire();
    // It is rare, and another window may want to know.
    this.save();
  }

  /** The command by which an item tells that it was accepted. */
  acceptCommand({ historyKey }: Candidate): vscode.Command {
    return { command: '_gongwen.accepted', title: '', arguments: [historyKey] };
  }

  /** The writer sees these in a list at a position. */
  listed(document: vscode.TextDocument, position: vscode.Position, candidates: readonly Candidate[]): void {
    this.impressions.listed(document.uri.toString(), textBefore(document, position), candidates);
    this.saveLater();
  }

  /** The writer sees this as ghost text at a position. */
  ghosted(document: vscode.TextDocument, position: vscode.Position, candidate: Candidate): void {
    this.impressions.shown(document.uri.toString(), textBefore(document, position), [candidate]);
    this.saveLater();
  }

  /** What lists offered before on the line of a position and the writer has typed the beginning of. */
  offered(document: vscode.TextDocument, position: vscode.Position): readonly OfferedBefore[] {
    return this.impressions.offered(document.uri.toString(), textBefore(document, position));
  }

  async clear(): Promise<void> {
    this.history.clear();
    await this.write();
  }

  dispose(): void {
    this.didAccept.dispose();
    if (this.timer) this.save();
  }

  private saveLater(): void {
    this.timer ??= setTimeout(() => this.save(), this.delay);
  }

  private save(): void {
    const { stored } = this;
    if (JSON.stringify(stored) !== this.saved) {
      // Another window has learned something, or was told to forget.
      if (stored.length === 0) this.history.clear();
      else this.history.merge(stored);
    }
    // What could not be kept is still known in this session, and goes with the next.
    this.write().catch(() => undefined);
  }

  private get stored(): readonly unknown[] {
    const value = this.memento.get<unknown>(key);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { records } = this.history;
    this.saved = JSON.stringify(records);
    await this.memento.update(key, records);
  }
}

/** Text of the line before a position. */
export const textBefore = (document: vscode.TextDocument, { line, character }: vscode.Position): string =>
  document.lineAt(line).text.slice(0, character);
