import assert from 'node:assert/strict';
import { articleMaterial, passageMaterial } from '../../../../src/editor/material/material';
import type { ArticleNode, ArticleOrder } from '../../../../src/editor/tree/treeNodes';
import { categoryNodes, childNodes, favoritesNode } from '../../../../src/editor/tree/treeNodes';
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

describe('the order of articles', () => {
  const dated = (title: string, date: string, source: string, length: number): ReturnType<typeof article> =>
    article(
      `总结/${title}.md`,
      `---\ntitle: ${title}\ndate: "${date}"\nsource: ${source}\n---\n\n${'字'.repeat(length)}`,
    );
  const four = [
    dated('甲', '2026年3月5日', '水利局', 3),
    dated('乙', '20260310', '', 9),
    dated('丙', '', '财政局', 5),
    dated('丁', '2025-12-31', '教育局', 7),
  ];
  const titles = (order: ArticleOrder): string =>
    categoryNodes(four, '', order)
      .flatMap((category): readonly ArticleNode[] => category.articles)
      .map(({ article: { title } }) => title)
      .join('');

  it('is that of the library, or by date however it is written, by source and by length; what is not known comes last', () => {
    assert.deepEqual(
      (['title', 'date', 'source', 'length'] as const).map((order) => titles(order)),
      ['甲乙丙丁', '乙甲丁丙', '丙丁甲乙', '乙丁丙甲'],
    );
  });
});

describe('favoritesNode', () => {
  it('holds what several marks mean once', () => {
    const [, quotes] = articles;
    const [passage] = quotes?.passages ?? [];
    assert.ok(quotes && passage);
    const marked = [passageMaterial(quotes, passage), articleMaterial(quotes), passageMaterial(quotes, passage)];
    const ids = favoritesNode(marked)?.favorites.map(({ id }) => id) ?? [];
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 2);
    assert.equal(favoritesNode([]), undefined);
  });
});

describe('childNodes', () => {
  const many = Array.from({ length: 701 }, (_, at) => article(`法规/${at}.md`, `# 第${at}件\n\n条文。`));
  const [category] = categoryNodes(many);

  it('shows a page of a large category, and how many come next', () => {
    assert.ok(category);
    const shown = (most?: number): unknown => {
      const nodes = childNodes(category, most);
      const last = nodes.at(-1);
      return [nodes.length, last?.kind === 'more' ? last.next : last?.kind];
    };
    assert.deepEqual(
      [shown(), shown(600), shown(900)],
      [
        [301, 300],
        [601, 101],
        [701, 'article'],
      ],
    );
    assert.equal(category.articles.length, 701);
  });

  it('makes the outline of an article once, when it is opened', () => {
    const first = category?.articles[0];
    assert.ok(first);
    const { outline } = first;
    assert.equal(first.outline, outline);
    assert.deepEqual(
      childNodes(first).map(({ kind }) => kind),
      ['passage'],
    );
  });
});
