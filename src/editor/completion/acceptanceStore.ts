import * as vscode from 'vscode';
import { ImpressionTracker } from '../../completion/ranking/impressionTracking';
import type { Candidate } from '../../completion/candidate';
import { AcceptanceHistory } from '../../completion/ranking/acceptanceHistory';
import { textBefore } from './textBefore';

const key = 'gongwen.habits';
/** Habits are written this long after they change, because they change with every key. */
const delayMilliseconds = 5000;

/** Keeps what the writer accepted and passed over: on this machine, between sessions, until it is cleared. */
export class HabitStore implements vscode.Disposable {
  readonly habits: AcceptanceHistory;
  private readonly attention: ImpressionTracker;
  private readonly registration: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the memento holds unless another window has written to it. */
  private saved: string;

  constructor(private readonly memento: vscode.Memento) {
    const stored = memento.get<readonly unknown[]>(key, []);
    this.saved = JSON.stringify(stored);
    this.habits = new AcceptanceHistory(stored);
    this.attention = new ImpressionTracker(this.habits);
    this.registration = vscode.commands.registerCommand('_gongwen.accepted', (habit: unknown) => {
      if (typeof habit !== 'string') return;
      this.attention.accepted(habit);
      this.saveLater();
    });
  }

  /** The command by which an item tells that it was accepted. */
  acceptCommand({ historyKey }: Candidate): vscode.Command {
    return { command: '_gongwen.accepted', title: '', arguments: [historyKey] };
  }

  /** The writer sees these in a list at a position. */
  listed(document: vscode.TextDocument, position: vscode.Position, candidates: readonly Candidate[]): void {
    this.attention.listed(document.uri.toString(), textBefore(document, position), candidates);
    this.saveLater();
  }

  /** The writer sees this as ghost text at a position. */
  ghosted(document: vscode.TextDocument, position: vscode.Position, candidate: Candidate): void {
    this.attention.shown(document.uri.toString(), textBefore(document, position), [candidate]);
    this.saveLater();
  }

  /** What lists offered before on the line of a position and the writer has typed the beginning of: the rest of each. */
  offered(document: vscode.TextDocument, position: vscode.Position): readonly string[] {
    return this.attention.offered(document.uri.toString(), textBefore(document, position));
  }

  async clear(): Promise<void> {
    this.habits.clear();
    await this.write();
  }

  dispose(): void {
    this.registration.dispose();
    if (this.timer) this.save();
  }

  private saveLater(): void {
    this.timer ??= setTimeout(() => this.save(), delayMilliseconds);
  }

  private save(): void {
    const stored = this.memento.get<readonly unknown[]>(key, []);
    if (JSON.stringify(stored) !== this.saved) {
      // Another window has learned something, or was told to forget.
      if (stored.length === 0) this.habits.clear();
      else this.habits.merge(stored);
    }
    void this.write();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { records } = this.habits;
    this.saved = JSON.stringify(records);
    await this.memento.update(key, records);
  }
}
