import type { Article, Origin } from './article';
import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import type { Problem } from './problem';
import type { ReadResult } from './readArticle';
import { readArticle } from './readArticle';
import { Slice } from '../base/slices';
import type { ArticleSource, PackedSource, SourceChange, SourceFile } from './source';

/** A place that holds articles. */
export type Source = ArticleSource | PackedSource;

/** Articles that came and went; a replaced article is in both lists. */
export interface LibraryChange {
  readonly added: readonly Article[];
  readonly removed: readonly Article[];
}

/** A file that was read, and the source that it belongs to. */
interface Entry extends ReadResult {
  readonly source: Source;
}

/** Files of one source that are read at a time: hides the latency of remote folders. */
const readsAtATime = 8;

/**
 * All articles of all sources, kept current: one changed file is read again alone, and one bad file costs itself only.
 * A file that lies in two sources belongs to the one given first.
 */
export class Library implements Disposable {
  private readonly changed = new Emitter<LibraryChange>();
  /** Fires after articles came or went, and after the problems changed. */
  readonly onDidChange: Event<LibraryChange> = this.changed.event;
  private entries = new Map<string, Entry>();
  private listingProblems: readonly Problem[] = [];
  private subscriptions: Disposable[] = [];
  private sources: readonly Source[];
  private loading: Promise<void> | undefined;
  private sorted: readonly Article[] | undefined;
  /** Change of each file that is being read: a slow earlier read must not overwrite a later one. */
  private readonly pending = new Map<string, { readonly source: Source }>();
  private readonly slice = new Slice();
  private disposed = false;

  constructor(sources: readonly Source[]) {
    this.sources = sources;
  }

  /** In the order of the sources' origins, the writer's own first; by category and title within. */
  get articles(): readonly Article[] {
    this.sorted ??= [...this.entries.values()]
      .flatMap(({ article }) => article ?? [])
      .sort(articleOrder(this.sources.map(({ origin }) => origin)));
    return this.sorted;
  }

  /** Everything that is wrong with the library's files at this moment. */
  get problems(): readonly Problem[] {
    const ofFiles = [...this.entries.values()].flatMap(({ problems }) => problems);
    return [...this.listingProblems, ...ofFiles];
  }

  /** The article with this id (its URI), if it is loaded. */
  article(id: string): Article | undefined {
    return this.entries.get(id)?.article;
  }

  /** Reads every source, once; later calls return the same promise. Never rejects: faults are in `problems`. */
  load(): Promise<void> {
    return (this.loading ??= this.readAll());
  }

  /**
   * Reads everything again, from other sources where they are given; articles that did not change are replaced too.
   * Before the first `load` it only takes note of the sources.
   */
  reload(sources: readonly Source[] = this.sources): Promise<void> {
    this.sources = sources;
    if (this.loading) this.loading = this.loading.then(() => this.readAll());
    return this.loading ?? Promise.resolve();
  }

  private async readAll(): Promise<void> {
    if (this.disposed) return;
    for (const subscription of this.subscriptions) subscription.dispose();
    const sources = this.sources;
    // Subscribed before listing, so that no change falls between the two.
    this.subscriptions = sources.flatMap((source) =>
      'onDidChange' in source ? source.onDidChange((change) => void this.follow(source, change)) : [],
    );
    this.pending.clear();
    const listings = await Promise.all(sources.map((source) => readSource(source, this.slice)));
    const removed = this.articles;
    // Later entries win in a map, so the first source comes last.
    this.entries = new Map(listings.toReversed().flatMap(({ entries }) => [...entries]));
    this.listingProblems = listings.flatMap(({ problems }) => problems);
    this.sorted = undefined;
    this.changed.fire({ added: this.articles, removed });
  }

  private async follow(source: ArticleSource, { file, deleted }: SourceChange): Promise<void> {
    const yieldsTo = (other: { source: Source } | undefined): boolean =>
      other !== undefined && this.sources.indexOf(other.source) < this.sources.indexOf(source);
    if (yieldsTo(this.pending.get(file.uri))) return;
    const change = { source };
    this.pending.set(file.uri, change);
    const result = deleted ? undefined : await readArticle(source, file, this.slice);
    // A first load or a reload under way reads the file anyway; wait for it, so that it cannot overwrite this newer state.
    await this.loading;
    if (this.pending.get(file.uri) !== change) return;
    this.pending.delete(file.uri);
    const old = this.entries.get(file.uri);
    if (yieldsTo(old)) return;
    if (result) this.entries.set(file.uri, { ...result, source });
    else this.entries.delete(file.uri);
    this.sorted = undefined;
    this.changed.fire({
      added: result?.article ? [result.article] : [],
      removed: old?.article ? [old.article] : [],
    });
  }

  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}

/** Reads all files of a source, a few at a time. Never rejects. */
async function readSource(
  source: Source,
  slice: Slice,
): Promise<{ entries: ReadonlyMap<string, Entry>; problems: readonly Problem[] }> {
  const entries = new Map<string, Entry>();
  if ('articles' in source) {
    try {
      for (const article of await source.articles()) entries.set(article.id, { article, problems: [], source });
      return { entries, problems: [] };
    } catch (error) {
      return { entries, problems: [{ uri: source.uri, code: 'unreadable', detail: String(error) }] };
    }
  }
  const { files, failures } = await source.list();
  const queue: Iterator<SourceFile> = files.values();
  const readNext = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      entries.set(next.value.uri, { ...(await readArticle(source, next.value, slice)), source });
    }
  };
  await Promise.all(Array.from({ length: readsAtATime }, readNext));
  return { entries, problems: failures.map(({ uri, reason }) => ({ uri, code: 'unreadable', detail: reason })) };
}

/** The order of `Library.articles`; made when it is needed, because loading a collation takes milliseconds. */
function articleOrder(originOrder: readonly Origin[]): (a: Article, b: Article) => number {
  const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return (a, b) =>
    originOrder.indexOf(a.origin) - originOrder.indexOf(b.origin) ||
    compare(a.category, b.category) ||
    compare(a.title, b.title) ||
    (a.id < b.id ? -1 : 1);
}
