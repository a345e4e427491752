import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../src/library/article';
import { fold } from '../../../src/text/fold';
import { parseQuery } from '../../../src/search/query/query';
import { article, highlighted, searchOver, texts } from './searchFixtures';
import { sampleLibrary } from './sampleLibrary';

describe('SearchService', () => {
  const search = searchOver(sampleLibrary);
  const found = async (query: string): Promise<readonly string[]> => texts((await search.search(query)).hits);

  it('highlights what was found, in the passage and in the excerpt', async () => {
    const { hits } = await search.search('惠企政策 清单');
    const [hit] = hits;
    assert.ok(hit);
    assert.deepEqual(highlighted(hit), ['惠企政策', '清单']);
    assert.deepEqual(
      hit.excerpt.matches.map(({ start, end }) => hit.excerpt.text.slice(start, end)),
      ['惠企政策', '清单'],
    );
  });

  it('highlights the text as it stands, whatever the query was typed like', async () => {
    const service = searchOver([article('换行', '到２０２７ 年，要把**科技**\n創新摆上位。')]);
    const cases = { '2027年': '２０２７ 年', 科技创新: '科技**\n創新', kjcx: '科技**\n創新', 'zai 2027': '２０２７' };
    for (const [query, marked] of Object.entries(cases)) {
      const [hit] = (await service.search(query)).hits;
      assert.ok(hit, query);
      assert.deepEqual(highlighted(hit), [marked]);
      assert.doesNotMatch(hit.excerpt.text, /\n/);
    }
  });

  it('takes pinyin with its tones', async () => {
    const service = searchOver([article('生态', '绿水青山就是金山银山。')]);
    const [hit] = (await service.search('lǜshuǐ')).hits;
    assert.ok(hit);
    assert.deepEqual(highlighted(hit), ['绿水']);
    assert.deepEqual(highlighted((await service.search('lǜ shuǐ')).hits[0] ?? hit), ['绿水']);
  });

  it('filters by category, tag, source and title', async () => {
    assert.deepEqual(await found('类:综述 产业'), await found('产业 category：工作综述'));
    assert.equal((await found('类:综述 产业')).length, 1);
    assert.equal((await found('标签:种业 企业')).length, 2);
    assert.equal((await found('来源:网络 企业')).length, 0);
    assert.equal((await found('题:大会 企业')).length, (await found('企业 -题:农业 -类:短语')).length);
    assert.equal((await found('类:综述 类:讲话 清单')).length, 2);
    assert.equal((await found('标签:营商环境 标签:大会 企业')).length, (await found('标签:大会 企业')).length);
    assert.deepEqual(await found('标签:营商环境 标签:种业 企业'), []);
  });

  it('names the values of a filter that is being typed', async () => {
    const values = async (query: string): Promise<readonly string[]> =>
      (await search.search(query)).filterValues.map(({ value }) => value);
    assert.deepEqual(await values('产业 类:综'), ['工作综述']);
    assert.deepEqual(await values('产业'), []);
  });

  it('excludes', async () => {
    assert.ok((await found('企业')).some((text) => text.includes('龙头')));
    assert.ok(!(await found('企业 -龙头')).some((text) => text.includes('龙头')));
    assert.ok((await found('企业 -"龙头 农户"')).some((text) => text.includes('龙头')));
  });

  it('wants verbatim what stands in quotation marks', async () => {
    assert.deepEqual(await found('"企业农户"'), []);
    assert.equal((await found('“保底收购、盈余分红”')).length, 1);
    assert.equal((await found('"保底收购,盈余分红" 小农户')).length, 0, 'another mark is another wording');
  });

  it('lists articles, quotes and phrases for filters alone', async () => {
    const { hits } = await search.search('类:讲话');
    assert.deepEqual(
      hits.map(({ passage, field }) => [passage.text.slice(0, 3), field]),
      [['同志们', 'filter']],
    );
    assert.equal((await found('类:金句')).length, 3);
    assert.deepEqual(await found('类:没有'), []);
  });

  it('says when only a title or heading matches, and shows one passage for it', async () => {
    const { hits } = await search.search('现代化的几点思考');
    assert.deepEqual(
      hits.map(({ field, matches, passage }) => [field, matches, passage.text.slice(0, 4)]),
      [['title', [], '粮食安全']],
    );
    const [heading] = (await search.search('联农带农')).hits;
    assert.equal(heading?.field, 'heading');
    assert.match(heading.passage.text, /^龙头企业/);
    assert.match(heading.excerpt.text, /^龙头企业/);
  });

  it('finds nothing, without fault, for nothing', async () => {
    for (const query of ['', '  ', '，。', '"。"', '-企业', '""', '鼉龘', 'zzzz', 'qqqq xxxx']) {
      assert.deepEqual((await search.search(query)).hits, [], query);
    }
  });

  it('takes a whole paragraph for a query, of the library or not', async () => {
    const paragraphs = sampleLibrary.flatMap(({ passages }) => passages).filter(({ text }) => text.length > 30);
    for (const { text } of paragraphs) {
      assert.equal((await found(text.replace(/\s/g, '').repeat(3)))[0], text);
    }
    const strange = Array.from({ length: 200 }, (_, at) => String.fromCharCode(0x9000 + at)).join('');
    assert.deepEqual(await found(strange), []);
    assert.deepEqual(await found(`企业 "${strange}"`), []);
  });

  it('passes on what is wrong with a query', async () => {
    const { problems, hits } = await search.search('企业 "清单');
    assert.deepEqual(problems, [{ code: 'unclosedQuote', offset: 3 }]);
    assert.equal(hits.length, 1);
  });

  it('gives no more than is asked for, and tells how many there are', async () => {
    const { hits, total } = await search.search('企业', { limit: 2 });
    assert.equal(hits.length, 2);
    assert.equal(total, (await search.search('企业')).hits.length);
    assert.ok(total > 2);
  });

  it('stops when it is cancelled', async () => {
    const { hits } = await search.search('企业', { cancelled: () => true });
    assert.deepEqual(hits, []);
  });

  it('follows the library: added, replaced, removed', async () => {
    const service = searchOver([article('甲', '春耕备耕抓得早。'), article('丙', '夏收夏种不等人。')]);
    const passages = async (query: string): Promise<readonly string[]> => texts((await service.search(query)).hits);
    assert.deepEqual(await passages('春耕'), ['春耕备耕抓得早。']);
    const replaced = article('甲', '春耕生产全面铺开。');
    const kept = article('丙', '夏收夏种不等人。');
    service.articles = [replaced, article('乙', '秋粮丰收已成定局。'), kept];
    assert.deepEqual(await passages('春耕'), ['春耕生产全面铺开。']);
    assert.deepEqual(await passages('丰收'), ['秋粮丰收已成定局。']);
    assert.deepEqual(await passages('备耕'), []);
    service.articles = [kept];
    assert.deepEqual(await passages('春耕'), []);
    assert.deepEqual(await passages('chungeng'), []);
    assert.deepEqual(await passages('夏种'), ['夏收夏种不等人。']);
    service.articles = [];
    assert.deepEqual(await passages('夏种'), []);
  });

  it('answers searches that come together, each with its own', async () => {
    const service = searchOver(sampleLibrary);
    const results = await Promise.all(['晴雨表', '白鹭', '芯片'].map((query) => service.search(query)));
    assert.deepEqual(
      results.map(({ hits }) => hits.flatMap(highlighted)),
      [['晴雨表'], ['白鹭'], ['芯片']],
    );
  });
});

