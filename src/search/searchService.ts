import type { Article } from '../library/article';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Library } from '../library/library';
import { passageCount } from '../library/storedArticle';
import type { Steps } from '../base/slices';
import { finishInSlices, finishUnless, Slice } from '../base/slices';
import { findPassages } from './findPassages';
import type { Found, Page } from './found';
import type { IndexPersistence } from './persistence/indexPersistence';
import type { PassageSearch, Progress, SearchOptions, SearchResult, Writing } from './passageSearch';
import { completeFilter } from './query/filterCompletion';
import type { Query } from './query/query';
import { parseQuery } from './query/query';
import { resolveWords } from './query/resolveQuery';
import { findRelated } from './related';
import { SearchIndex } from './index/searchIndex';
import type { SearchHit } from './ranking/searchHit';
import { toHit } from './ranking/searchHit';

export type * from './passageSearch';

const defaultLimit = 50;
/** An impatient search waits as long for the index; a small library takes less. */
const patience = 150;
const passagesAProgress = 500;
const defaultTidyDelay = 3000;
/** Share of the index that may be loose; what is takes four times the memory. */
const mostLoose = 0.25;

/**
 * Searches a library. Nothing is indexed before it is needed; the index is then opened as it was kept, or built, in
 * slices of a few milliseconds, and changes of the library are taken over in the same way before the next search. A search
 * works in slices, too; it has an index that does not change meanwhile, because what changes it waits.
 */
export class SearchService implements PassageSearch, Disposable {
  private index = new SearchIndex();
  /** Articles in the index, by id. */
  private readonly indexed = new Map<string, Article>();
  /** Articles that the index was last made to agree with. */
  private agreed: readonly Article[] | undefined;
  private updating: Promise<void> = Promise.resolve();
  /** Searches under way. */
  private searches = 0;
  private readonly searching = new Slice();
  private readonly changing = new Slice(() => this.searches > 0);
  private opened = false;
  private later: Promise<void> | undefined;
  private disposed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Passages that came or went since the index was last looked after. */
  private untidy = 0;
  private readonly progressed = new Emitter<Progress | undefined>();
  /** Fires while the index is built, and with undefined at the end. */
  readonly onDidProgress: Event<Progress | undefined> = this.progressed.event;

  /**
   * @param persistence keeps the index between sessions; without one it is built in each
   * @param tidyDelay milliseconds without changes after which the index is looked after
   */
  constructor(
    private readonly library: Pick<Library, 'articles' | 'load'> & Partial<Pick<Library, 'catchingUp' | 'caughtUp'>>,
    private readonly persistence?: IndexPersistence,
    private readonly tidyDelay = defaultTidyDelay,
  ) {}

  async ready(): Promise<void> {
    await this.library.load();
    // What is read later is indexed later, whether somebody asks or not; what fails then fails again for who asks.
    this.later ??= this.library
      .caughtUp?.()
      .then(() => this.ready())
      .catch(() => undefined);
    // The library gives the same array until something changes.
    if (this.library.articles === this.agreed) return;
    const update = (): Promise<void> => this.update();
    // One after the other, whatever became of the one before.
    await (this.updating = this.updating.then(update, update));
  }

  async related(writing: Writing, limit: number): Promise<readonly SearchHit[]> {
    await Promise.race([this.ready(), after(patience)]);
    const found = await this.look(findRelated(writing, this.index));
    return found?.slice(0, limit).map(toHit) ?? [];
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

  async search(text: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { limit = defaultLimit, offset = 0, facet, cancelled = () => false, impatient = false } = options;
    const query = parseQuery(text);
    const ready = this.ready();
    await (impatient ? Promise.race([ready, after(patience)]) : ready);
    const about = {
      problems: query.problems,
      filterValues: completeFilter(text, this.library.articles),
      catchingUp: this.library.catchingUp === true || this.library.articles !== this.agreed,
    };
    if (cancelled()) return { ...nothing, ...about };
    const looked = await this.look(
      findAll(query, this.index, this.library.articles, { limit, offset, facet }),
      cancelled,
    );
    if (!looked) return { ...nothing, ...about };
    const { ranked, phrases, ...found } = looked;
    return { ...found, ...about, hits: ranked.map(toHit), phrases: phrases.map(toHit) };
  }

  /** Takes the steps of a search; undefined when it was cancelled. */
  private async look<T>(steps: Steps<T>, cancelled = (): boolean => false): Promise<T | undefined> {
    this.searches++;
    try {
      return await finishUnless(cancelled, steps, this.searching);
    } finally {
      this.searches--;
    }
  }

  /** Makes the index agree with the library. */
  private async update(): Promise<void> {
    const { articles } = this.library;
    if (articles === this.agreed) return;
    if (!this.opened) await this.open(articles);
    await finishInSlices(this.exchange(articles), this.changing);
    const current = new Set(articles);
    const gone = [...this.indexed.values()].filter((article) => !current.has(article));
    // After a reload of everything the index is built anew.
    if (gone.length * 2 > this.indexed.size) {
      this.index = new SearchIndex();
      this.indexed.clear();
    } else {
      await finishInSlices(this.removeAll(gone), this.changing);
    }
    const fresh = articles.filter((article) => this.indexed.get(article.id) !== article);
    await finishInSlices(this.addAll(fresh), this.changing);
    // Before anything can change, so that nobody searches a library that the index does not know.
    this.agreed = articles;
    this.progressed.fire(undefined);
    this.untidy += passagesIn(gone) + passagesIn(fresh);
    clearTimeout(this.timer);
    if (!this.disposed) this.timer = setTimeout(() => void this.settled(), this.tidyDelay);
  }

  /** Begins with what was kept. */
  private async open(articles: readonly Article[]): Promise<void> {
    this.opened = true;
    const index = await this.persistence?.open(articles);
    if (!index) return;
    this.index = index;
    for (const { article } of index.articles) this.indexed.set(article.id, article);
  }

  private async tidy(): Promise<void> {
    const changed = this.untidy;
    this.untidy = 0;
    if (this.index.changes > mostLoose * this.index.size) await finishInSlices(this.index.seal(), this.changing);
    await this.persistence?.keep(this.index, changed, this.changing);
  }

  /** A reload gives articles anew that say what they said before. */
  private *exchange(articles: readonly Article[]): Steps<void> {
    for (const article of articles) {
      const old = this.indexed.get(article.id);
      if (!old || old === article || old.title !== article.title || old.text !== article.text) continue;
      if (!this.index.exchange(article)) continue;
      this.indexed.set(article.id, article);
      yield;
    }
  }

  private *removeAll(articles: readonly Article[]): Steps<void> {
    for (const { id } of articles) {
      this.index.remove(id);
      this.indexed.delete(id);
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
    yield* this.index.flush();
  }
}

/** Both halves of a search, in the same index even if another takes its place meanwhile. */
function* findAll(query: Query, index: SearchIndex, articles: readonly Article[], page: Page): Steps<Found> {
  return yield* findPassages(query, yield* resolveWords(query, index), index, articles, page);
}

const nothing = {
  hits: [],
  total: 0,
  phrases: [],
  facets: { paragraph: 0, quote: 0, phrase: 0, article: 0 },
  words: [],
  partial: false,
};

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const passagesIn = (articles: readonly Article[]): number =>
  articles.reduce((total, article) => total + passageCount(article), 0);
