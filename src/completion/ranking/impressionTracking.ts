import type { Candidate } from '../candidate';
import type { AcceptanceHistory } from './acceptanceHistory';
import { examined } from './chooseBest';

/** What was shown, and where. */
interface Impression {
  readonly document: string;
  /** Text of the line before the cursor. */
  readonly before: string;
  readonly candidates: readonly Candidate[];
}

/**
 * Tracks impressions: what was shown to the writer and then neither accepted nor typed counts as passed over in the
 * acceptance history.
 */
export class ImpressionTracker {
  private last: Impression | undefined;
  /** What was passed over on this line already; counted once. */
  private readonly passedOver = new Set<string>();
  /** What lists on this line offered behind so many characters. */
  private readonly lists = new Map<number, readonly string[]>();

  constructor(private readonly history: AcceptanceHistory) {}

  /** A list shows `candidates`. */
  listed(document: string, before: string, candidates: readonly Candidate[]): void {
    this.shown(document, before, candidates);
    const continuing = candidates.slice(0, examined).filter(({ kind, insertText, filterText }) => {
      return kind !== 'snippet' && insertText.startsWith(filterText);
    });
    this.lists.set(
      before.length,
      continuing.map(({ insertText, filterText }) => insertText.slice(filterText.length)),
    );
  }

  /** What lists offered before on this line and the writer has typed the beginning of: the rest of each. */
  offered(document: string, before: string): readonly string[] {
    const { last } = this;
    if (last?.document !== document || !before.startsWith(last.before)) return [];
    return [...this.lists].flatMap(([length, rests]) => {
      const typed = before.slice(length);
      return typed ? rests.filter((rest) => rest.startsWith(typed)).map((rest) => rest.slice(typed.length)) : [];
    });
  }

  /** `candidates` are shown: those shown before that go on in another way than the writer did were passed over. */
  shown(document: string, before: string, candidates: readonly Candidate[]): void {
    const { last } = this;
    this.last = { document, before, candidates: candidates.slice(0, examined) };
    if (last?.document !== document || !before.startsWith(last.before)) {
      this.passedOver.clear();
      this.lists.clear();
      return;
    }
    const typed = before.slice(last.before.length);
    if (!typed) return;
    for (const { kind, insertText, filterText, historyKey } of last.candidates) {
      if (kind === 'snippet' || this.passedOver.has(historyKey)) continue;
      // After letters nothing is known: the input method may still replace them.
      if (!insertText.startsWith(filterText) || insertText.startsWith(filterText + typed)) continue;
      if (typed.startsWith(insertText.slice(filterText.length))) continue;
      this.passedOver.add(historyKey);
      this.history.ignore(historyKey);
    }
  }

  accepted(historyKey: string): void {
    this.last = undefined;
    this.history.accept(historyKey);
  }
}
