import assert from 'node:assert/strict';
import type { Article } from '../../../src/library/article';
import { article, searchOver, texts } from './searchFixtures';
import { sampleLibrary } from './sampleLibrary';

describe('facets', () => {
  const many = Array.from({ length: 30 }, (_, number) =>
    article(
      `第${String(number)}次推进会讲话`,
      Array.from({ length: 10 }, (_, at) => `抓好科技创新的第${String(number * 10 + at)}件事。`).join('\n\n'),
    ),
  );
  const collection = article('科技创新短语', '- 科技创新引领\n- 创新驱动发展\n- 人才队伍建设\n- 科技创新平台', {
    category: '短语',
  });
  const quotes = article('科技金句', '- 科技创新是第一动力。\n- 人才是第一资源。', { category: '金句' });
  const library: readonly Article[] = [...many, collection, quotes];
  const search = searchOver(library);

  it('count all matches, whatever is asked for', async () => {
    const counts = { paragraph: 300, quote: 1, phrase: 2, article: 31 };
    for (const facet of [undefined, 'paragraph', 'quote', 'phrase', 'article'] as const) {
      assert.deepEqual((await search.search('科技创新', { facet })).facets, counts, facet);
    }
  });

  it('narrow the hits to a kind, or to articles, each with its best passage', async () => {
    const quote = await search.search('科技创新', { facet: 'quote' });
    assert.deepEqual([texts(quote.hits), quote.total, quote.phrases], [['科技创新是第一动力。'], 1, []]);
    const phrase = await search.search('科技创新', { facet: 'phrase' });
    assert.deepEqual([[...texts(phrase.hits)].sort(), phrase.total], [['科技创新平台', '科技创新引领'], 2]);
    const articles = await search.search('科技创新', { facet: 'article', limit: 100 });
    assert.equal(articles.total, 31);
    assert.equal(new Set(articles.hits.map((hit) => hit.article)).size, 31);
    assert.equal(articles.hits.length, 31);
  });

  it('put passages and quotes first, and a few phrases beside them', async () => {
    const { hits, phrases, total } = await search.search('科技创新');
    assert.deepEqual([hits.length, total, phrases.length], [50, 301, 2]);
    assert.ok(hits.every(({ passage }) => passage.kind !== 'phrase'));
  });

  it('count what is told about a formula among phrases, behind the formulas', async () => {
    const formula = '- 全面推进水利振兴\n  - 误写：全面推动水利振兴\n  - 出处：水利振兴工作会议\n- 水利振兴局';
    const speech = article('讲话', '我们要全面推进水利振兴，把渠道修好、把堤防修牢、把水库管好，让乡亲们安心。');
    const formulas = searchOver([article('水利规范表述', formula, { category: '提法' }), speech]);
    const { hits, facets } = await formulas.search('水利振兴');
    assert.deepEqual(
      hits.map((hit) => hit.article.title),
      ['讲话'],
    );
    assert.deepEqual([facets.paragraph, facets.phrase], [1, 4]);
    const phrases = texts((await formulas.search('水利振兴', { facet: 'phrase' })).hits);
    assert.deepEqual([...phrases.slice(0, 2)].sort(), ['全面推进水利振兴', '水利振兴局']);
    assert.deepEqual([...texts((await formulas.search('类:提法')).hits)].sort(), ['全面推进水利振兴', '水利振兴局']);
  });

  it('give the phrases where there is nothing else', async () => {
    const { hits, phrases, total } = await search.search('创新驱动');
    assert.deepEqual([texts(hits), phrases, total], [['创新驱动发展'], [], 1]);
    assert.deepEqual(texts((await search.search('类:短语')).hits).length, 4);
  });

  it('do not list a collection for its title', async () => {
    const { hits, facets } = await searchOver(sampleLibrary).search('常用表述');
    assert.deepEqual([hits.map(({ field }) => field), facets.phrase], [['title'], 1]);
  });

  it('are excluded by their names', async () => {
    assert.deepEqual((await search.search('科技创新 -短语')).facets.phrase, 0);
    assert.deepEqual((await search.search('科技创新 -金句 -段落')).facets, {
      paragraph: 0,
      quote: 0,
      phrase: 2,
      article: 0,
    });
    assert.equal((await search.search('类:金句 -金句')).total, 0);
  });
});

describe('pages', () => {
  const many = article('长卷', Array.from({ length: 900 }, (_, at) => `科技创新第${String(at)}条。`).join('\n\n'));
  const search = searchOver([many, ...sampleLibrary]);

  it('follow one another without a gap or a repeat', async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < 900; offset += 75) {
      const { hits, total } = await search.search('科技创新', { offset, limit: 75 });
      assert.equal(total, 900);
      seen.push(...texts(hits));
    }
    assert.deepEqual(new Set(seen), new Set(texts((await search.search('科技创新', { limit: 1000 })).hits)));
    assert.equal(seen.length, 900);
  });

  it('end where the matches end', async () => {
    assert.deepEqual((await search.search('科技创新', { offset: 900 })).hits, []);
    assert.equal((await search.search('类:长卷', { offset: 1 })).hits.length, 0);
  });
});

describe('partial matches', () => {
  const search = searchOver(sampleLibrary);

  it('say so, and what each lacks', async () => {
    const { hits, partial, words } = await search.search('白鹭 芯片');
    assert.deepEqual([partial, words], [true, ['白鹭', '芯片']]);
    assert.deepEqual(hits.flatMap(({ missing }) => missing).sort(), ['白鹭', '芯片']);
  });

  it('are none where a passage has everything, or a typo of it', async () => {
    for (const query of ['企业 农户', '种子是农业的根本', '营商环境 公章', '类:讲话']) {
      const { hits, partial } = await search.search(query);
      assert.ok(query === '种子是农业的根本' || !partial, query);
      assert.deepEqual(hits[0]?.missing, [], query);
    }
  });
});
