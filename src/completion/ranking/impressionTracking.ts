import type { Candidate, OfferedBefore } from '../candidate';
import type { AcceptanceHistory } from './acceptanceHistory';
import type { Offer } from './chooseBest';
import { examined } from './chooseBest';

/** By how much typing what stood first, instead of taking it with one key, lowers the odds that it is wanted. */
const typedOver = 0.25;

/**
 * Lowers the likelihood of what stood first in a list before and was typed instead of taken. What stood further down keeps
 * its own: writers type on to bring that to the top.
 */
export function lessIfTypedOver<T extends Offer>(offered: readonly OfferedBefore[] = []): (offer: T) => T {
  const first = offered.filter((before) => before.first && before.rest !== '');
  return (offer) => {
    if (!first.some(({ rest }) => offer.text.startsWith(rest))) return offer;
    const wanted = typedOver * Math.min(offer.likelihood, 1);
    return { ...offer, likelihood: wanted / (wanted + Math.max(1 - offer.likelihood, 0)) };
  };
}

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
  private readonly lists = new Map<number, readonly OfferedBefore[]>();

  constructor(private readonly history: AcceptanceHistory) {}

  /** A list shows `candidates`. */
  listed(document: string, before: string, candidates: readonly Candidate[]): void {
    this.shown(document, before, candidates);
    const offers = candidates.slice(0, examined).flatMap(({ kind, insertText, filterText }, place) => {
      const continues = kind !== 'snippet' && insertText.startsWith(filterText);
      return continues ? [{ rest: insertText.slice(filterText.length), first: place === 0 }] : [];
    });
    this.lists.set(before.length, offers);
  }

  /** What lists offered before on this line and the writer has typed the beginning of: the rest of each. */
  offered(document: string, before: string): readonly OfferedBefore[] {
    const { last } = this;
    if (last?.document !== document || !before.startsWith(last.before)) return [];
    return [...this.lists].flatMap(([length, offers]) => {
      const typed = before.slice(length);
      const begun = typed ? offers.filter(({ rest }) => rest.startsWith(typed)) : [];
      return begun.map(({ rest, first }) => ({ rest: rest.slice(typed.length), first }));
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
