import type { Article } from '../../../src/library/article';
import { IndexPersistence } from '../../../src/search/persistence/indexPersistence';
import type { PreparedIndex } from '../../../src/search/persistence/indexSerialization';
import type { IndexStore } from '../../../src/search/persistence/indexStore';
import { SearchService } from '../../../src/search/searchService';
import { texts } from './searchFixtures';

const queries = [
  '企业',
  '惠企政策编成清单',
  '营商环境 公章',
  'hqzc',
  '稳',
  '种业振兴',
  '类:金句',
  '4+4+1',
  '种子是农业的根本',
];

/** A place for one index that can be looked into and spoilt. */
export class MemoryStore implements IndexStore {
  bytes: Uint8Array | undefined;
  writes = 0;
  read = (): Promise<Uint8Array | undefined> => Promise.resolve(this.bytes);
  write = (bytes: Uint8Array): Promise<void> => {
    this.bytes = bytes;
    this.writes++;
    return Promise.resolve();
  };
}

/** A window: what it indexes itself, and what it reports, is written down. */
export class Session {
  readonly library: { articles: readonly Article[]; load: () => Promise<void> };
  readonly reports: string[] = [];
  readonly service: SearchService;
  /** Passages that were indexed, not opened. */
  indexed = 0;

  constructor(store: IndexStore, articles: readonly Article[], version = '1.0.0', prepared?: PreparedIndex) {
    this.library = { articles, load: () => Promise.resolve() };
    this.service = new SearchService(
      this.library,
      new IndexPersistence(
        store,
        version,
        (report) => this.reports.push(report),
        () => Promise.resolve(prepared),
      ),
    );
    this.service.onDidProgress((progress) => {
      if (progress?.done === 1) this.indexed += progress.of;
    });
  }

  async answers(): Promise<unknown[]> {
    const results: unknown[] = [];
    for (const query of queries) {
      const { hits, total } = await this.service.search(query);
      results.push([query, total, texts(hits), hits.map(({ matches }) => matches)]);
    }
    return results;
  }

  async close(): Promise<void> {
    await this.service.settled();
    this.service.dispose();
  }
}

/** What a session without anything kept answers. */
export async function rightAnswers(articles: readonly Article[]): Promise<unknown[]> {
  const session = new Session(new MemoryStore(), articles);
  const answers = await session.answers();
  session.service.dispose();
  return answers;
}
