import assert from 'node:assert/strict';
import { Library } from '../../../../src/library/library';
import { IndexPersistence } from '../../../../src/search/persistence/indexPersistence';
import { LibraryStore } from '../../../../src/search/persistence/libraryStore';
import { SearchService } from '../../../../src/search/searchService';
import { page } from '../../library/libraryFixtures';
import { MemorySource } from '../../library/memorySource';
import { texts } from '../searchFixtures';
import { MemoryStore } from '../searchSession';

/** One window on a folder, with a file that outlives it. */
class Window {
  readonly reports: string[] = [];
  readonly library: Library;
  readonly search: SearchService;
  indexed = 0;

  constructor(source: MemorySource, file: MemoryStore, version = '1.0.0') {
    const report = (message: string): void => void this.reports.push(message);
    const store = new LibraryStore(file, version, () => this.library.files, report);
    this.library = new Library([source], store);
    this.search = new SearchService(this.library, new IndexPersistence(store.indexStore, version, report));
    this.search.onDidProgress((progress) => {
      if (progress?.done === 1) this.indexed += progress.of;
    });
  }

  async found(query: string): Promise<readonly string[]> {
    return texts((await this.search.search(query)).hits);
  }

  async close(): Promise<void> {
    await this.library.caughtUp();
    await this.search.ready();
    await this.search.settled();
    this.search.dispose();
    this.library.dispose();
  }
}

describe('LibraryStore', () => {
  let source: MemorySource;
  let file: MemoryStore;

  beforeEach(async () => {
    source = new MemorySource('personal', {
      'a.md': page('春耕备耕'),
      'b.md': page('夏收夏种'),
      'bad.md': Uint8Array.of(0),
      'odd.md': '---\ntitle: [\n---\n\n秋粮入库\n',
    });
    file = new MemoryStore();
    await new Window(source, file).close();
    source.reads.length = 0;
  });

  const everything = async (window: Window): Promise<unknown> => {
    await window.library.caughtUp();
    await window.search.ready();
    const { articles, problems } = window.library;
    return [
      articles.map(({ title, text, passages }) => [title, text, passages.map((passage) => passage.text)]),
      problems.map(({ uri, code }) => `${uri} ${code}`).sort(),
      await Promise.all(['春耕', 'xiashou', '秋粮', '正文'].map((query) => window.found(query))),
    ];
  };

  it('answers at once from what was kept, and reads no file that is as it was', async () => {
    const window = new Window(source, file);
    await window.library.load();
    assert.deepEqual(await window.found('春耕备耕正文'), ['春耕备耕正文']);
    await window.library.caughtUp();
    assert.deepEqual([source.reads, window.indexed, window.reports], [[], 0, []]);
    assert.deepEqual(await everything(window), await everything(new Window(source, new MemoryStore())));
  });

  it('says that it catches up, and then has what changed, came and went meanwhile', async () => {
    source.put('a.md', page('春灌'));
    source.put('c.md', page('冬藏'));
    source.remove('b.md');
    const window = new Window(source, file);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    source.delay = () => released;
    await window.library.load();
    assert.equal(window.library.catchingUp, true);
    const early = await window.search.search('夏收夏种');
    assert.deepEqual([texts(early.hits), early.catchingUp], [['夏收夏种正文'], true]);
    release();
    await window.library.caughtUp();
    assert.deepEqual([...source.reads].sort(), [source.uri('a.md'), source.uri('c.md')]);
    assert.equal(window.library.catchingUp, false);
    assert.deepEqual(await everything(window), await everything(new Window(source, new MemoryStore())));
  });

  it('tells a file that was only touched by its contents', async () => {
    source.put('a.md', page('春耕备耕'));
    const window = new Window(source, file);
    const changes: number[] = [];
    await window.library.load();
    window.library.onDidChange(({ added, removed }) => changes.push(added.length + removed.length));
    await window.library.caughtUp();
    assert.deepEqual([source.reads, changes], [[source.uri('a.md')], [0]]);
  });

  it('keeps nothing of another folder', async () => {
    const other = new MemorySource('personal', { 'x.md': page('别处') }, 'memory:/elsewhere/');
    const window = new Window(other, file);
    assert.deepEqual(await everything(window), await everything(new Window(other, new MemoryStore())));
  });

  it('keeps nothing of a folder that is now one of another kind', async () => {
    const other = new MemorySource('workspace', { 'a.md': page('春耕备耕') }, source.root);
    const window = new Window(other, file);
    await window.library.caughtUp();
    assert.deepEqual(
      window.library.articles.map(({ title, origin }) => `${title} ${origin}`),
      ['春耕备耕 workspace'],
    );
  });

  it('reads a file anew that was written in the very moment of reading', async () => {
    const stamp = { size: new TextEncoder().encode(page('春耕备耕')).length, mtime: Date.now() };
    source.stat = () => Promise.resolve(stamp);
    const fresh = new MemoryStore();
    await new Window(source, fresh).close();
    // Times of two seconds: the same time, the same size, other contents.
    source.put('a.md', page('春耕春灌'));
    const window = new Window(source, fresh);
    assert.equal((await everything(window)) !== undefined && window.library.articles.length, 3);
    assert.deepEqual(await window.found('春耕春灌正文'), ['春耕春灌正文']);
  });

  for (const [fault, spoil] of [
    ['truncated', (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)],
    ['cut to its head', (bytes: Uint8Array) => bytes.slice(0, 7)],
    ['empty', () => new Uint8Array(0)],
    ['foreign', () => new TextEncoder().encode('nothing of ours, and long enough to look like it')],
  ] as const) {
    it(`is right with a file that is ${fault}`, async () => {
      file.bytes = spoil(file.bytes ?? new Uint8Array(0));
      const window = new Window(source, file);
      assert.deepEqual(await everything(window), await everything(new Window(source, new MemoryStore())));
    });
  }

  it('is right with the bytes at any place of a buffer of Node.js', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const buffer = Buffer.concat([Buffer.alloc(shift), file.bytes ?? Buffer.alloc(0)]).subarray(shift);
      const shifted = new MemoryStore();
      shifted.bytes = buffer;
      const window = new Window(source, shifted);
      assert.deepEqual(await everything(window), await everything(new Window(source, new MemoryStore())));
      assert.deepEqual([window.reports, window.indexed], [[], 0]);
    }
  });

  it('is right with any byte flipped', async () => {
    const right = await everything(new Window(source, new MemoryStore()));
    const bytes = file.bytes ?? new Uint8Array(0);
    for (let at = 0; at < bytes.length; at += 37) {
      const spoilt = bytes.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      const damaged = new MemoryStore();
      damaged.bytes = spoilt;
      assert.deepEqual(await everything(new Window(source, damaged)), right, `byte ${String(at)}`);
    }
  });

  it('reads nothing of another version, and replaces it', async () => {
    const window = new Window(source, file, '2.0.0');
    assert.equal((await window.found('春耕备耕正文')).length, 1);
    assert.match(window.reports.join(), /another version/);
    await window.close();
    source.reads.length = 0;
    await new Window(source, file, '2.0.0').close();
    assert.deepEqual(source.reads, []);
  });

  it('works without a place to write', async () => {
    const broken = new MemoryStore();
    broken.write = () => Promise.reject(new Error('disk full'));
    broken.read = () => Promise.reject(new Error('no permission'));
    const window = new Window(source, broken);
    assert.deepEqual(await everything(window), await everything(new Window(source, new MemoryStore())));
    await window.close();
    assert.match(window.reports.join(), /disk full/);
  });
});
