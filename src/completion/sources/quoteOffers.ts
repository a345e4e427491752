import type { Candidate } from '../candidate';
import type { Place } from '../corpus/concordance';
import { habitKey } from '../ranking/acceptanceHistory';
import type { Offered } from './phraseOffers';
import type { QuoteTable } from '../corpus/quotes';

/** Typed characters of a quote that make it as likely as not that the quote is wanted. */
const evenChance = 8;

/** Quotes that go on from `before`, the text of the line before the cursor. */
export const begunQuotes = (quotes: QuoteTable, before: string): readonly Offered[] => {
  const begun = quotes.begun(before);
  return begun.map(({ typed, ...place }) => ({
    text: place.passage.text.slice(typed),
    habit: habitKey('', place.passage.text),
    likelihood: typed / (typed + evenChance) / begun.length,
    candidate: () => toCandidate(place, before.slice(before.length - typed)),
  }));
};

/** Quotes that `latin` spells. */
export const spelledQuotes = (quotes: QuoteTable, latin: string): readonly Offered[] => {
  const spelled = quotes.spelled(latin);
  return spelled.map((place) => ({
    text: place.passage.text,
    habit: habitKey('', place.passage.text),
    likelihood: latin.length / (latin.length + evenChance) / spelled.length,
    candidate: () => toCandidate(place, latin),
  }));
};

const toCandidate = (place: Place, replaced: string): Candidate => ({
  kind: 'quote',
  label: place.passage.text,
  insertText: place.passage.text,
  isSnippet: false,
  replaces: replaced.length,
  filterText: replaced,
  habit: habitKey('', place.passage.text),
  ...place,
  score: 0,
});