describe('SearchService, whatever the text and the query', () => {
  const sentence = fc.stringMatching(/^[科技创新发展人才企业政策，。“”2027a\n 　發𠮷]{1,60}$/u);
  const articles = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((bodies): readonly Article[] => bodies.map((body, at) => article(`标题${String(at)}科技`, body.join('\n\n'))));
  const queryPart = fc.oneof(
    sentence,
    fc.constantFrom(' ', '-', '"', '“', '类:', 'kj', 'keji', "ke'ji", 'cx', '类:理论'),
    fc.string({ unit: 'binary' }),
  );
  const query = fc.array(queryPart, { maxLength: 5 }).map((parts) => parts.join(''));

  it('never fails, and its ranges are in order, inside the text, and never half a character', async () => {
    await fc.assert(
      fc.asyncProperty(articles, query, async (library, text) => {
        const { hits, total } = await searchOver(library).search(text);
        assert.ok(total >= hits.length);
        for (const { passage, matches, excerpt, field } of hits) {
          assert.equal(matches.length > 0, field === 'text');
          for (const [whole, ranges] of [
            [passage.text, matches],
            [excerpt.text, excerpt.matches],
          ] as const) {
            let last = 0;
            for (const { start, end } of ranges) {
              assert.ok(last <= start && start < end && end <= whole.length);
              assert.doesNotMatch(whole.slice(start, end), /^[\udc00-\udfff]|[\ud800-\udbff]$/);
              last = end;
            }
          }
        }
      }),
    );
  });

  it('finds every passage by every two or more Han characters of it that stand together', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.nat(), fc.integer({ min: 2, max: 9 }), async (library, place, length) => {
        const passages = library.flatMap((one) => one.passages);
        const runs = passages.flatMap((passage) =>
          (passage.text.match(/[\u4e00-\u9fff]{2,}/g) ?? []).map((run) => ({ passage, run })),
        );
        const chosen = runs[place % Math.max(runs.length, 1)];
        if (!chosen) return;
        const start = place % (chosen.run.length - 1);
        const part = chosen.run.slice(start, start + Math.max(2, length));
        const { hits } = await searchOver(library).search(part, { limit: passages.length });
        const hit = hits.find(({ passage }) => passage === chosen.passage);
        assert.ok(hit, `${part} in ${JSON.stringify(chosen.passage.text)}`);
        assert.ok(
          highlighted(hit).every((marked) => fold(marked).text.startsWith(fold(part).text)),
          highlighted(hit).join('|'),
        );
      }),
    );
  });

  it('takes parts of a verbatim wording for none of it', async () => {
    const { hits, facets } = await searchOver([article('防汛2026要点', '2026年要早谋划。')]).search('"2026要点"');
    assert.deepEqual(
      hits.map(({ field, matches }) => [field, matches]),
      [['title', []]],
    );
    assert.equal(facets.paragraph, 1);
  });

  it('agrees with a plain scan about a verbatim query', async () => {
    await fc.assert(
      fc.asyncProperty(articles, sentence, async (library, text) => {
        const part = text.replace(/[“”\s]/g, '').slice(0, 4);
        const { phrases } = parseQuery(`"${part}"`);
        if (!/[\u4e00-\u9fff]{2}/.test(part) || phrases.length !== 1) return;
        const passages = library.flatMap((one) => one.passages);
        const { hits } = await searchOver(library).search(`"${part}"`, { limit: passages.length });
        const inText = hits.filter(({ field }) => field === 'text').map(({ passage }) => passage);
        const wanted = fold(part).text;
        const word = /^[a-z0-9]|[a-z0-9]$/.test(wanted);
        const scanned = passages.filter((passage) => fold(passage.text).text.includes(wanted));
        // A word of letters or digits counts only as a whole, which a plain scan does not know.
        if (word) assert.ok(inText.every((passage) => scanned.includes(passage)));
        else assert.deepEqual(new Set(inText), new Set(scanned));
      }),
    );
  });
});
