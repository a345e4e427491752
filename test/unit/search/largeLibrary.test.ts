import assert from 'node:assert/strict';
import type { Article } from '../../../src/library/article';
import { article, highlighted, searchOver, texts } from './searchFixtures';

const words = [
  '科技',
  '创新',
  '发展',
  '企业',
  '人才',
  '平台',
  '产业',
  '改革',
  '服务',
  '保障',
  '机制',
  '项目',
  '责任',
  '落实',
];

/** Passages that are all alike and yet all different: the common words in ever other orders, and a number. */
function common(number: number): string {
  const chosen = Array.from(
    { length: 30 },
    (_, at) => words[(number * 7 + at * ((number % 5) + 2)) % words.length] ?? '',
  );
  return `第${String(number)}段，${chosen.join('')}。`;
}

const rare = '选派科技特派员进村入户，科技小院扎根田埂。';
const first = '科技创新引领发展';

describe('a large library', () => {
  const bulk = Array.from({ length: 120 }, (_, part) =>
    article(`卷${String(part)}`, Array.from({ length: 40 }, (_, at) => common(part * 40 + at)).join('\n\n')),
  );
  const library: readonly Article[] = [
    ...bulk,
    article('田埂上', `${rare}\n\n${first}的例子。`),
    article('字母', 'k 级、t 级、p 级、y 级项目分别管理。\n\n学会保护自己。\n\n健全保护机制。'),
  ];
  const search = searchOver(library);

  before(async () => {
    await search.ready();
    await search.settled();
  });

  for (const query of [
    'kjtpy',
    'kejitepaiyuan',
    "ke'ji'te'pai'yuan",
    '科技tpy',
    'tepaiyuan',
    '特派员',
    '科技特派元',
    '埂',
  ]) {
    it(`finds the one passage that is meant: ${query}`, async () => {
      const { hits } = await search.search(query);
      assert.equal(texts(hits)[0], rare);
      assert.ok(hits[0] && highlighted(hits[0]).length > 0);
    });
  }

  it('takes two exchanged characters for a likelier slip than two of like sound', async () => {
    const { hits } = await search.search('保护制机');
    assert.equal(texts(hits)[0], '健全保护机制。');
  });

  it('finds a rare text by the letters that frequent ones have, too', async () => {
    // 科技 and 创新 stand side by side in no order that is fixed; 客机 and 垂询 stand here only.
    const rarely = searchOver([...library, article('客机', '客机垂询电话。')]);
    const { hits } = await rarely.search('kjcx', { limit: 1000 });
    assert.ok(texts(hits).includes('客机垂询电话。'));
  });

  it('tells how many there are of what stands everywhere, and ranks the most promising', async () => {
    const scanned = library.flatMap(({ passages }) => passages).filter(({ text }) => text.includes('科技'));
    const { hits, total } = await search.search('"科技"');
    assert.equal(total, scanned.length);
    assert.equal(hits.length, 50);
    assert.ok(hits.every(({ passage }) => passage.text.includes('科技')));
  });

  it('gives as many hits as are asked for', async () => {
    const { hits } = await search.search('科技', { limit: 1000 });
    assert.equal(hits.length, 1000);
  });

  it('finds a character wherever it stands, alone, first or last in a word', async () => {
    const scanned = library.flatMap(({ passages }) => passages).filter(({ text }) => text.includes('派'));
    const { total } = await search.search('派');
    assert.equal(total, scanned.length);
  });

  it('gives passages of any origin that hold all, before parts of the words', async () => {
    const { hits, total } = await search.search('特派员 小院');
    assert.deepEqual([total, texts(hits)[0]], [1, rare]);
  });

  it('excludes and filters before it limits', async () => {
    const { hits, total } = await search.search('科技 题:田埂');
    assert.deepEqual([[...texts(hits)].sort(), total], [[rare, `${first}的例子。`].sort(), 2]);
  });
});
