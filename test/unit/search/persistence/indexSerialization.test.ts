import assert from 'node:assert/strict';
import { prepareIndex } from '../../../../src/search/persistence/indexSerialization';
import type { IndexStore } from '../../../../src/search/persistence/indexStore';
import { sampleLibrary } from '../sampleLibrary';
import { article } from '../searchFixtures';
import { MemoryStore, rightAnswers, Session } from '../searchSession';

const passages = sampleLibrary.reduce((total, one) => total + one.passages.length, 0);

describe('the kept index', () => {
  let right: unknown[];
  let kept: Uint8Array;

  before(async () => {
    right = await rightAnswers(sampleLibrary);
    const store = new MemoryStore();
    const session = new Session(store, sampleLibrary);
    await session.service.ready();
    await session.close();
    assert.ok(store.bytes);
    kept = store.bytes;
  });

  /** A later session with these bytes in the store. */
  async function reopened(bytes: Uint8Array, articles = sampleLibrary): Promise<Session> {
    const store = new MemoryStore();
    store.bytes = bytes;
    const session = new Session(store, articles);
    await session.service.ready();
    return session;
  }

  it('opens without indexing anything, and answers the same', async () => {
    const session = await reopened(kept);
    assert.equal(session.indexed, 0);
    assert.deepEqual(await session.answers(), right);
    assert.deepEqual(session.reports, []);
    await session.close();
  });

  it('is written again only when enough has changed', async () => {
    const store = new MemoryStore();
    const many = Array.from({ length: 200 }, (_, at) => article(`第${String(at)}篇`, `第${String(at)}篇讲的是旧事。`));
    const session = new Session(store, many);
    await session.service.ready();
    await session.service.settled();
    assert.equal(store.writes, 1);
    session.library.articles = [...many.slice(1), article('第0篇', '改写过的新事。')];
    await session.service.ready();
    await session.service.settled();
    assert.equal(store.writes, 1);
    session.library.articles = [...session.library.articles, ...sampleLibrary];
    await session.service.ready();
    await session.close();
    assert.equal(store.writes, 2);
    const later = new Session(store, session.library.articles);
    assert.equal((await later.service.search('改写过的新事')).hits.length, 1);
    assert.equal(later.indexed, 0);
    await later.close();
  });

  it('costs only the articles that were changed, added or deleted while the editor was closed', async () => {
    const [first, ...others] = sampleLibrary;
    assert.ok(first);
    const changed = article(first.title, '同志们，这一篇已经换成了别的话，公章不用再跑两趟。', {
      category: first.category,
    });
    const now = [changed, ...others.slice(1), article('新来的', '企业找上门来，政策送上门去。')];
    const session = await reopened(kept, now);
    assert.equal(session.indexed, 2);
    assert.deepEqual(await session.answers(), await rightAnswers(now));
    await session.close();
  });

  it('is built anew, quietly, when it is cut off anywhere', async () => {
    for (let length = 0; length < kept.length; length += 97) {
      const session = await reopened(kept.slice(0, length));
      assert.equal(session.indexed, passages, String(length));
      assert.deepEqual(await session.answers(), right);
      assert.equal(session.reports.length, 1);
      await session.close();
    }
  });

  it('is built anew when a single bit is wrong, wherever it is', async () => {
    for (let at = 0; at < kept.length; at += 101) {
      const damaged = kept.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const session = await reopened(damaged);
      assert.equal(session.indexed, passages, String(at));
      assert.deepEqual(await session.answers(), right);
      await session.close();
    }
  });

  it('of another version is not read, and replaced', async () => {
    const store = new MemoryStore();
    store.bytes = kept;
    const session = new Session(store, sampleLibrary, '2.0.0');
    assert.deepEqual(await session.answers(), right);
    assert.equal(session.indexed, passages);
    await session.close();
    assert.equal(store.writes, 1);
  });

  it('that cannot be read or written costs nothing but itself', async () => {
    const locked: IndexStore = {
      read: () => Promise.reject(new Error('locked')),
      write: () => Promise.reject(new Error('read-only')),
    };
    const session = new Session(locked, sampleLibrary);
    assert.deepEqual(await session.answers(), right);
    await session.close();
    assert.deepEqual(await session.answers(), right);
    assert.match(session.reports.join(), /locked.*read-only/);
  });

  it('stays as it was when the editor is ended while it writes', async () => {
    let begun = false;
    const store: IndexStore = {
      read: () => Promise.resolve(kept),
      write: () => {
        begun = true;
        return new Promise(() => undefined);
      },
    };
    const more = [...sampleLibrary, article('新来的', '企业找上门来，政策送上门去。')];
    const session = new Session(store, more);
    await session.service.ready();
    void session.service.settled();
    while (!begun) await new Promise((resolve) => setTimeout(resolve));
    const after = await reopened(kept, more);
    assert.equal(after.indexed, 1);
    assert.deepEqual(await after.answers(), await rightAnswers(more));
    await after.close();
    session.service.dispose();
  });

  it('serves two windows with different libraries, whoever wrote last', async () => {
    const store = new MemoryStore();
    const [one, two] = [sampleLibrary.slice(0, 4), sampleLibrary.slice(2)];
    for (let round = 0; round < 2; round++) {
      const windows = [new Session(store, one), new Session(store, two)];
      const answers = await Promise.all(windows.map((session) => session.answers()));
      await Promise.all(windows.map((session) => session.close()));
      assert.deepEqual(answers, [await rightAnswers(one), await rightAnswers(two)]);
    }
  });
});

describe('the index that ships', () => {
  const [changed, ...shipped] = sampleLibrary;
  assert.ok(changed);
  const own = article('自己的', '企业找上门来，政策送上门去。');
  const prepared = { bytes: prepareIndex(shipped, '1.0.0'), articles: shipped };

  it('is begun with where none was kept, and answers as one that is built', async () => {
    const articles = [own, changed, ...shipped];
    const session = new Session(new MemoryStore(), articles, '1.0.0', prepared);
    assert.deepEqual(await session.answers(), await rightAnswers(articles));
    assert.equal(session.indexed, own.passages.length + changed.passages.length);
    assert.deepEqual(session.reports, []);
    await session.close();
  });

  it('is not looked at where one was kept, and what was kept holds all', async () => {
    const store = new MemoryStore();
    const articles = [own, ...shipped];
    const first = new Session(store, articles, '1.0.0', prepared);
    await first.service.ready();
    await first.close();
    const later = new Session(store, articles);
    assert.deepEqual(await later.answers(), await rightAnswers(articles));
    assert.equal(later.indexed, 0);
    await later.close();
  });

  it('gives nothing of articles that are switched off', async () => {
    for (const articles of [[own], [own, ...shipped.slice(1)]]) {
      const session = new Session(new MemoryStore(), articles, '1.0.0', prepared);
      assert.deepEqual(await session.answers(), await rightAnswers(articles));
      assert.equal(session.indexed, own.passages.length);
      await session.close();
    }
  });

  it('is built anew when it is damaged or of another version or of other texts', async () => {
    const size = shipped.reduce((sum, { passages }) => sum + passages.length, 0);
    const others = { bytes: prepareIndex([...shipped].reverse(), '1.0.0'), articles: shipped };
    for (const [version, useless] of [
      ['2.0.0', prepared],
      ['1.0.0', { ...prepared, bytes: prepared.bytes.slice(0, -1) }],
      ['1.0.0', others],
    ] as const) {
      const session = new Session(new MemoryStore(), shipped, version, useless);
      assert.deepEqual(await session.answers(), await rightAnswers(shipped));
      assert.equal(session.indexed, size);
      await session.close();
    }
  });
});
