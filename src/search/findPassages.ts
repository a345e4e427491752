import type { Article } from '../library/article';
import { articleTest } from './filters';
import { fold } from './fold';
import { isIn } from './occurrences';
import type { Query } from './query';
import type { Ranked } from './ranking';
import { rank } from './ranking';
import type { Entry, SearchIndex } from './searchIndex';
import { resolveWords } from './wanted';

/** Terms times passages that are looked at for one query: a few milliseconds. */
const maximumWork = 20_000;
const fewestCandidates = 200;
const mostCandidates = 1000;
/** A partial match is worth showing when it has this much of what the best one has. */
const partialShare = 0.5;

/**
 * Finds the passages that a query asks for, best first: those with all that is wanted and, when no text has it all, the
 * best partial matches too. Title and headings count for the passages below them; where nothing else matches, one passage
 * stands for all below. A query of filters alone lists the first passages of the articles, and every quote and phrase.
 * @param place of an article in the library; decides between equals, and then the place in the article
 */
export function findPassages(query: Query, index: SearchIndex, place: (article: Article) => number): readonly Ranked[] {
  const passes = articleTest(query.filters);
  const excluded = query.excluded.map((text) => fold(text).text).filter(Boolean);
  const allowed = ({ article, text, section }: Entry): boolean =>
    passes(article) && !excluded.some((part) => isIn(text, part) || isIn(section.above, part));
  const inOrder = (a: Ranked, b: Ranked): number =>
    b.score - a.score || place(a.entry.article) - place(b.entry.article) || offsetOf(a) - offsetOf(b);

  const wanted = resolveWords(query, index);
  if (wanted.length === 0) {
    const onlyFilters = query.filters.length > 0 && query.words.length + query.phrases.length === 0;
    return onlyFilters ? browse(index, allowed).sort(inOrder) : [];
  }
  const tokens = wanted.flatMap(({ wordings }) => wordings.flatMap(({ terms }) => terms.map(({ text }) => text)));
  const most = Math.min(Math.max(Math.floor(maximumWork / tokens.length), fewestCandidates), mostCandidates);
  const ranked = index
    .candidates([...new Set(tokens)], most, query.filters.length + excluded.length > 0 ? allowed : undefined)
    .flatMap((entry) => rank(entry, wanted, index.averageLength(entry.passage.kind)) ?? []);
  return standIns(worthShowing(ranked)).sort(inOrder);
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
