import type { Article } from '../../library/article';
import type { Slice } from '../../base/slices';
import { finishInSlices } from '../../base/slices';
import type { IndexStore } from './indexStore';
import type { PreparedIndex } from './indexSerialization';
import { readIndex, readPreparedIndex, writeIndex } from './indexSerialization';
import type { SearchIndex } from '../index/searchIndex';

/** Share of the passages that may have changed before the whole index is written again: opening mends the rest. */
const shareOfChanges = 0.02;

/** Keeps an index between sessions, where there is a place for it. Whatever fails costs nothing but the time saved. */
export class IndexPersistence {
  /** Whether there is a kept index, or at least one was tried to keep. */
  private kept = false;
  /** Passages that were added or removed since then. */
  private pending = 0;

  /**
   * @param version of the program: another one's index is not read
   * @param report told why something failed
   * @param prepared the index of what ships with the extension, to begin with where none was kept
   */
  constructor(
    private readonly store: IndexStore,
    private readonly version: string,
    private readonly report: (message: string) => void = () => undefined,
    private readonly prepared: () => Promise<PreparedIndex | undefined> = () => Promise.resolve(undefined),
  ) {}

  /**
   * The index that was kept, with those of the articles that are as they were, else the one that ships; undefined when there is
   * none to use.
   */
  async open(articles: readonly Article[]): Promise<SearchIndex | undefined> {
    return (await this.openKept(articles)) ?? (await this.openPrepared(articles));
  }

  private async openPrepared(articles: readonly Article[]): Promise<SearchIndex | undefined> {
    try {
      const prepared = await this.prepared();
      return prepared && (await finishInSlices(readPreparedIndex(prepared, this.version, articles)));
    } catch (error) {
      this.report(`The index that ships cannot be read: ${String(error)}`);
      return undefined;
    }
  }

  private async openKept(articles: readonly Article[]): Promise<SearchIndex | undefined> {
    try {
      const bytes = await this.store.read();
      if (!bytes) return undefined;
      const byId = new Map(articles.map((article) => [article.id, article]));
      const index = await finishInSlices(readIndex(bytes, this.version, byId));
      if (!index) this.report('The kept index is damaged or of another version; it is built anew.');
      this.kept = index !== undefined;
      return index;
    } catch (error) {
      this.report(`The kept index cannot be read: ${String(error)}`);
      return undefined;
    }
  }

  /**
   * Keeps the index if enough of it is new. Never rejects.
   * @param changed passages that were added or removed since the last call
   * @param slice for what changes the index
   */
  async keep(index: SearchIndex, changed: number, slice?: Slice): Promise<void> {
    this.pending += changed;
    if (index.size === 0 || (this.kept && this.pending <= shareOfChanges * index.size)) return;
    try {
      if (index.changes > 0) await finishInSlices(index.seal(), slice);
      await this.store.write(await finishInSlices(writeIndex(index, this.version)));
      this.kept = true;
      this.pending = 0;
    } catch (error) {
      // Tried again only after as many changes more: a full or locked disk stays so for a while.
      this.kept = true;
      this.pending = 0;
      this.report(`The index cannot be kept: ${String(error)}`);
    }
  }
}
