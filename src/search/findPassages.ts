import type { Article } from '../library/article';
import { articleTest } from './query/filters';
import { fold } from '../text/fold';
import type { Entry } from './index/entry';
import type { Term } from './ranking/occurrences';
import { isIn, nearlyIn } from './ranking/occurrences';
import type { Query } from './query/query';
import type { Ranked, Wanted } from './ranking/ranking';
import { rank } from './ranking/ranking';
import type { ChosenEntries, SearchIndex } from './index/searchIndex';
import { resolveWords, termsOf } from './query/resolveQuery';

/** Terms times passages that are ranked for one query: about two milliseconds. */
const maximumWork = 4000;
const fewestRanked = 100;
const mostRanked = 200;
/** Of pinyin, passages with any of its meanings are candidates, and they must be told apart by ranking. */
const mostRankedForPinyin = 400;
/** A partial match is worth showing when it has this much of what the best one has. */
const partialShare = 0.5;

/** Passages that a query asks for. */
export interface Found {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** How many there are; of very many only the most promising are ranked. */
  readonly total: number;
}

/**
 * Finds the passages that a query asks for, best first: those with all that is wanted and, when no text has it all, the
 * best partial matches too. Title and headings count for the passages below them; where nothing else matches, one passage
 * stands for all below. A query of filters alone lists the first passages of the articles, and every quote and phrase.
 * @param limit hits that are wanted at least, if there are as many
 * @param place of an article in the library; decides between equals, and then the place in the article
 */
export function findPassages(
  query: Query,
  index: SearchIndex,
  limit: number,
  place: (article: Article) => number,
): Found {
  const allowed = allowedBy(query);
  const inOrder = (a: Ranked, b: Ranked): number =>
    b.score - a.score || place(a.entry.article) - place(b.entry.article) || offsetOf(a) - offsetOf(b);

  const wanted = resolveWords(query, index);
  if (wanted.length === 0) {
    const onlyFilters = query.filters.length > 0 && query.words.length + query.phrases.length === 0;
    const browsed = onlyFilters ? browse(index, allowed ?? (() => true)).sort(inOrder) : [];
    return { ranked: browsed, total: browsed.length };
  }
  const terms = termsOf(wanted);
  const { entries, rest } = choose(index, wanted, terms, limit, allowed);
  const ranked = entries.flatMap((entry) => rank(entry, wanted, index.averageLength(entry.passage.kind)) ?? []);
  const shown = standIns(worthShowing(ranked)).sort(inOrder);
  return { ranked: shown, total: shown.length + rest };
}

/** A test for what the query excludes and filters; undefined when it does neither. */
function allowedBy({ filters, excluded }: Query): ((entry: Entry) => boolean) | undefined {
  const parts = excluded.map((text) => fold(text).text).filter(Boolean);
  if (filters.length + parts.length === 0) return undefined;
  const passes = articleTest(filters);
  return ({ article, text, section }) =>
    passes(article) && !parts.some((part) => isIn(text, part) || isIn(section.above, part));
}

function choose(
  index: SearchIndex,
  wanted: readonly Wanted[],
  terms: readonly Term[],
  limit: number,
  allowed: ((entry: Entry) => boolean) | undefined,
): ChosenEntries {
  const pinyin = wanted.some(({ wordings }) => wordings.length > 1);
  const most = Math.min(Math.max(Math.floor(maximumWork / terms.length), fewestRanked), mostRanked);
  const verbatim = wanted.filter((word) => word.verbatim);
  const holdsWhole = ({ text, section }: Entry, words: readonly Wanted[]): boolean =>
    words.every(({ wordings }) =>
      wordings.some((wording) => isIn(text, wording.text) || isIn(section.above, wording.text)),
    );
  const strict =
    verbatim.length > 0 ? (entry: Entry) => (allowed?.(entry) ?? true) && holdsWhole(entry, verbatim) : allowed;
  // Whatever has a word of several tokens in one piece, or nearly, comes first.
  const long = wanted.filter(({ wordings: [first] }) => (first?.terms.length ?? 0) > 1);
  const preferred = ({ text }: Entry): boolean =>
    long.every(({ wordings }) => wordings.some((wording) => isIn(text, wording.text) || nearlyIn(text, wording.text)));
  return index.candidates(terms, {
    most: Math.max(limit, pinyin ? mostRankedForPinyin : most),
    // One meaning is enough, and some passages have many.
    least: pinyin ? 0 : undefined,
    all: !pinyin,
    allowed: strict,
    preferred: long.length > 0 ? preferred : undefined,
  });
}

const offsetOf = ({ entry }: Ranked): number => entry.passage.offset;

function browse(index: SearchIndex, allowed: (entry: Entry) => boolean): Ranked[] {
  const shown = (entry: Entry): boolean =>
    (entry.passage.kind !== 'paragraph' || entry.article.passages[0] === entry.passage) && allowed(entry);
  return Array.from(index.entries())
    .filter(shown)
    .map((entry) => ({ entry, score: 0, complete: true, share: 1, field: 'filter', wordings: [] }));
}

function worthShowing(ranked: readonly Ranked[]): readonly Ranked[] {
  const complete = ranked.filter((hit) => hit.complete);
  if (complete.some(({ field }) => field === 'text')) return complete;
  const best = ranked.reduce((most, { share }) => Math.max(most, share), 0);
  return ranked.filter(({ share }) => share >= partialShare * best);
}

/** Of the passages that only a title or a heading brings up, the first below it stands for all. */
function standIns(ranked: readonly Ranked[]): Ranked[] {
  const first = new Map<string, Ranked>();
  for (const hit of ranked) {
    const key = hit.field === 'text' ? '' : `${hit.entry.article.id}\n${matchedHeading(hit)}`;
    const known = first.get(key);
    if (!known || offsetOf(hit) < offsetOf(known)) first.set(key, hit);
  }
  first.delete('');
  return [...ranked.filter(({ field }) => field === 'text'), ...first.values()];
}

/** Heading path down to the outermost heading that matches; empty for a title. */
function matchedHeading({ entry, field, wordings }: Ranked): string {
  if (field !== 'heading') return '';
  const path = entry.section.headings.split('\n');
  const terms = wordings.flatMap((wording) => wording.terms);
  const depth = path.findIndex((heading) => terms.some(({ text }) => isIn(heading, text)));
  return path.slice(0, depth + 1).join('\n');
}
