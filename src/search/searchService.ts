import type { Article, Passage } from '../library/article';
import type { Library } from '../library/library';
import { inSlices } from '../library/slices';
import { findPassages } from './findPassages';
import type { QueryProblem } from './query';
import { parseQuery } from './query';
import { SearchIndex } from './searchIndex';
import type { SearchHit } from './searchHit';
import { toHit } from './searchHit';

export type { SearchHit } from './searchHit';
export type { QueryProblem, QueryProblemCode } from './query';

export interface SearchOptions {
  /** Most hits wanted; 50 unless told. */
  readonly limit?: number;
  /** Asked now and then; once it is true the search ends with no hits. */
  readonly cancelled?: () => boolean;
}

/** What a search found. */
export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Number of passages found, of which `hits` are the best. At most about 1,300 are looked at. */
  readonly total: number;
  /** What is wrong with the query. */
  readonly problems: readonly QueryProblem[];
}

const defaultLimit = 50;

/**
 * Searches a library. Nothing is indexed before it is needed; the index is then built in slices of a few milliseconds, and
 * changes of the library are taken over in the same way before the next search.
 */
export class SearchService {
  private index = new SearchIndex();
  /** Articles in the index, by id. */
  private readonly indexed = new Map<string, Article>();
  /** Places of the articles in the library. */
  private places: ReadonlyMap<Article, number> = new Map();
  /** Articles that the index was last made to agree with. */
  private agreed: readonly Article[] | undefined;
  private updating: Promise<void> = Promise.resolve();

  constructor(private readonly library: Pick<Library, 'articles' | 'load'>) {}

  /** Resolves when the library is loaded and the index agrees with it. */
  async ready(): Promise<void> {
    await this.library.load();
    const update = (): Promise<void> => this.update();
    // One after the other, whatever became of the one before.
    await (this.updating = this.updating.then(update, update));
  }

  /** Searches with a query as typed; see `parseQuery` for its language. Never rejects for what the query is. */
  async search(
    text: string,
    { limit = defaultLimit, cancelled = () => false }: SearchOptions = {},
  ): Promise<SearchResult> {
    const query = parseQuery(text);
    await this.ready();
    if (cancelled()) return { hits: [], total: 0, problems: query.problems };
    const found = findPassages(query, this.index, (article) => this.places.get(article) ?? 0);
    return { hits: found.slice(0, limit).map(toHit), total: found.length, problems: query.problems };
  }

  /** Makes the index agree with the library. */
  private async update(): Promise<void> {
    // The library gives the same array until something changes.
    const { articles } = this.library;
    if (articles === this.agreed) return;
    const current = new Set(articles);
    const gone = [...this.indexed.values()].filter((article) => !current.has(article));
    // Removing costs more than adding: after a reload of everything the index is built anew.
    if (gone.length * 2 > this.indexed.size) {
      this.index = new SearchIndex();
      this.indexed.clear();
    }
    await inSlices(gone, ({ id }) => {
      this.index.remove(id);
      this.indexed.delete(id);
    });
    const fresh = articles.filter((article) => this.indexed.get(article.id) !== article);
    await inSlices(passagesOf(fresh), ([article, passage]) => {
      this.indexed.set(article.id, article);
      this.index.add(article, passage);
    });
    this.places = new Map(articles.map((article, place) => [article, place]));
    this.agreed = articles;
  }
}

function* passagesOf(articles: readonly Article[]): Generator<readonly [Article, Passage]> {
  for (const article of articles) for (const passage of article.passages) yield [article, passage];
}
