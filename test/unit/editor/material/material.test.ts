import assert from 'node:assert/strict';
import {
  articleMaterial,
  passageAt,
  referenceTo,
  resolveReference,
  sectionMaterial,
} from '../../../../src/editor/material/material';
import type { Article } from '../../../../src/library/article';
import { Library } from '../../../../src/library/library';
import { outline } from '../../../../src/library/outline';
import { parseArticle } from '../../../../src/library/parseArticle';
import { sharedArticleId } from '../../../../src/shared/sharedArticle';

const parse = (text: string): Article =>
  parseArticle({ uri: 'memory:/a.md', path: 'a.md', origin: 'personal' }, text).article;
const article = parse('---\ntitle: 题\n---\n\n## 一、甲\n\n甲文\n续行。\n\n## 二、乙\n\n乙文。\n');

describe('material', () => {
  it('at a line is its passage, below a heading the first one after it, behind all the last', () => {
    const texts = [4, 6, 7, 8, 9, 11, 99].map((line) => passageAt(article, line)?.text);
    assert.deepEqual(texts, ['甲文\n续行。', '甲文\n续行。', '甲文\n续行。', '乙文。', '乙文。', '乙文。', '乙文。']);
  });

  it('of an article is its body, and nothing where there is none', () => {
    assert.ok(articleMaterial(article).text.startsWith('## 一、甲'));
    assert.equal(articleMaterial(parse('---\ntitle: 空文\n---\n')).text, '');
  });

  it('is found again by its words, its heading or its article, also under another URI', async () => {
    const moved = { ...article, id: 'memory:/b.md' };
    const library = new Library([{ origin: 'builtin', uri: '', articles: () => Promise.resolve([moved]) }]);
    await library.load();
    const [first] = outline(article).sections;
    assert.ok(first);
    for (const material of [passageAt(article, 11), sectionMaterial(article, first), articleMaterial(article)]) {
      assert.ok(material);
      const found = resolveReference(library, referenceTo(material));
      assert.equal(found?.text, material.text);
      assert.equal(found.article, moved);
    }
    assert.equal(resolveReference(library, { article: '', title: '题', text: '没有这一段' }), undefined);
  });

  it('of the shared library is known by its words, without the server', () => {
    const reference = { article: sharedArticleId('7', '题'), title: '题', text: '办成一件、销号一件。' };
    const found = resolveReference(new Library([]), reference);
    assert.ok(found?.passage);
    assert.deepEqual(referenceTo(found), reference);
    assert.ok(found.article.text.startsWith(found.passage.text, found.passage.offset));
    const { article: id, title } = reference;
    assert.equal(resolveReference(new Library([]), { article: id, title }), undefined);
  });
});
