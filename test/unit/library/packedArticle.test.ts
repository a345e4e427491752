import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../src/library/article';
import { Library } from '../../../src/library/library';
import type { PackedArticle } from '../../../src/library/packedArticle';
import { packArticle, unpackArticle } from '../../../src/library/packedArticle';
import { parseArticle } from '../../../src/library/parseArticle';
import { MemorySource } from './memorySource';

const file = { uri: 'memory:/讲话/a.md', path: '讲话/a.md', origin: 'builtin' } as const;

describe('packedArticle', () => {
  it('gives every article back as it was, by way of JSON', () => {
    const lines = fc.constantFrom('# 一', '## 二', '## 二', '- 甲。', '正文一段。', '', '---', 'title: 题', '> 引用');
    fc.assert(
      fc.property(fc.array(lines), (text) => {
        const { article } = parseArticle(file, text.join('\n'));
        const packed = JSON.parse(JSON.stringify(packArticle(article, file.path))) as PackedArticle;
        assert.deepEqual(unpackArticle(packed, file.uri, file.origin), article);
      }),
    );
  });

  it('is a source of a library beside files', async () => {
    const own = new MemorySource('personal');
    own.put('b.md', '乙');
    const { article } = parseArticle(file, '甲');
    let broken = false;
    const articles = (): Promise<readonly Article[]> =>
      broken ? Promise.reject(new Error('offline')) : Promise.resolve([article]);
    const library = new Library([own, { origin: 'builtin', uri: 'memory:/packed.json', articles }]);
    await library.load();
    assert.deepEqual(
      library.articles.map(({ text }) => text),
      ['乙', '甲'],
    );
    await library.reload();
    assert.equal(library.articles.at(-1), article);
    broken = true;
    await library.reload();
    assert.deepEqual(library.problems, [{ uri: 'memory:/packed.json', code: 'unreadable', detail: 'Error: offline' }]);
    assert.equal(library.articles.length, 1);
  });
});
