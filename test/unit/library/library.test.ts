import assert from 'node:assert/strict';
import { Library } from '../../../src/library/library';
import { gate, listen, page, settled, titles } from './libraryFixtures';
import { MemorySource } from './memorySource';

describe('Library', () => {
  it('is empty, and reads nothing, before it is loaded', () => {
    const source = new MemorySource('workspace', { 'a.md': '甲' });
    const library = new Library([source]);
    assert.deepEqual([library.articles, library.problems, source.reads], [[], [], []]);
  });

  it('loads once, however often it is asked', async () => {
    const source = new MemorySource('workspace', { 'a.md': page('甲') });
    const library = new Library([source]);
    const { changes } = listen(library);
    await Promise.all([library.load(), library.load()]);
    await library.load();
    assert.deepEqual(source.reads, [source.uri('a.md')]);
    // What takes long to read is told in parts.
    assert.deepEqual(titles(changes.flatMap(({ added }) => added)), ['甲']);
    assert.deepEqual(titles(changes.flatMap(({ removed }) => removed)), []);
    assert.equal(library.article(source.uri('a.md')), library.articles[0]);
    assert.equal(library.article('memory:/none'), undefined);
  });

  it('loads more files than it reads at a time, each once', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.md`, page(`第${at}篇`)]));
    const source = new MemorySource('workspace', files);
    let reading = 0;
    let most = 0;
    source.delay = async () => {
      most = Math.max(most, ++reading);
      await settled();
      reading--;
    };
    const library = new Library([source]);
    await library.load();
    assert.equal(library.articles.length, 50);
    assert.equal(source.reads.length, 50);
    assert.ok(most > 1 && most <= 8, `${most} at a time`);
  });

  it('loads without sources', async () => {
    const library = new Library([]);
    const { changes } = listen(library);
    await library.load();
    assert.deepEqual(changes, [{ added: [], removed: [] }]);
  });

  it('sorts by the order of its sources, then by category and title in Chinese order', async () => {
    const builtin = new MemorySource('builtin', { '1.md': page('甲', '贺信') });
    const personal = new MemorySource('personal', { '1.md': page('乙', '讲话') });
    const workspace = new MemorySource('workspace', {
      '1.md': page('第10次讲话', '讲话'),
      '2.md': page('第2次讲话', '讲话'),
      '3.md': page('白露'),
      '4.md': page('总结', '报告'),
      '5.md': page('白露'),
    });
    const library = new Library([workspace, personal, builtin]);
    await library.load();
    assert.deepEqual(
      library.articles.map(({ title, id }) => `${title} ${id.slice(-4)}`),
      ['总结 4.md', '白露 3.md', '白露 5.md', '第2次讲话 2.md', '第10次讲话 1.md', '乙 1.md', '甲 1.md'],
    );
  });

  it('gives a file of two sources to the one given first', async () => {
    const files = { 'a.md': page('甲') };
    const first = new MemorySource('personal', files, 'memory:/shared/');
    const second = new MemorySource('workspace', files, 'memory:/shared/');
    first.delay = settled;
    const library = new Library([first, second]);
    await library.load();
    const origins = (): string[] => library.articles.map(({ origin }) => origin);
    assert.deepEqual(origins(), ['personal']);

    const { changes, next } = listen(library);
    second.write('a.md', page('乙'));
    first.put('b.md', page('丙'));
    second.put('b.md', page('丙'));
    first.write('b.md', page('丙'));
    second.write('b.md', page('丙'));
    await next();
    await settled();
    assert.deepEqual(origins(), ['personal', 'personal']);
    assert.equal(changes.length, 1);
  });

  it('only takes note of other sources before the first load', async () => {
    const first = new MemorySource('workspace', { 'a.md': page('甲') });
    const second = new MemorySource('personal', { 'b.md': page('乙') });
    const library = new Library([first]);
    await library.reload([second]);
    assert.deepEqual(library.articles, []);
    await library.load();
    assert.deepEqual(titles(library.articles), ['乙']);
    assert.deepEqual(first.reads, []);
  });

  it('tells folders that cannot be listed, and loads the rest', async () => {
    const source = new MemorySource('workspace', { 'a.md': page('甲') });
    source.failures = [{ uri: 'memory:/locked', reason: 'NoPermissions' }];
    const library = new Library([source]);
    await library.load();
    assert.deepEqual(library.problems, [{ uri: 'memory:/locked', code: 'unreadable', detail: 'NoPermissions' }]);
    assert.deepEqual(titles(library.articles), ['甲']);
    source.failures = [];
    await library.reload();
    assert.deepEqual(library.problems, []);
  });

  it('loads every good file beside one of each bad kind', async () => {
    const source = new MemorySource('workspace', {
      'binary.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0),
      'empty.md': '',
      'gone.md': new Error('EntryNotFound'),
      'front.md': '---\ntitle: [\n---\n\n# 有救',
      'gbk.txt': Uint8Array.of(0xb4, 0xba, 0xb8, 0xfb, 0xca, 0xb1, 0xbd, 0xda),
      'large.md': new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61),
      'good.md': page('好'),
    });
    const library = new Library([source]);
    await library.load();
    assert.deepEqual(titles(library.articles).sort(), ['gbk', '好', '有救'].sort());
    assert.deepEqual(
      library.problems.map(({ uri, code }) => [uri, code]).sort(),
      [
        ['binary.md', 'binary'],
        ['empty.md', 'empty'],
        ['front.md', 'frontMatter'],
        ['gbk.txt', 'encoding'],
        ['gone.md', 'unreadable'],
        ['large.md', 'tooLarge'],
      ].map(([path, code]) => [source.uri(path ?? ''), code]),
    );
  });

  it('begins with what it has read where the rest takes long, and has the rest later', async () => {
    const source = new MemorySource('personal', { 'a.md': page('甲'), 'b.md': page('乙'), 'slow.md': page('慢') });
    const slow = gate();
    source.delay = (path) => (path === 'slow.md' ? slow.closed : Promise.resolve());
    const library = new Library([source]);
    const { changes } = listen(library);
    await library.load();
    assert.deepEqual(titles(library.articles).sort(), ['乙', '甲']);
    assert.equal(library.catchingUp, true);
    slow.open();
    await library.caughtUp();
    assert.deepEqual(titles(library.articles).sort(), ['乙', '慢', '甲'].sort());
    assert.equal(library.catchingUp, false);
    assert.deepEqual(
      changes.flatMap(({ added, removed }) => [...titles(removed), titles(added).sort().join()]).filter(Boolean),
      ['乙,甲', '慢'],
    );
  });

  it('has the shipped articles at once', async () => {
    const source = new MemorySource('personal', { 'slow.md': page('慢') });
    const slow = gate();
    source.delay = () => slow.closed;
    const shipped = new MemorySource('builtin', { 'x.md': page('甲') });
    const other = new Library([shipped]);
    await other.load();
    const packed = { origin: 'builtin', uri: 'memory:/packed', articles: () => Promise.resolve(other.articles) };
    const library = new Library([source, packed]);
    const { next } = listen(library);
    const [loaded, first] = [library.load(), next()];
    assert.deepEqual(titles((await first).added), ['甲']);
    slow.open();
    await loaded;
    assert.equal(library.articles.length, 2);
  });

  it('keeps its order whatever comes and goes', async () => {
    const all = Array.from({ length: 60 }, (_, at) => `第${String((at * 37) % 60)}篇`);
    const source = new MemorySource(
      'personal',
      Object.fromEntries(all.slice(0, 30).map((title) => [`${title}.md`, page(title)])),
    );
    const library = new Library([source]);
    await library.load();
    const { next } = listen(library);
    for (const title of all.slice(30)) source.write(`${title}.md`, page(title));
    for (const title of all.slice(0, 10)) source.remove(`${title}.md`);
    await next();
    const expected = all.slice(10).sort(new Intl.Collator('zh-Hans-CN', { numeric: true }).compare);
    assert.deepEqual(titles(library.articles), expected);
  });
});
