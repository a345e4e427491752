import assert from 'node:assert/strict';
import { AcceptanceHistory } from '../../../src/completion/ranking/acceptanceHistory';
import { listen } from '../library/libraryFixtures';
import { article, engineOf, file, labels, offered, phraseFile } from './phraseFixtures';

const files = {
  '短语/1.md': phraseFile('兴修农田水利设施', '农田水利工程', '抓春耕、保夏收、促秋播', '重点水源工程', '重庆水利枢纽'),
  '讲话/1.md': file('讲话', '加强渠道清淤工作，加强渠道清淤工作。', '加强渠道管护工作，要讲实效。'),
  '金句/1.md': file('金句', '- 渠不修则水不至，水不至则田不丰。'),
};
const skeleton = JSON.stringify({
  请示: { prefix: ['请示', 'qingshi', 'qs'], body: '# ${1:事由}', description: '骨架' },
});

describe('CompletionEngine', () => {
  it('offers phrases of lists and words of articles, with their place', async () => {
    const { engine } = await engineOf(files);
    const phrase = offered(engine, '要兴修|').find(({ label }) => label === '兴修农田水利设施');
    assert.deepEqual(
      [phrase?.kind, phrase?.insertText, phrase?.replaces, phrase?.filterText],
      ['phrase', '兴修农田水利设施', 2, '兴修'],
    );
    assert.equal(phrase?.article?.category, '短语');
    assert.equal(phrase.passage?.text, '兴修农田水利设施');
    assert.deepEqual(labels(offered(engine, '加强渠道|')), ['加强渠道清淤工作', '加强渠道管护工作']);
  });

  it('offers words of articles from elsewhere, and takes them out again', async () => {
    let others = [article(phraseFile('渠系配套改造工程'), '短语/别处.md')];
    const { engine } = await engineOf(files, [], { threshold: 0, others: () => others });
    assert.ok(labels(offered(engine, '推进渠系|')).includes('渠系配套改造工程'));
    others = [];
    engine.rebuild();
    await engine.ready();
    assert.deepEqual(offered(engine, '推进渠系|'), []);
  });

  it('offers them at the end of a line, inside one, in lists and headings', async () => {
    const { engine } = await engineOf(files);
    for (const text of ['农田|', '我们要农田|', '把农田|放在首位。', '- 农田|', '## 农田|', '一是农田|；二是渠道。']) {
      assert.ok(
        labels(offered(engine, text)).some((label) => label.includes('农田水利')),
        text,
      );
    }
  });

  it('goes on across 、 within a phrase', async () => {
    const { engine } = await engineOf(files);
    assert.ok(labels(offered(engine, '要抓春耕、保|')).includes('抓春耕、保夏收、促秋播'));
  });

  it('offers what the draft itself repeats, without a place', async () => {
    const { engine } = await engineOf({});
    const draftRepetitions = offered(engine, '青石岭水库除险加固。\n\n今年，青石岭|');
    assert.ok(labels(draftRepetitions).includes('青石岭水库除险加固'));
    assert.ok(draftRepetitions.every(({ article }) => article === undefined));
  });

  it('offers a quote where a clause begins with it', async () => {
    const { engine } = await engineOf(files);
    const [quote] = offered(engine, '俗话说，渠不修|');
    assert.deepEqual([quote?.kind, quote?.replaces], ['quote', 3]);
    assert.equal(quote?.insertText, '渠不修则水不至，水不至则田不丰。');
  });

  it('offers skeletons by name and by letters, first where nothing else stands on the line', async () => {
    const { engine } = await engineOf(files, [skeleton]);
    for (const text of ['请示|', 'qs|', '附上qingshi|']) {
      const found = offered(engine, text).find(({ kind }) => kind === 'snippet');
      assert.deepEqual([found?.label, found?.isSnippet, found?.description], ['请示', true, '骨架'], text);
    }
    assert.equal(offered(engine, 'qs|')[0]?.kind, 'snippet');
    // The whole document is not wanted where its name ends a clause.
    assert.ok(!offered(engine, '附上请示|').some(({ kind }) => kind === 'snippet'));
  });

  it('takes what follows the number of a heading or a point for the beginning of a clause', async () => {
    const { engine } = await engineOf(files);
    const plain = offered(engine, '，农田|').map(({ label }) => label);
    assert.notEqual(plain.length, 0);
    for (const number of ['一、', '十二、', '1、', '一是', '二要']) {
      assert.deepEqual(
        offered(engine, `${number}农田|`).map(({ label }) => label),
        plain,
        number,
      );
    }
  });

  it('offers nothing that begins inside a word', async () => {
    const { engine } = await engineOf({ '短语/甲.md': '- 强领导班子' }, [], { threshold: 0 });
    const labels = (text: string): readonly string[] => offered(engine, text).map(({ label }) => label);
    assert.deepEqual(labels('，强领导|'), ['强领导班子']);
    assert.deepEqual(labels('，加强领导|'), ['领导班子']);
  });

  it('offers what is unlikely to one who asks for a list', async () => {
    const { engine } = await engineOf(files, [], { threshold: 0.99 });
    assert.deepEqual(engine.complete('，农田', 3).list, []);
    assert.notDeepEqual(engine.complete('，农田', 3, { deliberate: true }).list, []);
  });

  it('takes initials, full pinyin, and a mixture with Chinese', async () => {
    const { engine } = await engineOf(files);
    for (const [text, label, replaced] of [
      ['要ntsl|', '农田水利', 'ntsl'],
      ['要nongtiansh|', '农田水利', 'nongtiansh'],
      ['要nongtsl|', '农田水利', 'nongtsl'],
      ['农田slgc|', '农田水利工程', '农田slgc'],
      ['老话说：qbx|', '渠不修则水不至，水不至则田不丰。', 'qbx'],
    ] as const) {
      const found = offered(engine, text).find((candidate) => candidate.label.startsWith(label));
      assert.ok(found, text);
      assert.deepEqual([found.filterText, found.replaces], [replaced, replaced.length]);
    }
  });

  it('reads a character of several readings as its word asks', async () => {
    const { engine } = await engineOf(files);
    assert.deepEqual(labels(offered(engine, '要zdsy|')), ['重点水源工程']);
    assert.deepEqual(labels(offered(engine, '要cqsl|')), ['重庆水利枢纽']);
    assert.deepEqual(labels(offered(engine, '要cdsy|')), []);
    assert.deepEqual(labels(offered(engine, '要zhongdian|')), ['重点水源工程']);
    assert.deepEqual(labels(offered(engine, '要chongdian|')), []);
    // As part of 成长期 it is read otherwise, but nobody who types this means 长期.
    const { engine: other } = await engineOf({ '短语/1.md': phraseFile('成长期企业', '长期坚持') });
    assert.ok(labels(offered(other, '要changqi|')).includes('长期坚持'));
    assert.deepEqual(labels(offered(other, '要zhangqi|')), []);
  });

  it('takes an English word for itself, until it goes on as pinyin', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('科研院所改革') });
    assert.deepEqual(labels(offered(engine, '统一使用key|')), []);
    assert.deepEqual(labels(offered(engine, '统一使用keyan|')), ['科研院所改革']);
  });

  it('does not offer what already stands after the cursor', async () => {
    const { engine } = await engineOf(files);
    assert.deepEqual(labels(offered(engine, '兴修|农田水利设施')), []);
    assert.ok(labels(offered(engine, '农田水利|')).includes('农田水利工程'));
    assert.ok(!labels(offered(engine, '农田水利|工')).includes('农田水利工程'));
  });

  it('offers nothing in code, addresses and front matter', async () => {
    const { engine } = await engineOf(files, [skeleton]);
    for (const text of ['```\n农田|', '`农田|`', '---\ntitle: 农田|\n---\n', 'https://a.cn/nt|', '[甲](农田|)']) {
      assert.deepEqual(offered(engine, text), [], text);
    }
  });

  it('prefers the category of the draft where all else is equal', async () => {
    const { engine } = await engineOf({
      '报告/1.md': file('报告', '巡查堤防险段。'),
      '讲话/1.md': file('讲话', '巡查堤防涵闸。'),
    });
    const first = (category: string): string | undefined => offered(engine, '巡查堤防|', { category })[0]?.label;
    assert.equal(first('报告'), '巡查堤防险段');
    assert.equal(first('讲话'), '巡查堤防涵闸');
  });

  it('judges the category by the text where nobody names it', async () => {
    const { engine } = await engineOf({
      '报告/1.md': file('报告', `巡查堤防险段。${'截至本月底完成除险加固三处并通过验收'.repeat(5)}`),
      '讲话/1.md': file('讲话', `巡查堤防涵闸。${'同志们我们要把责任扛在肩上把群众放在心里'.repeat(5)}`),
    });
    const first = (draft: string): string | undefined => offered(engine, `${draft}\n巡查堤防|`)[0]?.label;
    assert.equal(first('截至本月底完成除险加固三处并通过验收。'.repeat(5)), '巡查堤防险段');
    assert.equal(first('同志们我们要把责任扛在肩上把群众放在心里。'.repeat(5)), '巡查堤防涵闸');
    assert.equal(first('---\ncategory: 报告\n---\n'), '巡查堤防险段');
  });

  it('learns from what was accepted', async () => {
    const history = new AcceptanceHistory();
    const options = { threshold: 0, history };
    const { engine } = await engineOf({ '短语/1.md': phraseFile('巡查堤防险段', '巡查堤防涵闸') }, [], options);
    const [first, second] = offered(engine, '巡查堤防|');
    history.accept(second?.historyKey ?? '');
    assert.equal(offered(engine, '巡查堤防|')[0]?.label, second?.label);
    history.clear();
    assert.equal(offered(engine, '巡查堤防|')[0]?.label, first?.label);
  });

  it('moves down what was passed over, but does not take the list away for it', async () => {
    const history = new AcceptanceHistory();
    const { engine } = await engineOf({ '短语/1.md': phraseFile('巡查堤防险段') }, [], { history });
    const [only] = offered(engine, '巡查堤防|');
    assert.ok(only);
    for (let times = 0; times < 10; times++) history.ignore(only.historyKey);
    assert.ok((offered(engine, '巡查堤防|')[0]?.score ?? 1) < only.score);
  });

  it('merges what says the same', async () => {
    const { engine } = await engineOf({ '短语/1.md': phraseFile('统筹灌溉与防洪排涝', '统筹灌溉和防洪排涝') });
    assert.equal(offered(engine, '统筹灌溉|').length, 1);
  });

  it('shows nothing that is not likely enough', async () => {
    const { engine } = await engineOf(files, [], { threshold: 1 });
    assert.deepEqual(offered(engine, '要把农田|'), []);
    assert.notDeepEqual(offered(engine, '要ntsl|'), []);
  });

  it('gives the same list every time', async () => {
    const { engine } = await engineOf(files, [skeleton]);
    assert.deepEqual(offered(engine, '农田|'), offered(engine, '农田|'));
    const { engine: twin } = await engineOf(files, [skeleton]);
    assert.deepEqual(labels(offered(twin, '农田|')), labels(offered(engine, '农田|')));
  });

  it('has nothing to offer before it is ready, and does not throw', async () => {
    const { library } = await engineOf(files);
    const { CompletionEngine } = await import('../../../src/completion/completionEngine');
    assert.deepEqual(offered(new CompletionEngine(library), '农田|'), []);
  });

  it('follows changes of the library', async () => {
    const { engine, source, library } = await engineOf(files);
    const { next } = listen(library);
    source.write('短语/2.md', phraseFile('农田建设规划'));
    await next();
    await engine.ready();
    assert.ok(labels(offered(engine, '农田|')).includes('农田建设规划'));
    source.write('短语/2.md', phraseFile('农田保护红线'));
    await next();
    await engine.ready();
    assert.ok(labels(offered(engine, '农田|')).includes('农田保护红线'));
    assert.ok(!labels(offered(engine, '农田|')).includes('农田建设规划'));
    for (const path of ['短语/1.md', '短语/2.md']) {
      source.remove(path);
      await next();
    }
    await engine.ready();
    assert.deepEqual(offered(engine, '农田|'), []);
    source.write('短语/1.md', phraseFile('农田水利工程'));
    await next();
    await engine.ready();
    assert.deepEqual(labels(offered(engine, '农田|')), ['农田水利工程']);
  });

  it('does not follow once it is disposed', async () => {
    const { engine, source, library } = await engineOf(files);
    engine.dispose();
    const { next } = listen(library);
    source.write('短语/2.md', phraseFile('农田建设规划'));
    await next();
    await engine.ready();
    assert.ok(!labels(offered(engine, '农田|')).includes('农田建设规划'));
  });
});
