import type { Steps } from '../base/slices';
import type { Article, PassageKind } from '../library/article';
import { isNote } from '../library/isNote';
import type { Candidates, CandidateSet } from './index/candidates';
import type { IndexedPassage } from './index/passageTable';
import type { SearchIndex } from './index/searchIndex';
import { browse } from './browse';
import type { Found, Page } from './found';
import type { FacetCounts } from './passageSearch';
import type { Query } from './query/query';
import { allowedPassages } from './query/restriction';
import { nearlyIn } from './ranking/nearMatch';
import type { Ranked } from './ranking/ranking';
import { Ranker } from './ranking/ranking';
import type { ResolvedWord } from './ranking/resolvedWord';
import { standIns } from './ranking/standIns';
import { isIn } from './ranking/terms';

/** Terms times passages that are ranked at a time: about two milliseconds. */
const blockWork = 4000;
const smallestBlock = 100;
const largestBlock = 200;
/** Of pinyin, passages with any of its meanings are candidates, and they must be told apart by ranking. */
const pinyinBlock = 200;
/** Blocks that are ranked for one page. */
const mostBlocks = 20;
/** A partial match is worth showing when it has this much of what the best one has. */
const partialShare = 0.5;
/** Phrases that are shown beside the passages. */
const mostPhrases = 5;
/** Candidates that are looked into for a verbatim phrase; of the rest ranking drops those that lack it. */
const mostVerified = 5000;

/**
 * Finds the passages that a query asks for, best first: those with all that is wanted and, when no text has it all, the
 * best partial matches. Title and headings count for the passages below them; where nothing else matches, one passage
 * stands for all below. A query of filters alone lists the first passages of the articles, and every quote and phrase.
 * In steps, between which the index may not change.
 * @param words of the query, as `resolveWords` gives them
 * @param articles the library's, in its order, which decides between equals; then the position in the article does
 */
export function* findPassages(
  query: Query,
  words: readonly ResolvedWord[],
  index: SearchIndex,
  articles: readonly Article[],
  page: Page,
): Steps<Found> {
  const allowed = yield* allowedPassages(query, index);
  if (words.length > 0) {
    const may = (id: number): boolean => allowed?.[id] !== 0 && index.table.has(id);
    const candidates = yield* index.count(words, { may });
    const found = yield* new Finding(words, index, candidates, articles, page).found();
    index.release(candidates);
    return found;
  }
  const onlyFilters = query.filters.length > 0 && query.words.length + query.phrases.length === 0;
  return yield* browse(onlyFilters ? articles : [], index, page, allowed);
}

/** Passages of some kinds that match, ranked as far as they are needed. */
interface Matches extends CandidateSet {
  readonly ranked: readonly Ranked[];
}

class Finding {
  private readonly ranker: Ranker;
  private readonly order: ReadonlyMap<Article, number>;

  constructor(
    private readonly words: readonly ResolvedWord[],
    private readonly index: SearchIndex,
    private readonly candidates: Candidates,
    articles: readonly Article[],
    private readonly page: Page,
  ) {
    this.ranker = new Ranker(words, (kind) => index.averageLength(kind));
    this.order = orderOf(articles);
  }

  *found(): Steps<Found> {
    const { facet, offset, limit } = this.page;
    const needed = offset + limit;
    const enoughMain = (ranked: readonly Ranked[]): boolean =>
      facet === 'article' ? bestOfArticles(ranked).length >= needed : facet !== undefined || ranked.length >= needed;
    const main = yield* this.matches(['paragraph', 'quote'], enoughMain);
    const phrasesNeeded = facet === 'phrase' || main.ids.length === 0 ? needed : mostPhrases;
    const phrases = notesLast(yield* this.matches(['phrase'], ({ length }) => length >= phrasesNeeded));
    const facets = yield* this.facets(main, phrases);
    const words = this.words.map(({ typed }) => typed);
    const result = (chosen: Matches, ranked: readonly Ranked[], total: number): Found => ({
      ranked: ranked.slice(offset, needed),
      total: Math.max(total, ranked.length),
      phrases: [],
      facets,
      words,
      partial: !chosen.complete && !chosen.ranked.some(({ complete }) => complete) && chosen.ranked.length > 0,
    });
    if (facet === 'phrase') return result(phrases, phrases.ranked, facets.phrase);
    if (facet === 'article') return result(main, bestOfArticles(main.ranked), facets.article);
    if (facet !== undefined) {
      const chosen = yield* this.matches([facet], ({ length }) => length >= needed);
      return result(chosen, chosen.ranked, facets[facet]);
    }
    if (main.ids.length === 0) return result(phrases, phrases.ranked, facets.phrase);
    const all = result(main, main.ranked, facets.paragraph + facets.quote);
    // Where passages have all of the query, a phrase with a part of it says nothing.
    const beside = offset > 0 || (main.complete && !phrases.complete) ? [] : phrases.ranked.slice(0, mostPhrases);
    return { ...all, phrases: beside };
  }

