import type { Candidate, PassageRef } from '../candidate';
import { historyKeyOf } from '../ranking/acceptanceHistory';
import type { CandidateOffer } from './phraseOffers';
import type { QuoteTable } from '../corpus/quotes';

/** Typed characters of a quote that make it as likely as not that the quote is wanted. */
const evenChance = 8;

/** Quotes that go on from `before`, the text of the line before the cursor. */
export const begunQuotes = (quotes: QuoteTable, before: string): readonly CandidateOffer[] => {
  const begun = quotes.begun(before);
  return begun.map(({ typed, ...quote }) => ({
    text: quote.passage.text.slice(typed),
    once: true,
    historyKey: historyKeyOf('', quote.passage.text),
    likelihood: typed / (typed + evenChance) / begun.length,
    candidate: () => toCandidate(quote, before.slice(before.length - typed)),
  }));
};

/** Quotes that begin with what `pinyin` stands for. */
export const spelledQuotes = (quotes: QuoteTable, pinyin: string): readonly CandidateOffer[] => {
  const spelled = quotes.spelled(pinyin);
  return spelled.map((quote) => ({
    text: quote.passage.text,
    historyKey: historyKeyOf('', quote.passage.text),
    likelihood: pinyin.length / (pinyin.length + evenChance) / spelled.length,
    candidate: () => toCandidate(quote, pinyin),
  }));
};

const toCandidate = (quote: PassageRef, replaced: string): Candidate => ({
  kind: 'quote',
  label: quote.passage.text,
  insertText: quote.passage.text,
  isSnippet: false,
  replaces: replaced.length,
  filterText: replaced,
  historyKey: historyKeyOf('', quote.passage.text),
  ...quote,
  score: 0,
});
