import assert from 'node:assert/strict';
import type { ArticleNode } from '../../../../src/editor/tree/treeNodes';
import { categoryNodes } from '../../../../src/editor/tree/treeNodes';
import { parseArticle } from '../../../../src/library/parseArticle';

const article = (path: string, text: string) =>
  parseArticle({ uri: `memory:/${path}`, path, origin: 'personal' }, text).article;

const articles = [
  article('讲话致辞/春耕.md', '# 春耕动员\n\n## 一、农时\n\n抓紧备耕，ＡＩ测土配方。\n\n## 二、责任\n\n包村到人。'),
  article('金句/节气.md', '- 春争日，夏争时。\n- 人勤地不懒。'),
];

/** Titles of the articles that a filter leaves, with the number of their passages. */
const left = (filter: string): readonly string[] =>
  categoryNodes(articles, filter)
    .flatMap((category): readonly ArticleNode[] => category.articles)
    .map(({ article: { title }, passages }) => `${title} ${passages}`);

describe('categoryNodes', () => {
  it('keeps the articles whose title or category holds the filter, whole', () => {
    assert.deepEqual(left(''), ['春耕动员 2', '节气 2']);
    assert.deepEqual(left('春耕'), ['春耕动员 2']);
    assert.deepEqual(left('金句'), ['节气 2']);
  });

  it('keeps only the passages that hold every word, in any order and of any width', () => {
    assert.deepEqual(left('备耕 抓紧'), ['春耕动员 1']);
    assert.deepEqual(left('ai'), ['春耕动员 1']);
    assert.deepEqual(left('农时 备耕'), ['春耕动员 1']);
    assert.deepEqual(left('动员 包村'), ['春耕动员 1']);
    assert.deepEqual(left('备耕 包村'), []);
  });
});
