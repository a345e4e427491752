import assert from 'node:assert/strict';
import { Library } from '../../../src/library/library';
import { gate, listen, page, settled, titles } from './libraryFixtures';
import { MemorySource } from './memorySource';

describe('Library, following its sources', () => {
  let source: MemorySource;
  let library: Library;
  let heard: ReturnType<typeof listen>;

  beforeEach(async () => {
    source = new MemorySource('workspace', { 'a.md': page('甲'), 'b.md': page('乙') });
    library = new Library([source]);
    await library.load();
    heard = listen(library);
  });

  it('adds a created file', async () => {
    source.write('c.md', page('丙'));
    const { added, removed } = await heard.next();
    assert.deepEqual([titles(added), titles(removed)], [['丙'], []]);
    assert.deepEqual(titles(library.articles), ['丙', '甲', '乙'].sort(new Intl.Collator('zh').compare));
  });

  it('replaces a changed file, and reads no other', async () => {
    const old = library.article(source.uri('a.md'));
    source.write('a.md', page('甲二'));
    const { added, removed } = await heard.next();
    assert.deepEqual(titles(added), ['甲二']);
    assert.equal(removed[0], old);
    assert.equal(library.article(source.uri('a.md')), added[0]);
    assert.deepEqual(source.reads.slice(2), [source.uri('a.md')]);
  });

  it('removes a deleted file', async () => {
    source.remove('a.md');
    const { added, removed } = await heard.next();
    assert.deepEqual([titles(added), titles(removed)], [[], ['甲']]);
    assert.deepEqual(titles(library.articles), ['乙']);
    assert.deepEqual(library.problems, []);
  });

  it('takes a file that was moved away before it was read for gone, not for one that cannot be read', async () => {
    source.vanish('a.md');
    const { removed } = await heard.next();
    assert.deepEqual([titles(removed), library.problems], [['甲'], []]);
  });

  it('takes a file that went bad out, and back in once it is mended', async () => {
    source.write('a.md', Uint8Array.of(0));
    const spoiled = await heard.next();
    assert.deepEqual([titles(spoiled.added), titles(spoiled.removed)], [[], ['甲']]);
    assert.deepEqual(
      library.problems.map(({ code }) => code),
      ['binary'],
    );
    source.write('a.md', page('甲'));
    const mended = await heard.next();
    assert.deepEqual([titles(mended.added), titles(mended.removed)], [['甲'], []]);
    assert.deepEqual(library.problems, []);
  });

  it('keeps a file that is there, though a watcher tells that it was deleted', async () => {
    source.write('c.md', page('丙'));
    source.reportDeleted('c.md');
    source.reportDeleted('a.md');
    assert.deepEqual(titles((await heard.next()).added), ['丙']);
    assert.deepEqual(titles(library.articles).sort(), ['丙', '乙', '甲']);
    source.remove('a.md');
    assert.deepEqual(titles((await heard.next()).removed), ['甲']);
  });

  it('asks about files that were deleted together once, where the source can tell', async () => {
    source.write('c.md', page('丙'));
    await heard.next();
    const asked: string[][] = [];
    const looked: string[] = [];
    const stat = source.stat.bind(source);
    source.stat = (uri) => {
      looked.push(uri);
      return stat(uri);
    };
    Object.assign(source, {
      there: (uris: string[]) => {
        asked.push(uris);
        return Promise.resolve(new Set([source.uri('b.md')]));
      },
    });
    for (const name of ['a.md', 'b.md', 'c.md']) source.reportDeleted(name);
    assert.deepEqual(titles((await heard.next()).removed).sort(), ['丙', '甲']);
    assert.deepEqual(titles(library.articles), ['乙']);
    assert.deepEqual(asked, [['a.md', 'b.md', 'c.md'].map((name) => source.uri(name))]);
    assert.ok(looked.every((uri) => uri === source.uri('b.md')));
  });

  it('forgets the problem of a deleted file, and tells', async () => {
    source.write('c.md', '');
    await heard.next();
    assert.equal(library.problems.length, 1);
    source.remove('c.md');
    assert.deepEqual(await heard.next(), { added: [], removed: [] });
    assert.deepEqual(library.problems, []);
  });

  it('never lets a slow earlier read overwrite a later one', async () => {
    const slow = gate();
    source.delay = () => slow.closed;
    source.write('a.md', page('慢'));
    await settled();
    source.delay = () => Promise.resolve();
    source.write('a.md', page('快'));
    await heard.next();
    slow.open();
    await settled();
    assert.deepEqual(
      heard.changes.map(({ added }) => titles(added)),
      [['快']],
    );
    assert.equal(library.article(source.uri('a.md'))?.title, '快');
  });

  it('never lets a slow read bring back a deleted file', async () => {
    const slow = gate();
    source.delay = () => slow.closed;
    source.write('a.md', page('慢'));
    await settled();
    source.remove('a.md');
    await heard.next();
    slow.open();
    await settled();
    assert.equal(library.article(source.uri('a.md')), undefined);
  });

  it('reads everything again when told to, and tells what differs', async () => {
    const kept = library.article(source.uri('b.md'));
    source.put('a.md', page('甲二'));
    source.put('c.md', page('丙'));
    await library.reload();
    const [change] = heard.changes;
    assert.deepEqual(titles(change?.removed ?? []), ['甲']);
    assert.deepEqual(titles(change?.added ?? []).sort(), ['丙', '甲二']);
    assert.equal(library.article(source.uri('b.md')), kept);
    assert.deepEqual(source.reads.length, 5);
  });

  it('tells of many files that change at once in one event', async () => {
    for (let at = 0; at < 500; at++) source.write(`${String(at)}.md`, page(`第${String(at)}篇`));
    assert.equal((await heard.next()).added.length, 500);
    for (let at = 0; at < 500; at++) source.remove(`${String(at)}.md`);
    assert.equal((await heard.next()).removed.length, 500);
    await settled();
    assert.equal(heard.changes.length, 2);
    assert.deepEqual(titles(library.articles).sort(), ['乙', '甲']);
  });

  it('changes to other sources, and no longer hears the old', async () => {
    const other = new MemorySource('personal', { 'x.md': page('他') });
    await library.reload([other]);
    source.write('a.md', page('旧'));
    other.write('y.md', page('新'));
    await heard.next();
    await settled();
    assert.deepEqual(titles(library.articles).sort(), ['他', '新']);
  });

  it('takes the category of a file from the root that it now lies below', async () => {
    const lower = new MemorySource('personal', { 'x.md': '# 他\n\n正文' }, 'memory:/office/讲话/');
    const upper = new MemorySource('personal', { '讲话/x.md': '# 他\n\n正文' }, 'memory:/office/');
    await library.reload([lower]);
    assert.deepEqual([library.articles[0]?.id, library.articles[0]?.category], ['memory:/office/讲话/x.md', '']);
    await library.reload([upper]);
    assert.deepEqual([library.articles[0]?.id, library.articles[0]?.category], ['memory:/office/讲话/x.md', '讲话']);
  });

  it('drops the read of a source that was given up meanwhile', async () => {
    const slow = gate();
    source.delay = () => slow.closed;
    source.write('a.md', page('旧'));
    await library.reload([]);
    slow.open();
    await settled();
    assert.deepEqual(library.articles, []);
  });

  it('hears and tells nothing once disposed', async () => {
    library.dispose();
    source.write('a.md', page('新'));
    await library.reload();
    source.write('b.md', page('新'));
    await settled();
    assert.equal(heard.changes.length, 0);
    assert.equal(source.reads.length, 2);
  });

  it('reads a file that changes during the load in its newest state', async () => {
    const source = new MemorySource('workspace', { 'a.md': page('旧'), 'b.md': page('删') });
    const slow = gate();
    source.delay = () => slow.closed;
    const library = new Library([source]);
    const { next } = listen(library);
    const loaded = library.load();
    await settled();
    source.delay = () => Promise.resolve();
    source.write('a.md', page('新'));
    source.remove('b.md');
    slow.open();
    await loaded;
    await next();
    await settled();
    assert.deepEqual(titles(library.articles), ['新']);
  });
});
