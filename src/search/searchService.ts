import type { Article } from '../library/article';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Library } from '../library/library';
import type { Steps } from '../base/slices';
import { finishInSlices } from '../base/slices';
import { findPassages } from './findPassages';
import type { IndexKeeper } from './persistence/indexPersistence';
import type { QueryProblem } from './query/query';
import { parseQuery } from './query/query';
import type { Writing } from './related';
import { findRelated } from './related';
import { SearchIndex } from './index/searchIndex';
import type { SearchHit } from './ranking/searchHit';
import { toHit } from './ranking/searchHit';

export type { Writing } from './related';
export type { SearchHit } from './ranking/searchHit';
export type { QueryProblem, QueryProblemCode } from './query/query';

export interface SearchOptions {
  /** Most hits wanted; 50 unless told. */
  readonly limit?: number;
  /** Asked now and then; once it is true the search ends with no hits. */
  readonly cancelled?: () => boolean;
  /** Whether to search in what is indexed so far when the index takes long; then `SearchResult.partial` says so. */
  readonly impatient?: boolean;
}

/** What a search found. */
export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Number of passages found, of which `hits` are the best. */
  readonly total: number;
  /** What is wrong with the query. */
  readonly problems: readonly QueryProblem[];
  /** Whether parts of the library were not indexed yet. */
  readonly partial: boolean;
}

/** How far indexing is: passages done, of all that have to be. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

const defaultLimit = 50;
/** An impatient search waits as long for the index; a small library takes less. */
const patience = 150;
const passagesAProgress = 500;
/** Milliseconds without changes after which the index is looked after. */
const tidyDelay = 3000;
/** Share of the index that may be loose; what is takes four times the memory. */
const mostLoose = 0.25;

/**
 * Searches a library. Nothing is indexed before it is needed; the index is then opened as it was kept, or built, in
 * slices of a few milliseconds, and changes of the library are taken over in the same way before the next search.
 */
export class SearchService implements Disposable {
  private index = new SearchIndex();
  /** Articles in the index, by id. */
  private readonly indexed = new Map<string, Article>();
  /** Places of the articles in the library. */
  private places: ReadonlyMap<Article, number> = new Map();
  /** Articles that the index was last made to agree with. */
  private agreed: readonly Article[] | undefined;
  private updating: Promise<void> = Promise.resolve();
  private opened = false;
  private disposed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Passages that came or went since the index was last looked after. */
  private untidy = 0;
  private readonly progressed = new Emitter<Progress | undefined>();
  /** Fires while the index is built, and with undefined at the end. */
  readonly onDidProgress: Event<Progress | undefined> = this.progressed.event;

  /** @param keeper keeps the index between sessions; without one it is built in each */
  constructor(
    private readonly library: Pick<Library, 'articles' | 'load'>,
    private readonly keeper?: IndexKeeper,
  ) {}

  /** Resolves when the library is loaded and the index agrees with it. */
  async ready(): Promise<void> {
    await this.library.load();
    // The library gives the same array until something changes.
    if (this.library.articles === this.agreed) return;
    const update = (): Promise<void> => this.update();
    // One after the other, whatever became of the one before.
    await (this.updating = this.updating.then(update, update));
  }

  /**
   * Finds the passages closest to what is being written that the draft does not hold yet, best first.
   * @param limit most hits wanted
   */
  async related(writing: Writing, limit: number): Promise<readonly SearchHit[]> {
    await Promise.race([this.ready(), after(patience)]);
    return findRelated(writing, this.index).slice(0, limit).map(toHit);
  }

  /** Packs the index tight and keeps it, as is done by itself after a while without changes. Never rejects. */
  settled(): Promise<void> {
    clearTimeout(this.timer);
    const tidy = (): Promise<void> => this.tidy();
    return (this.updating = this.updating.then(tidy, tidy));
  }

  /** Does nothing more of itself. */
  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.progressed.dispose();
  }

  /** Searches with a query as typed; see `parseQuery` for its language. Never rejects for what the query is. */
  async search(
    text: string,
    { limit = defaultLimit, cancelled = () => false, impatient = false }: SearchOptions = {},
  ): Promise<SearchResult> {
    const query = parseQuery(text);
    const ready = this.ready();
    await (impatient ? Promise.race([ready, after(patience)]) : ready);
    const partial = this.library.articles !== this.agreed;
    if (cancelled()) return { hits: [], total: 0, problems: query.problems, partial };
    const found = findPassages(query, this.index, limit, (article) => this.places.get(article) ?? Infinity);
    return { hits: found.ranked.slice(0, limit).map(toHit), total: found.total, problems: query.problems, partial };
  }

  /** Makes the index agree with the library. */
  private async update(): Promise<void> {
    const { articles } = this.library;
    if (articles === this.agreed) return;
    this.places = new Map(articles.map((article, place) => [article, place]));
    if (!this.opened) await this.open(articles);
    await finishInSlices(this.exchange(articles));
    const current = new Set(articles);
    const gone = [...this.indexed.values()].filter((article) => !current.has(article));
    // After a reload of everything the index is built anew.
    if (gone.length * 2 > this.indexed.size) {
      this.index = new SearchIndex();
      this.indexed.clear();
    }
    for (const { id } of gone) {
      this.index.remove(id);
      this.indexed.delete(id);
    }
    const fresh = articles.filter((article) => this.indexed.get(article.id) !== article);
    await finishInSlices(this.addAll(fresh));
    // Before anything can change, so that nobody searches a library that the index does not know.
    this.agreed = articles;
    this.progressed.fire(undefined);
    this.untidy += passagesIn(gone) + passagesIn(fresh);
    clearTimeout(this.timer);
    if (!this.disposed) this.timer = setTimeout(() => void this.settled(), tidyDelay);
  }

  /** Begins with what was kept. */
  private async open(articles: readonly Article[]): Promise<void> {
    this.opened = true;
    const index = await this.keeper?.open(articles);
    if (!index) return;
    this.index = index;
    for (const { article } of index.articles) this.indexed.set(article.id, article);
  }

  private async tidy(): Promise<void> {
    const changed = this.untidy;
    this.untidy = 0;
    if (this.index.changes > mostLoose * this.index.size) await finishInSlices(this.index.seal());
    await this.keeper?.keep(this.index, changed);
  }

  /** A reload gives articles anew that say what they said before. */
  private *exchange(articles: readonly Article[]): Steps<void> {
    for (const article of articles) {
      const old = this.indexed.get(article.id);
      if (!old || old === article || old.text !== article.text || old.title !== article.title) continue;
      if (!this.index.exchange(article)) continue;
      this.indexed.set(article.id, article);
      yield;
    }
  }

  private *addAll(articles: readonly Article[]): Steps<void> {
    const of = passagesIn(articles);
    let done = 0;
    for (const article of articles) {
      this.indexed.set(article.id, article);
      const steps = this.index.add(article);
      while (!steps.next().done) {
        if (done++ % passagesAProgress === 0) this.progressed.fire({ done, of });
        yield;
      }
    }
  }
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const passagesIn = (articles: readonly Article[]): number =>
  articles.reduce((total, { passages }) => total + passages.length, 0);
