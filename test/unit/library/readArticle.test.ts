import assert from 'node:assert/strict';
import { maximumBytes } from '../../../src/text/decodeText';
import type { ReadResult } from '../../../src/library/readArticle';
import { readArticle } from '../../../src/library/readArticle';
import { Slice } from '../../../src/base/slices';
import { MemorySource } from './memorySource';

function read(content: string | Uint8Array | Error, source = new MemorySource('personal')): Promise<ReadResult> {
  source.put('讲话/a.md', content);
  return readArticle(source, { uri: source.uri('讲话/a.md'), path: '讲话/a.md' }, { slice: new Slice() });
}

const problems = async (result: Promise<ReadResult>): Promise<string[]> =>
  (await result).problems.map(({ code, detail }) => `${code} ${detail}`);

describe('readArticle', () => {
  it('gives an article with its origin and path taken from the source', async () => {
    const { article, problems: none } = await read('# 甲\r\n\r\n乙');
    assert.deepEqual(
      [article?.title, article?.category, article?.origin, article?.text, none],
      ['甲', '讲话', 'personal', '# 甲\n\n乙', []],
    );
  });

  it('gives a problem in place of what cannot be read', async () => {
    assert.deepEqual(await problems(read(new Error('NoPermissions'))), ['unreadable NoPermissions']);
    assert.deepEqual(await problems(read(Uint8Array.of(0, 1))), ['binary ']);
    for (const blank of ['', ' \n\u3000\n', '\ufeff']) assert.deepEqual(await problems(read(blank)), ['empty ']);
    assert.deepEqual(await problems(read(new Uint8Array(maximumBytes + 1).fill(0x61))), ['tooLarge 10485761 bytes']);
    assert.equal((await read('')).article, undefined);
  });

  it('does not read a file that is too large', async () => {
    const source = new MemorySource();
    await read(new Uint8Array(maximumBytes + 1).fill(0x61), source);
    assert.deepEqual(source.reads, []);
  });

  it('refuses a file that turns out too large, where the host does not know its size', async () => {
    const source = new MemorySource();
    source.stat = () => Promise.resolve({ size: 0, mtime: 0 });
    assert.deepEqual(await problems(read(new Uint8Array(maximumBytes + 1).fill(0x61), source)), [
      'tooLarge 10485761 bytes',
    ]);
  });

  it('gives article and warning for broken front matter and for GB18030', async () => {
    const front = await read('---\ntitle: [\n---\n甲');
    assert.deepEqual([front.problems[0]?.code, front.article?.passages[0]?.text], ['frontMatter', '甲']);
    const foreign = await read(Uint8Array.of(0xb4, 0xba, 0xb8, 0xfb, 0xca, 0xb1, 0xbd, 0xda));
    assert.deepEqual(foreign.problems[0]?.code, 'encoding');
    assert.equal(foreign.article?.text, '春耕时节');
  });
});
