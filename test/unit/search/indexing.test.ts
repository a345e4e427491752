import assert from 'node:assert/strict';
import type { Article } from '../../../src/library/article';
import { SearchService } from '../../../src/search/searchService';
import { sampleLibrary } from './sampleLibrary';
import { article, searchOver, texts } from './searchFixtures';
import { MemoryStore, rightAnswers, Session } from './searchSession';

const passages = sampleLibrary.reduce((total, one) => total + one.passages.length, 0);

describe('indexing', () => {
  it('takes over a file that changes while it goes on', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      article(`第${String(at)}篇`, `第${String(at)}篇原来的话。`.repeat(10).concat('\n\n').repeat(4)),
    );
    const session = new Session(new MemoryStore(), many);
    let changed = false;
    session.service.onDidProgress((progress) => {
      if (changed || !progress || progress.done < 100) return;
      changed = true;
      session.library.articles = [article('第0篇', '中途改成了这一句。'), ...many.slice(1, -1)];
    });
    await session.service.ready();
    assert.ok(changed);
    assert.equal((await session.service.search('中途改成了这一句')).hits.length, 1);
    assert.equal((await session.service.search('"第0篇原来的话"')).hits.length, 0);
    assert.equal((await session.service.search('"第299篇原来的话"')).hits.length, 0);
    assert.equal((await session.service.search('"第298篇原来的话"')).hits.length, 4);
    await session.close();
  });

  it('lets an impatient search look into what is ready, and says so', async () => {
    let loaded: () => void = () => undefined;
    const library = {
      articles: [] as readonly Article[],
      load: () => new Promise<void>((resolve) => (loaded = resolve)),
    };
    const service = new SearchService(library);
    const early = await service.search('企业', { impatient: true });
    assert.deepEqual([early.catchingUp, early.hits.length], [true, 0]);
    library.articles = sampleLibrary;
    const patient = service.search('企业');
    loaded();
    assert.equal((await patient).catchingUp, false);
    service.dispose();
  });

  it('costs one changed file that file alone', async () => {
    const session = new Session(new MemoryStore(), sampleLibrary);
    await session.service.ready();
    const [first, ...others] = sampleLibrary;
    assert.ok(first);
    session.library.articles = [{ ...first, text: `${first.text}改`, passages: first.passages.slice(1) }, ...others];
    await session.service.ready();
    assert.equal(session.indexed, passages + first.passages.length - 1);
    await session.close();
  });

  it('costs nothing for articles that a reload gives anew, and follows their changed facts', async () => {
    const session = new Session(new MemoryStore(), sampleLibrary);
    await session.service.ready();
    assert.equal(session.indexed, passages);
    session.library.articles = sampleLibrary.map((one) => ({ ...one, source: '新来源' }));
    const { hits } = await session.service.search('来源:新来源 公章');
    assert.equal(hits.length, 1);
    assert.equal(session.indexed, passages);
    await session.close();
  });

  it('keeps answering rightly while passages come and go by the hundred', async () => {
    const session = new Session(new MemoryStore(), sampleLibrary);
    for (let round = 0; round < 30; round++) {
      const extra = Array.from({ length: 20 }, (_, at) => article(`轮${String(at)}`, `第${String(round)}轮的公章。`));
      session.library.articles = [...sampleLibrary, ...extra];
      assert.equal((await session.service.search(`"第${String(round)}轮的公章"`)).hits.length, 20);
      if (round % 3 === 0) await session.service.settled();
    }
    session.library.articles = sampleLibrary;
    assert.deepEqual(await session.answers(), await rightAnswers(sampleLibrary));
    await session.close();
  });

  it('waits while somebody searches, whose index does not change meanwhile', async () => {
    const all = ['春耕备耕抓得早。', '夏收夏种不等人。', '秋粮丰收已成定局。'].map((text, at) =>
      article(String(at), text),
    );
    const service = searchOver(all);
    await service.ready();
    let asked = 0;
    // Each step takes a slice, so that others have a turn after it.
    const cancelled = (): boolean => {
      if (asked++ === 1) {
        service.articles = all.slice(1);
        void service.ready();
      }
      for (const end = performance.now() + 8; performance.now() < end;);
      return false;
    };
    assert.deepEqual(texts((await service.search('春耕', { cancelled })).hits), ['春耕备耕抓得早。']);
    assert.deepEqual((await service.search('春耕')).hits, []);
  });
});
