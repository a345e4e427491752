import type { Disposable, Event } from '../base/event';
import { Emitter } from '../base/event';
import { eachLimit } from '../base/eachLimit';
import { Slice, yieldToHost } from '../base/slices';
import type { Article, Origin } from './article';
import type { ArticleStore, StoredFile } from './articleStore';
import type { LibraryChange } from './loadedFiles';
import { LoadedFiles } from './loadedFiles';
import { goneOf, isThere } from './presence';
import type { Problem } from './problem';
import type { LoadedFile, Source } from './readSource';
import { readFileOf, readPacked, readsAtATime, readSource } from './readSource';
import type { ArticleSource, SourceChange } from './source';

export type { LibraryChange } from './loadedFiles';
export type { Source } from './readSource';

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
/** Milliseconds after which a first session begins with what it has read so far. */
const patience = 1000;
/** Milliseconds to the first delivery of what was read; to each further one it is half as long again: they cost more and more. */
const firstDelivery = 500;
const slowing = 1.5;
/** A batch of so many changes is one of a storm: the next ones wait, in milliseconds. */
const storm = 50;
const stormInterval = 250;

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
  private readonly loaded = new LoadedFiles();
  private listingProblems: readonly Problem[] = [];
  private subscriptions: Disposable[] = [];
  private loading: Promise<void> | undefined;
  private catching: Promise<void> = Promise.resolve();
  private behind = false;
  /** Files that were read and not yet taken over. */
  private readonly arrived = new Map<string, LoadedFile>();
  private readonly pending = new Map<string, PendingChange>();
  private batch: PendingChange[] | undefined;
  private nextBatch = 0;
  private readonly slice = new Slice();
  private disposed = false;

  /** @param store what an earlier session read; without one every file is read in each */
  constructor(
    private sources: readonly Source[],
    private readonly store?: ArticleStore,
  ) {}

  /** In the order of the sources' origins, the writer's own first; by category and title within. */
  get articles(): readonly Article[] {
    return this.loaded.articles(this.origins);
  }

  /** Everything that is wrong with the library's files at this moment. */
  get problems(): readonly Problem[] {
    return [...this.listingProblems, ...this.loaded.problems];
  }

  /** Whether the sources may have something else than `articles`, because they are still being read. */
  get catchingUp(): boolean {
    return this.behind;
  }

  /** The files read, for a store. */
  get files(): readonly StoredFile[] {
    return this.loaded.stored(this.origins);
  }

  /** The article with this id (its URI), if it is loaded. */
  article(id: string): Article | undefined {
    return this.loaded.get(id)?.article;
  }

  /**
   * Loads the library, once; later calls return the same promise. Resolves when there is something to work with: what was
   * stored, else all, or what was read within a second. Never rejects: faults are in `problems`.
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
    const stored = (await this.store?.read().catch(() => [])) ?? [];
    await this.begin(stored);
    this.catching = this.readAll(true);
    if (stored.length > 0) return;
    await Promise.race([this.catching, after(patience)]);
    this.deliver();
  }

  /** Begins with what was stored of the present sources, and with what was parsed beforehand. */
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
    if (loaded.size > 0) this.replace(loaded, []);
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
    let [delivery, interval] = [performance.now() + firstDelivery, firstDelivery];
    const reading = {
      slice: this.slice,
      known: (uri: string) => this.loaded.get(uri),
      trustStamps,
      listed: (files: number) => void (of += files),
      done: (uri: string, file: LoadedFile) => {
        if (++done % filesAProgress === 0) this.progressed.fire({ done, of });
        if (this.loaded.get(uri) !== file) this.arrived.set(uri, file);
        if (performance.now() < delivery) return;
        delivery = performance.now() + (interval *= slowing);
        this.deliver();
      },
    };
    const contents = await Promise.all(sources.map((source) => readSource(source, reading)));
    // Later entries win in a map, so the first source comes last.
    const loaded = new Map(contents.toReversed().flatMap(({ files }) => [...files]));
    this.behind = false;
    this.arrived.clear();
    this.replace(
      loaded,
      contents.flatMap(({ problems }) => problems),
    );
    this.progressed.fire(undefined);
  }

  private replace(files: Map<string, LoadedFile>, listingProblems: readonly Problem[]): void {
    this.listingProblems = listingProblems;
    this.changed.fire(this.loaded.replace(files));
  }

  /** Takes over what was read so far. */
  private deliver(): void {
    const files = [...this.arrived].filter(([uri, { source }]) => !this.yieldsTo(source, this.loaded.get(uri)));
    this.arrived.clear();
    const change = this.loaded.put(files);
    if (change.added.length + change.removed.length > 0) this.changed.fire(change);
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
    const wait = this.nextBatch - performance.now();
    void (wait > 0 ? after(wait) : yieldToHost()).then(() => this.follow());
  }

  private async follow(): Promise<void> {
    const batch = this.batch ?? [];
    this.batch = undefined;
    this.nextBatch = performance.now() + (batch.length > storm ? stormInterval : 0);
    const results = new Map<PendingChange, LoadedFile>();
    const reading = { slice: this.slice, known: (uri: string) => this.loaded.get(uri), trustStamps: false };
    const gone = await goneOf(batch.filter(({ deleted }) => deleted));
    const left = batch.filter((change) => !gone.has(change));
    await eachLimit(left, readsAtATime, async (change) => {
      const result = await readFileOf(change.source, change.file, reading);
      if (result.hash !== undefined || (await isThere(change))) results.set(change, result);
    });
    // A first load or a reload under way reads the files anyway; wait for it, so that it cannot overwrite this newer state.
    await this.caughtUp();
    const current = batch.filter((change) => this.pending.get(change.file.uri) === change);
    for (const { file } of current) this.pending.delete(file.uri);
    const counted = current.filter(({ file, source }) => !this.yieldsTo(source, this.loaded.get(file.uri)));
    const change = this.loaded.put(counted.map((one) => [one.file.uri, results.get(one)] as const));
    if (counted.length > 0) this.changed.fire(change);
  }

  /** Whether a source comes after the one that a file belongs to. */
  private yieldsTo(source: Source, other: { readonly source: Source } | undefined): boolean {
    const at = other ? this.sources.indexOf(other.source) : -1;
    return at >= 0 && at < this.sources.indexOf(source);
  }

  private get origins(): readonly Origin[] {
    return this.sources.map(({ origin }) => origin);
  }

  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.progressed.dispose();
  }
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
