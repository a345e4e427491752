import assert from 'node:assert/strict';
import { sampleLibrary } from './sampleLibrary';
import { article, highlighted, searchOver, texts } from './searchFixtures';

const inspection = '窗口之间仍有推诿，企业为一枚公章要跑两趟，这样的差距必须承认。';

describe('related passages', () => {
  const search = searchOver(sampleLibrary);
  const related = async (paragraph: string, draft = paragraph, own?: string): Promise<readonly string[]> =>
    texts(await search.related({ paragraph, draft, article: own }, 10));

  it('are the closest first, and say why', async () => {
    const hits = await search.related({ paragraph: '有的窗口推诿扯皮，办一枚公章让群众跑两趟', draft: '' }, 10);
    assert.match(hits[0]?.passage.text ?? '', /审批时限/);
    assert.ok(hits[0] && highlighted(hits[0]).includes('一枚公章'), hits[0] && highlighted(hits[0]).join());
  });

  it('are none for a heading, a greeting, or what has nothing to do with the library', async () => {
    for (const paragraph of ['', '同志们：', '一、总体要求', '鼉龘鼉龘鼉龘鼉龘鼉龘', 'lorem ipsum dolor sit amet']) {
      assert.deepEqual(await related(paragraph), [], paragraph);
    }
  });

  it('are not what the draft holds, as it is, in good part, or with other names', async () => {
    const taken = '我们的审批时限比先进地区多出三天，窗口之间仍有推诿，企业为一枚公章要跑两趟，这样的差距必须承认。';
    assert.ok((await related(inspection, '')).some((text) => text === taken));
    assert.ok(!(await related(inspection, `开头。\n\n${taken}\n\n结尾。`)).includes(taken));
    assert.ok(!(await related(inspection)).includes(taken), 'most of it');
    const named = searchOver([article('甲', 'X市要把惠企政策编成清单，逐条写明谁来办、几天办、找谁问。')]);
    const draft = '临江市要把惠企政策编成清单，逐条写明谁来办、几天办、找谁问。';
    assert.deepEqual(await named.related({ paragraph: draft, draft }, 10), []);
    assert.equal((await named.related({ paragraph: draft, draft: '' }, 10)).length, 1);
  });

  it('are found for a long paragraph that was itself taken from the library', async () => {
    const long = Array.from({ length: 40 }, (_, at) => `第${String.fromCharCode(0x4e00 + at * 7)}条讲的是别处没有的事`);
    const library = [...sampleLibrary, article('长文', `${long.join('，')}，龙头企业挣了钱，农户也要增收。`)];
    const own = library.at(-1)?.passages[0]?.text ?? '';
    const found = texts(await searchOver(library).related({ paragraph: own, draft: own }, 10));
    assert.match(found[0] ?? '', /^龙头企业挣了钱/);
  });

  it('are not phrases, and nothing of the article that the draft is', async () => {
    const [speech] = sampleLibrary;
    const everywhere = await search.related({ paragraph: '持续优化营商环境，惠企政策直达快享', draft: '' }, 10);
    assert.ok(everywhere.length > 0);
    assert.ok(everywhere.every(({ passage }) => passage.kind !== 'phrase'));
    const elsewhere = await search.related({ paragraph: inspection, draft: '', article: speech?.id }, 10);
    assert.ok(elsewhere.every((hit) => hit.article !== speech));
  });
});
