import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { Slice, yieldToHost } from '../base/slices';
import type { Article } from './article';
import { articleOrder } from './articleOrder';
import type { ArticleStore, StoredFile } from './articleStore';
import type { Problem } from './problem';
import type { LoadedFile, Source } from './readSource';
import { atATime, readFileOf, readPacked, readSource, toStore } from './readSource';
import type { ArticleSource, SourceChange } from './source';

export type { Source } from './readSource';

/** Articles that came and went; a replaced article is in both lists. */
export interface LibraryChange {
  readonly added: readonly Article[];
  readonly removed: readonly Article[];
}

/** How far reading is: files looked at, of all that were listed. */
export interface LoadProgress {
  readonly done: number;
  readonly of: number;
}

/** A change of one file that is being read: a slow earlier read must not overwrite a later one. */
interface PendingChange extends SourceChange {
  readonly source: ArticleSource;
}

const filesAProgress = 20;

/**
 * All articles of all sources, kept current: one changed file is read again alone, many that change at once are one batch,
 * and one bad file costs itself only. A file that lies in two sources belongs to the one given first. Begins with what an
 * earlier session stored, where there is something, and then catches up with the sources.
 */
export class Library implements Disposable {
  private readonly changed = new Emitter<LibraryChange>();
  private readonly progressed = new Emitter<LoadProgress | undefined>();
  /** Fires after articles came or went, and after the problems changed. */
  readonly onDidChange: Event<LibraryChange> = this.changed.event;
  /** Fires while the sources are read, and with undefined at the end. */
  readonly onDidProgress: Event<LoadProgress | undefined> = this.progressed.event;
  private loaded = new Map<string, LoadedFile>();
  private listingProblems: readonly Problem[] = [];
  private subscriptions: Disposable[] = [];
  private loading: Promise<void> | undefined;
  private catching: Promise<void> = Promise.resolve();
  private behind = false;
  private sorted: readonly Article[] | undefined;
  private lastSorted: readonly Article[] = [];
  private readonly pending = new Map<string, PendingChange>();
  private batch: PendingChange[] | undefined;
  private readonly slice = new Slice();
  private disposed = false;

  /** @param store what an earlier session read; without one every file is read in each */
  constructor(
    private sources: readonly Source[],
    private readonly store?: ArticleStore,
  ) {}

  /** In the order of the sources' origins, the writer's own first; by category and title within. */
  get articles(): readonly Article[] {
    return (this.sorted ??= this.sort());
  }

  /** Everything that is wrong with the library's files at this moment. */
  get problems(): readonly Problem[] {
    const ofFiles = [...this.loaded.values()].flatMap(({ problems }) => problems);
    return [...this.listingProblems, ...ofFiles];
  }

  /** Whether the sources may have something else than `articles`, because they are still being read. */
  get catchingUp(): boolean {
    return this.behind;
  }

  /** The files read, for a store. */
  get files(): readonly StoredFile[] {
    // In the order of the library, so that the next session need not sort.
    const uris = new Set([...this.articles.map(({ id }) => id), ...this.loaded.keys()]);
    return [...uris].flatMap((uri) => toStore(uri, this.loaded.get(uri)) ?? []);
  }

  /** The article with this id (its URI), if it is loaded. */
  article(id: string): Article | undefined {
    return this.loaded.get(id)?.article;
  }

  /**
   * Loads the library, once; later calls return the same promise. Resolves when there is something to work with: what was
   * stored, else all. Never rejects: faults are in `problems`.
   */
  load(): Promise<void> {
    return (this.loading ??= this.start());
  }

  /** Resolves when every source was read. Loads the library. */
  async caughtUp(): Promise<void> {
    await this.load();
    await this.catching;
  }

  /**
   * Reads everything again, from other sources where they are given. Before the first `load` it only takes note of them.
   */
  reload(sources: readonly Source[] = this.sources): Promise<void> {
    this.sources = sources;
    if (!this.loading) return Promise.resolve();
    const read = (): Promise<void> => this.readAll(false);
    this.loading = this.loading.then(() => (this.catching = this.catching.then(read)));
    return this.loading;
  }

  private async start(): Promise<void> {
    this.behind = true;
    // Without what was stored, everything is read.
    const stored = (await this.store?.read().catch(() => [])) ?? [];
    if (stored.length > 0) await this.begin(stored);
    this.catching = this.readAll(true);
    if (stored.length === 0) await this.catching;
  }

