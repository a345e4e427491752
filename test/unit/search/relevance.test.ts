import assert from 'node:assert/strict';
import { article, highlighted, searchOver, texts } from './searchFixtures';
import { sampleLibrary } from './sampleLibrary';

/** Kind of query, query, and words that the best hit must hold. */
const knownItems: readonly (readonly [kind: string, query: string, best: string])[] = [
  ['a phrase', '惠企政策编成清单', '逐条写明谁来办'],
  ['two words', '窗口 公章', '跑两趟'],
  ['two words of one passage, apart', '良种 耕地', '粮食安全'],
  ['a clause with one word changed', '种子是农业的根本', '种子是农业的芯片'],
  ['words in another order', '白鹭 公园 排污口', '一条河的变化'],
  ['words in another order, without spaces', '白鹭飞回排污口关停', '一条河的变化'],
  ['a rare word', '晴雨表', '检验作风'],
  [
    'a long sentence with edits',
    '我们的办事时限比周边地区多出五天，部门之间还有推诿，群众为一枚公章要跑三趟',
    '审批时限',
  ],
  ['a word of the title and one of the text', '营商环境 公章', '跑两趟'],
  ['a word of a heading and one of the text', '种业振兴 芯片', '种子是农业的芯片'],
  ['pinyin initials', 'hqzc', '惠企政策'],
  ['full pinyin', 'zhongzhi ziyuan', '种质资源库'],
  ['pinyin as an input method shows it', 'zhong zhi', '种质资源库'],
  ["pinyin with an input method's marks", "zhong'zhi'zi'yuan", '种质资源库'],
  ['Chinese with an unfinished word after it', '惠企zhengc', '惠企政策'],
  ['initials and full pinyin mixed', 'qingyb', '晴雨表'],
  ['traditional characters', '審批時限', '审批时限'],
  ['full-width digits', '２０２７年', '2027年底前'],
  ['a number of the house style', '4+4+1', '“4+4+1”治污工程'],
  ['one character', '稳', '稳住存量'],
  ['the beginning of a number', '202', '2027年底前'],
];

describe('relevance', () => {
  const search = searchOver(sampleLibrary);

  for (const [kind, query, best] of knownItems) {
    it(`finds a passage by ${kind}: ${query}`, async () => {
      const { hits } = await search.search(query);
      assert.ok(hits[0]?.passage.text.includes(best), JSON.stringify(texts(hits), null, 1));
    });
  }

  it('puts running text before the phrases that hold the same words', async () => {
    const { hits } = await search.search('营商环境');
    assert.equal(hits[0]?.passage.kind, 'paragraph');
    assert.ok(hits.every(({ passage }) => passage.kind !== 'phrase'));
  });

  it('is not flooded by a collection of phrases', async () => {
    const group = (number: number): string =>
      `## 第${String(number)}类\n\n${'- 支持产业发展\n- 壮大产业集群\n'.repeat(25)}`;
    const phrases = Array.from({ length: 38 }, (_, number) => group(number));
    const flooded = searchOver([...sampleLibrary, article('政策短语', phrases.join('\n'), { category: '短语' })]);
    const { hits, phrases: few, facets } = await flooded.search('产业');
    assert.deepEqual(
      hits.map(({ passage }) => passage.text.slice(0, 6)),
      ['发展绿色产业'],
    );
    assert.equal(few.length, 5);
    assert.ok(facets.phrase > 500, String(facets.phrase));
  });

  it('wants all words, and gives the best partial matches when no passage has all', async () => {
    const all = await search.search('企业 农户');
    assert.deepEqual(texts(all.hits), [
      '龙头企业挣了钱，农户也要增收。可以推行“保底收购、盈余分红”的办法，把小农户带进大市场。',
    ]);
    const some = await search.search('白鹭 芯片');
    assert.equal(some.hits.length, 2);
    assert.deepEqual(some.hits.flatMap(highlighted).sort(), ['白鹭', '芯片']);
  });

  it('gives the writer’s article first among equals, whatever the order of indexing', async () => {
    const [one, two] = [article('甲', '相同的一段话。'), article('乙', '相同的一段话。')];
    for (const articles of [
      [one, two],
      [two, one],
    ]) {
      const service = searchOver([one, two]);
      await service.ready();
      service.articles = articles;
      const { hits } = await service.search('一段话');
      assert.deepEqual(
        hits.map((hit) => hit.article),
        articles,
      );
    }
  });
});