  /**
   * Passages of some kinds that match; ranked block by block, the heaviest candidates first, so that a further page leaves
   * the order of those before it as it was.
   * @param enough tells after each block whether another is needed
   */
  private *matches(kinds: readonly PassageKind[], enough: (ranked: readonly Ranked[]) => boolean): Steps<Matches> {
    const { index, candidates } = this;
    const { table } = index;
    const set = candidates.select({
      isWanted: (id) => kinds.some((kind) => table.isOfKind(id, kind)),
      all: true,
    });
    yield;
    const ids = yield* this.verified(set.ids);
    const ranked: Ranked[] = [];
    const size = this.blockSize();
    let rest = ids;
    for (let block = 0; rest.length > 0 && block < mostBlocks; block++) {
      const best = yield* index.best(candidates, rest, size, this.preferred());
      ranked.push(...(yield* this.rankBlock(best)));
      // Partial matches beyond the first block are noise.
      if (!set.complete || enough(ranked)) break;
      const taken = new Set(best.map(({ id }) => id));
      rest = rest.filter((id) => !taken.has(id));
      yield;
    }
    return { ids, complete: set.complete, ranked: standIns(ranked) };
  }

  private *rankBlock(passages: readonly IndexedPassage[]): Steps<readonly Ranked[]> {
    const ranked: Ranked[] = [];
    for (const passage of passages) {
      const hit = this.ranker.rank(passage);
      if (hit) ranked.push(hit);
      yield;
    }
    const position = ({ passage: { article } }: Ranked): number => this.order.get(article) ?? Infinity;
    return [...worthShowing(ranked)].sort(
      (a, b) => b.score - a.score || position(a) - position(b) || a.passage.passage.offset - b.passage.passage.offset,
    );
  }

  private blockSize(): number {
    const terms = this.words.reduce((sum, { wordings }) => sum + (wordings[0]?.terms.length ?? 0), 0);
    const size = Math.min(Math.max(Math.floor(blockWork / terms), smallestBlock), largestBlock);
    return Math.max(this.page.limit, this.words.some(({ wordings }) => wordings.length > 1) ? pinyinBlock : size);
  }

  /** Of candidates that weigh the same, those that have each word of several tokens in one piece, or nearly, come first. */
  private preferred(): ((passage: IndexedPassage) => boolean) | undefined {
    const long = this.words.filter(({ wordings: [first] }) => (first?.terms.length ?? 0) > 1);
    if (long.length === 0) return undefined;
    return ({ text }) =>
      long.every(({ wordings }) =>
        wordings.some((wording) => isIn(text, wording.text) || nearlyIn(text, wording.text)),
      );
  }

  /** Candidates that hold the verbatim words whole. */
  private *verified(ids: readonly number[]): Steps<readonly number[]> {
    const verbatim = this.words.filter((word) => word.verbatim && (word.wordings[0]?.terms.length ?? 0) > 1);
    if (verbatim.length === 0) return ids;
    const holds = (id: number): boolean => {
      const passage = this.index.table.passage(id);
      if (!passage) return false;
      const { text, context } = passage;
      return verbatim.every(({ wordings }) =>
        wordings.some((wording) => [text, context.title, context.headings].some((field) => isIn(field, wording.text))),
      );
    };
    const verified: number[] = [];
    for (const id of ids.slice(0, mostVerified)) {
      if (holds(id)) verified.push(id);
      yield;
    }
    return verified.concat(ids.slice(mostVerified));
  }

  private *facets(main: Matches, phrases: Matches): Steps<FacetCounts> {
    const { candidates } = this;
    const { table } = this.index;
    const count = ({ ids, complete, ranked }: Matches, kind: PassageKind): number => {
      const shown = ranked.filter(({ passage }) => table.isOfKind(passage.id, kind));
      if (!complete) return shown.length;
      const inText = (id: number): boolean => candidates.isInText(id);
      const above = shown.filter(({ field, passage }) => field !== 'text' && !inText(passage.id)).length;
      return ids.filter((id) => inText(id) && table.isOfKind(id, kind)).length + above;
    };
    const shown = main.complete
      ? main.ids.filter((id) => candidates.isInText(id)).map((id) => table.contextOfPassage(id)?.indexed.article)
      : [];
    yield;
    const articles = new Set([...shown, ...main.ranked.map(({ passage }) => passage.article)]);
    yield;
    const paragraph = count(main, 'paragraph');
    yield;
    const quote = count(main, 'quote');
    yield;
    const phrase = main.complete && !phrases.complete ? 0 : count(phrases, 'phrase');
    return { paragraph, quote, phrase, article: articles.size };
  }
}

/** The library gives the same array until something changes. */
const orders = new WeakMap<readonly Article[], ReadonlyMap<Article, number>>();

function orderOf(articles: readonly Article[]): ReadonlyMap<Article, number> {
  const known = orders.get(articles) ?? new Map(articles.map((article, position) => [article, position]));
  orders.set(articles, known);
  return known;
}

function worthShowing(ranked: readonly Ranked[]): readonly Ranked[] {
  const complete = ranked.filter((hit) => hit.complete);
  if (complete.some(({ field }) => field === 'text')) return complete;
  const best = ranked.reduce((most, { share }) => Math.max(most, share), 0);
  return ranked.filter(({ share }) => share >= partialShare * best);
}

/** Formulas before what is told about them: a misspelling is the closer match to what is misspelt. */
function notesLast(matches: Matches): Matches {
  const isOfNote = ({ passage: { article, passage } }: Ranked): boolean => isNote(article, passage);
  const { ranked } = matches;
  return { ...matches, ranked: [...ranked.filter((hit) => !isOfNote(hit)), ...ranked.filter(isOfNote)] };
}

/** The best passage of each article. */
function bestOfArticles(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = new Map<Article, Ranked>();
  for (const hit of ranked) if (!best.has(hit.passage.article)) best.set(hit.passage.article, hit);
  return [...best.values()];
}
