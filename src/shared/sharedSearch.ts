// Retrieval from the shared library. The server hands out the posting lists of the rarest terms, and then a bounded number of passages; what
// a query means, putting the lists together, ranking and excerpts are our own code, with the server's statistics.
// Cost on the server: reading these lists, and at most `scanned` passages. Rejected: full text search of PostgreSQL, which knows neither
// Chinese nor document frequency; GIN indexes, which take the server five times as long to fill and to ask (bench/RESULTS.md); ranking on
// the server, whose processors serve all readers.
import { Emitter } from '../base/event';
import type { Article, PassageKind } from '../library/article';
import { findPassages } from '../search/findPassages';
import { tokenize } from '../search/index/tokenize';
import type { PassageSearch, Progress, SearchHit, SearchOptions, SearchResult, Writing } from '../search/passageSearch';
import type { Query } from '../search/query/query';
import { parseQuery } from '../search/query/query';
import { resolveWords } from '../search/query/resolveQuery';
import { toHit } from '../search/ranking/searchHit';
import { findRelated } from '../search/related';
import { finishInSlices } from '../base/slices';
import { fold } from '../text/fold';
import { candidateArticles } from './candidateArticles';
import { CandidateIndex } from './candidateIndex';
import { candidateRows } from './candidateRows';
import type { Connection } from './connection';
import { Frequencies } from './frequencies';
import { Retrieval } from './retrieval';
import { kinds } from './terms';

const defaultLimit = 50;
/** Candidates that are ranked, unless more are to be shown. */
const usualCandidates = 60;
const mostCandidates = 300;
/** That many more than are to be shown, as some fall out. */
const spare = 20;
/** Terms of a query that are looked up: those of a long sentence, and of a paragraph. */
const mostTerms = 64;
const mostTermsOfParagraph = 128;
const mostRelated = 100;
const totalsHoldMilliseconds = 60_000;

interface Totals {
  readonly passages: number;
  readonly averageLength: (kind: PassageKind) => number;
}

/** Searches the shared library. */
export class SharedSearch implements PassageSearch {
  readonly onDidProgress = new Emitter<Progress | undefined>().event;
  private totals: { readonly value: Promise<Totals>; readonly until: number } | undefined;

  constructor(private readonly connection: Connection) {}

  async ready(): Promise<void> {
    await this.totalsNow();
  }

  /** @throws SharedFault */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { limit = defaultLimit, offset = 0, facet } = options;
    const query = parseQuery(text);
    const most = Math.min(mostCandidates, Math.max(usualCandidates, offset + limit + spare));
    const { index, articles } = await this.indexFor(query, most);
    const words = await finishInSlices(resolveWords(query, index));
    const page = { limit, offset, facet };
    const { ranked, phrases, ...found } = await finishInSlices(findPassages(query, words, index, articles, page));
    const about = { problems: query.problems, filterValues: [], catchingUp: false };
    return { ...found, ...about, hits: ranked.map(toHit), phrases: phrases.map(toHit) };
  }

  /** @throws SharedFault */
  async related(writing: Writing, limit: number): Promise<readonly SearchHit[]> {
    const query = { ...parseQuery(''), words: [writing.paragraph] };
    const { index } = await this.indexFor(query, mostRelated, mostTermsOfParagraph);
    return (await finishInSlices(findRelated(writing, index))).slice(0, limit).map(toHit);
  }

  private async indexFor(
    query: Query,
    most: number,
    terms = mostTerms,
  ): Promise<{ readonly index: CandidateIndex; readonly articles: readonly Article[] }> {
    const words = [...query.words, ...query.phrases].map((word) => fold(word).text);
    const totals = await this.totalsNow();
    const frequencies = new Frequencies(this.connection);
    await frequencies.learn([...new Set(words.flatMap((word) => tokenize(word)))].slice(0, terms));
    const retrieval = new Retrieval(this.connection, query, { frequencies, passages: totals.passages, most });
    const articles = candidateArticles(await candidateRows({ words, frequencies, retrieval }));
    const index = new CandidateIndex(articles, {
      ...totals,
      documentFrequency: (token) => frequencies.inTexts(token),
    });
    return { index, articles };
  }

  /** Numbers and average lengths, which change slowly. */
  private totalsNow(): Promise<Totals> {
    const now = Date.now();
    if (this.totals && this.totals.until > now) return this.totals.value;
    const value = this.readTotals();
    this.totals = { value, until: now + totalsHoldMilliseconds };
    value.catch(() => (this.totals = undefined));
    return value;
  }

  private async readTotals(): Promise<Totals> {
    const rows = await this.connection.query(
      'SELECT kind, sum(passages) AS passages, sum(characters) AS characters FROM gongwen.total GROUP BY kind',
    );
    const lengths = new Map(
      rows.map((row) => [kinds[Number(row.kind)], Number(row.characters) / Math.max(1, Number(row.passages))]),
    );
    return {
      passages: rows.reduce((sum, row) => sum + Number(row.passages), 0),
      averageLength: (kind) => lengths.get(kind) ?? 0,
    };
  }
}
