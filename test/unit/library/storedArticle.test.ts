import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../src/library/article';
import { parseArticle } from '../../../src/library/parseArticle';
import { storeArticle } from '../../../src/library/storedArticle';

const line = fc.constantFrom(
  '# 题目',
  '## 一、形势',
  '- 金句。',
  '同志们：',
  '',
  '1.17万亿元',
  '𠮷野家',
  '\ud800半个',
  '　　缩进',
);
const articles = fc
  .array(line, { maxLength: 30 })
  .map((lines) =>
    parseArticle({ uri: 'file:///金句/a.md', path: '金句/a.md', origin: 'personal' }, `${lines.join('\n')}\n`),
  );

const plain = ({ text, passages, headings, title, characters }: Article): unknown => ({
  text,
  title,
  characters,
  headings,
  passages: passages.map(({ kind, text: own, offset, length, line: at, headings: path }) => ({
    ...{ kind, own, offset, length, at },
    path,
  })),
});

describe('storeArticle', () => {
  it('gives an article that says what the one that was stored says', () => {
    fc.assert(fc.property(articles, ({ article }) => assert.deepEqual(plain(storeArticle(article)), plain(article))));
  });

  it('survives being copied', () => {
    const { article } = parseArticle({ uri: 'a', path: 'a.md', origin: 'personal' }, '# 甲\n\n乙。\n');
    assert.deepEqual(plain({ ...storeArticle(article) }), plain(article));
  });
});
