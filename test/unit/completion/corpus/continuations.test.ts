import assert from 'node:assert/strict';
import type { Concordance } from '../../../../src/completion/corpus/concordance';
import type { Continuations } from '../../../../src/completion/corpus/continuations';
import { continuations } from '../../../../src/completion/corpus/continuations';
import { article, concordanceOf, file, phraseFile } from '../phraseFixtures';

function after(concordance: Concordance, typed: string): Continuations {
  const range = concordance.byText.find(Array.from(typed, (c) => c.charCodeAt(0)));
  const { store, byText: suffixes, ends } = concordance;
  return continuations({ store, suffixes, ends }, range, typed.length);
}

const texts = ({ list }: Continuations): readonly string[] => list.map(({ text }) => text).sort();

describe('continuations', () => {
  it('gives what follows, with its frequency', () => {
    const concordance = concordanceOf(
      article(file('讲话', '加强水利建设，加强水利建设，加强水利管理。', '加强水利建设。')),
    );
    const found = after(concordance, '加强水利');
    assert.equal(found.total, 4);
    assert.equal(found.branches, 2);
    assert.deepEqual(found.list.map(({ text, count }) => [text, count]).sort(), [
      ['建设', 3],
      ['管理', 1],
    ]);
  });

  it('leaves out what always goes on in one way, and keeps what branches', () => {
    const concordance = concordanceOf(
      article(file('讲话', '兴修农田水利设施，兴修农田水利工程，兴修农田水利设施。重视水利。')),
    );
    assert.deepEqual(texts(after(concordance, '兴修')), ['农田水利', '农田水利工程', '农田水利设施']);
  });

  it('gives parts of a clause that stands once, but none of a phrase of a list', () => {
    const once = '兴修农田水利设施';
    assert.deepEqual(texts(after(concordanceOf(article(file('讲话', `${once}。保护农田，重视水利。`))), '兴修')), [
      '农田',
      '农田水利',
      '农田水利设施',
    ]);
    assert.deepEqual(texts(after(concordanceOf(article(phraseFile(once))), '兴修')), ['农田水利设施']);
  });

  it('does not end with a word that ends no clause, however often it goes on in different ways', () => {
    const text = '亲自部署水利工作，亲自部署春耕生产，亲自过问灌溉，亲自检查堤防。全面检查堤防。';
    const concordance = concordanceOf(
      article(file('讲话', text.repeat(3), '县长亲自部署、亲自过问，书记亲自部署、亲自检查。')),
    );
    const found = texts(after(concordance, '亲自'));
    assert.ok(found.includes('部署'), found.join(' '));
    assert.deepEqual(
      found.filter((continuation) => continuation.endsWith('亲自')),
      [],
    );
  });

  it('ends where one place shows it only with a word that often ends a phrase', () => {
    const rest = '机房、机房设备、机房人员、机房制度、机房巡查';
    const concordance = concordanceOf(article(file('讲话', `整修水库机房设备。${rest}。水库、水库、渠道。`)));
    assert.deepEqual(texts(after(concordance, '整修')), ['水库', '水库机房设备']);
  });

  it('does not end before a number', () => {
    const concordance = concordanceOf(article(file('讲话', '企业参与的科技项目占60%，企业参与的科技项目超过100个。')));
    assert.deepEqual(
      texts(after(concordance, '参与')).filter((text) => /[占过]$/.test(text)),
      [],
    );
  });

  it('does not end where a quotation, a title, a blank or a figure goes on', () => {
    for (const rest of ['《水法》', '“河长制”', '〔文件名称〕', '30份', 'X个']) {
      const concordance = concordanceOf(article(file('讲话', `会议传达学习${rest}。`)));
      assert.deepEqual(texts(after(concordance, '会议')), [], rest);
    }
    assert.deepEqual(texts(after(concordanceOf(article(file('讲话', '会议传达学习。'))), '会议')), ['传达学习']);
  });

  it('does not end with a word that was seen only inside of clauses', () => {
    const concordance = concordanceOf(article(file('讲话', '也要购买水泵，也要购买种子。')));
    const found = texts(after(concordance, '也要'));
    assert.deepEqual(found, ['购买水泵', '购买种子']);
  });

  it('closes no frame that opens before it, unless it stands without one elsewhere', () => {
    const framed = file('讲话', '把查找出的差距补上。在抓好灌溉上下功夫。');
    const concordance = concordanceOf(article(framed));
    for (const typed of ['查找', '灌溉']) {
      for (const text of texts(after(concordance, typed))) assert.doesNotMatch(text, /补上|功夫/);
    }
    assert.ok(texts(after(concordance, '把查找')).includes('出的差距补上'));
    const both = concordanceOf(article(framed), article(file('讲话', '查找出的差距补上。'), '甲/乙.md'));
    assert.ok(texts(after(both, '查找')).includes('出的差距补上'));
    const closed = concordanceOf(article(file('讲话', '在灌溉季节里修整渠道。')));
    assert.ok(texts(after(closed, '修整')).includes('渠道'));
  });

  it('does not end where one place goes on with what it qualifies', () => {
    const once = concordanceOf(article(file('讲话', '要把分散的资源整合起来。力量分散，资源分散。')));
    assert.ok(!texts(after(once, '要把')).includes('分散'));
    assert.ok(texts(after(once, '要把')).includes('分散的资源整合起来'));
  });

  it('does not end within the last member of a list', () => {
    const concordance = concordanceOf(
      article(file('讲话', '做到底数摸清、方案定细、力量配足。加强力量，配备力量，增加力量。')),
    );
    const found = texts(after(concordance, '做到'));
    assert.ok(found.includes('底数摸清、方案定细、力量配足'), found.join(' '));
    assert.deepEqual(
      found.filter((continuation) => continuation.endsWith('力量')),
      [],
    );
  });

  it('offers a set formula of up to forty characters whole', () => {
    const formula = '更加紧密地团结在以习近平同志为核心的党中央周围';
    const listed = concordanceOf(article(phraseFile(formula)));
    assert.ok(texts(after(listed, '更加')).includes(formula.slice(2)));
    const used = concordanceOf(
      article(file('讲话', `让我们${formula}，奋勇前进。`, `同志们，让我们${formula}，再立新功。`)),
    );
    assert.ok(texts(after(used, '更加紧密')).includes(formula.slice(4)));
  });

  it('does not end in words that lean on what follows', () => {
    const concordance = concordanceOf(article(file('讲话', '推进水库的加固和渠道的疏浚。')));
    for (const text of texts(after(concordance, '推进'))) assert.doesNotMatch(text, /[的和]$/);
  });

  it('knows the whole phrases of a list, punctuation included', () => {
    const concordance = concordanceOf(article(phraseFile('修渠引水，惠泽乡里', '修渠引水')));
    const found = after(concordance, '修渠');
    assert.deepEqual(
      found.list.filter(({ whole }) => whole).map(({ text }) => text),
      ['引水，惠泽乡里', '引水'],
    );
  });

  it('offers nothing under four characters, and nothing of one character more', () => {
    const concordance = concordanceOf(article(phraseFile('水利局', '水利设施')));
    assert.deepEqual(texts(after(concordance, '水利')), ['设施']);
    assert.deepEqual(texts(after(concordance, '水利设')), []);
  });

  it('samples what stands in thousands of places', () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `整治河道${index % 4 ? '清淤' : '堤防'}。`);
    const found = after(concordanceOf(article(file('讲话', lines.join('')))), '整治河道');
    assert.equal(found.total, 4000);
    const counts = new Map(found.list.map(({ text, count }) => [text, count]));
    assert.ok(Math.abs((counts.get('清淤') ?? 0) - 3000) < 50);
    assert.ok(Math.abs((counts.get('堤防') ?? 0) - 1000) < 50);
  });
});
