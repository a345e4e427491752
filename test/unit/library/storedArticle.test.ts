import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

  it('keeps nothing of the text outside its buffers', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    // A part of a text of more than 12 characters is a view of the whole in V8.
    const file = (number: number): string =>
      `## 第${number}部分 关于进一步加强基层队伍建设的若干意见\n\n${`${'基层是基础。'.repeat(40)}\n\n`.repeat(400)}`;
    const stored: Article[] = [];
    const store = (number: number): void => {
      const path = `意见/${number}.md`;
      stored.push(storeArticle(parseArticle({ uri: path, path, origin: 'personal' }, file(number)).article));
    };
    store(0);
    const before = used();
    for (let number = 1; number <= 40; number++) store(number);
    // The texts are 7.7 MB as strings.
    assert.ok(used() - before < 3_000_000);
    assert.equal(stored.length, 41);
  });
});
