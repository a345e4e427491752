import type { Steps } from '../../base/slices';
import { fold } from '../../text/fold';
import type { SearchIndex } from '../index/searchIndex';
import type { Postings } from '../index/flexSearch';
import { tokenize } from '../index/tokenize';
import { isIn } from '../ranking/terms';
import { articleTest } from './filters';
import type { Query } from './query';

/** Looked at in one step. */
const articlesAtOnce = 100;
const passagesAtOnce = 20_000;
const readAtOnce = 50;

/**
 * Which passages the filters and exclusions of a query leave, by number: 1 where one may be found, else 0. Undefined when
 * the query has neither. In steps. Filters are tested once an article; exclusions only where the index says that they may be.
 */
export function* allowedPassages(query: Query, index: SearchIndex): Steps<Uint8Array | undefined> {
  const { filters, excluded, excludedKinds } = query;
  if (filters.length + excluded.length + excludedKinds.length === 0) return undefined;
  const { table } = index;
  const allowed = new Uint8Array(table.end);
  const passes = articleTest(filters);
  for (const [at, { article, firstPassage, passages }] of index.articles.entries()) {
    if (passes(article)) allowed.fill(1, firstPassage, firstPassage + passages);
    if (at % articlesAtOnce === 0) yield;
  }
  if (excludedKinds.length > 0) {
    for (let id = 0; id < table.end; id++) {
      if (excludedKinds.some((kind) => table.isOfKind(id, kind))) allowed[id] = 0;
      if (id % passagesAtOnce === 0) yield;
    }
  }
  for (const text of excluded) yield* exclude(fold(text).text, index, allowed);
  return allowed;
}

/** Takes out the passages that hold `part`, or stand below a title or heading that does. */
function* exclude(part: string, { table, postings }: SearchIndex, allowed: Uint8Array): Steps<void> {
  let read = 0;
  const tokens = tokenize(part);
  // A passage that has the only token has the part.
  const sure = tokens.length === 1 && tokens[0] === part;
  for (const id of fewest(tokens.map((token) => postings.passages.postings(token)))) {
    if (allowed[id] && (sure || isIn(table.passage(id)?.text ?? '', part))) allowed[id] = 0;
    if (read++ % readAtOnce === 0) yield;
  }
  for (const id of fewest(tokens.map((token) => postings.contexts.postings(token)))) {
    const context = table.context(id);
    if (context && (isIn(context.title, part) || isIn(context.headings, part))) {
      allowed.fill(0, context.first, context.end);
    }
    if (read++ % readAtOnce === 0) yield;
  }
}

/** The numbers on the shortest of the groups of lists. */
function* fewest(groups: readonly (readonly Postings[])[]): Generator<number> {
  const length = (lists: readonly Postings[]): number => lists.reduce((total, list) => total + list.length, 0);
  const [shortest] = [...groups].sort((a, b) => length(a) - length(b));
  for (const list of shortest ?? []) yield* Array.from(list);
}