  /** Begins with what was stored of the present sources. */
  private async begin(stored: readonly StoredFile[]): Promise<void> {
    const loaded = new Map<string, LoadedFile>();
    for (const { uri, root, size, mtime, hash, article, problems } of stored) {
      const source = this.sources.find(
        (one) => !('articles' in one) && one.root === root && one.origin === (article?.origin ?? one.origin),
      );
      if (source) loaded.set(uri, { source, article, problems, hash, stamp: { size, mtime } });
    }
    for (const source of this.sources) {
      if ('articles' in source) for (const [uri, file] of (await readPacked(source)).files) loaded.set(uri, file);
    }
    this.replace(loaded, []);
  }

  private async readAll(trustStamps: boolean): Promise<void> {
    if (this.disposed) return;
    this.behind = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    const sources = this.sources;
    // Subscribed before listing, so that no change falls between the two.
    this.subscriptions = sources.flatMap((source) =>
      'onDidChange' in source ? source.onDidChange((change) => this.note({ ...change, source })) : [],
    );
    this.pending.clear();
    let [done, of] = [0, 0];
    const reading = {
      slice: this.slice,
      known: (uri: string) => this.loaded.get(uri),
      trustStamps,
      listed: (files: number) => void (of += files),
      done: () => {
        if (++done % filesAProgress === 0) this.progressed.fire({ done, of });
      },
    };
    const contents = await Promise.all(sources.map((source) => readSource(source, reading)));
    // Later entries win in a map, so the first source comes last.
    const loaded = new Map(contents.toReversed().flatMap(({ files }) => [...files]));
    this.behind = false;
    this.replace(
      loaded,
      contents.flatMap(({ problems }) => problems),
    );
    this.progressed.fire(undefined);
  }

  private replace(loaded: Map<string, LoadedFile>, listingProblems: readonly Problem[]): void {
    const before = this.loaded;
    this.loaded = loaded;
    this.listingProblems = listingProblems;
    const notIn = (files: Map<string, LoadedFile>, others: Map<string, LoadedFile>): readonly Article[] =>
      [...files].flatMap(([uri, { article }]) => (article && others.get(uri)?.article !== article ? [article] : []));
    this.tell({ added: notIn(loaded, before), removed: notIn(before, loaded) });
  }

  /** Takes a change into the next batch: those that arrive together are read and told together. */
  private note(change: PendingChange): void {
    const { uri } = change.file;
    if (this.yieldsTo(change.source, this.pending.get(uri))) return;
    this.pending.set(uri, change);
    if (this.batch) {
      this.batch.push(change);
      return;
    }
    this.batch = [change];
    void yieldToHost().then(() => this.follow());
  }

  private async follow(): Promise<void> {
    const batch = this.batch ?? [];
    this.batch = undefined;
    const results = new Map<PendingChange, LoadedFile>();
    const reading = { slice: this.slice, known: (uri: string) => this.loaded.get(uri), trustStamps: false };
    await atATime(batch, async (change) => {
      if (!change.deleted) results.set(change, await readFileOf(change.source, change.file, reading));
    });
    // A first load or a reload under way reads the files anyway; wait for it, so that it cannot overwrite this newer state.
    await this.caughtUp();
    const [added, removed]: [Article[], Article[]] = [[], []];
    let any = false;
    for (const change of batch) {
      const { uri } = change.file;
      if (this.pending.get(uri) !== change) continue;
      this.pending.delete(uri);
      const old = this.loaded.get(uri);
      if (this.yieldsTo(change.source, old)) continue;
      any = true;
      const result = results.get(change);
      if (result) this.loaded.set(uri, result);
      else this.loaded.delete(uri);
      if (result?.article === old?.article) continue;
      if (result?.article) added.push(result.article);
      if (old?.article) removed.push(old.article);
    }
    if (any) this.tell({ added, removed });
  }

  /** Whether a source comes after the one that a file belongs to. */
  private yieldsTo(source: Source, other: { readonly source: Source } | undefined): boolean {
    return other !== undefined && this.sources.indexOf(other.source) < this.sources.indexOf(source);
  }

  private tell(change: LibraryChange): void {
    if (change.added.length + change.removed.length > 0) this.sorted = undefined;
    this.changed.fire(change);
  }

  /** Nearly sorted is soon sorted: what is still there stays where it was, and what is new is sorted in. */
  private sort(): readonly Article[] {
    const current = new Set([...this.loaded.values()].flatMap(({ article }) => article ?? []));
    const kept = this.lastSorted.filter((article) => current.delete(article));
    return (this.lastSorted = [...kept, ...current].sort(articleOrder(this.sources.map(({ origin }) => origin))));
  }

  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.progressed.dispose();
  }
}
