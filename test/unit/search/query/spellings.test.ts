import assert from 'node:assert/strict';
import { finish } from '../../../../src/base/slices';
import { findNearlySpelled, findSpellings, mayHaveSlip, maySpell } from '../../../../src/search/query/spellings';

describe('spellings', () => {
  const texts = [
    '科技创新引领发展',
    '科技是第一生产力',
    '空间布局,科级干部',
    'x市科技局和x省',
    '到2027年建成5g基站',
    'ai赋能千行百业',
  ];
  const found = (typed: string): readonly string[] => finish(findSpellings(typed, texts, 10)).map(({ text }) => text);

  it('gives what is spelt, the most frequent first', () => {
    assert.deepEqual(finish(findSpellings('kj', texts, 10)), [
      { text: '科技', count: 3 },
      { text: '科级', count: 1 },
      { text: '空间', count: 1 },
    ]);
    assert.deepEqual(finish(findSpellings('kj', texts, 1)), [{ text: '科技', count: 3 }]);
  });

  it('reads full pinyin, mixtures and unfinished ends', () => {
    assert.deepEqual(found('kejichuangxin'), ['科技创新']);
    assert.deepEqual(found("ke'ji'c"), ['科技创']);
    assert.deepEqual(found('科技cx'), ['科技创新']);
    assert.deepEqual(found('kongjian'), ['空间']);
    assert.deepEqual(found('kongjiao'), []);
  });

  it('spells in every reading of a character', () => {
    assert.deepEqual(found('hbye'), ['行百业']);
    assert.deepEqual(found('qhby'), ['千行百业']);
    assert.deepEqual(found('qianxing'), ['千行']);
  });

  it('goes to the end of a word of letters or digits, and begins with one', () => {
    assert.deepEqual(found('202'), ['2027']);
    assert.deepEqual(found('02'), []);
    assert.deepEqual(found('5gjz'), ['5g基站']);
    assert.deepEqual(found('aifn'), ['ai赋能']);
  });

  it('does not take a placeholder for what is typed', () => {
    assert.deepEqual(found('xs'), []);
  });

  it('reads ü however it is typed', () => {
    const green = ['绿水青山', '略有结余', '虐待'];
    for (const [typed, text] of [
      ['lüshui', '绿水'],
      ['lvshui', '绿水'],
      ['lǜshuǐ', '绿水'],
      ['lu\u0308\u0300shui\u030c', '绿水'],
      ['lüèyǒu', '略有'],
      ['lue', '略'],
      ['lve', '略'],
      ['nue', '虐'],
    ] as const) {
      assert.deepEqual(finish(findSpellings(typed, green, 10))[0]?.text, text, typed);
    }
  });

  it('reads initials with one wrong', () => {
    assert.deepEqual(finish(findNearlySpelled('kjcxyl', texts, 10)), [{ text: '科技创新引领', count: 1 }]);
    assert.deepEqual(finish(findNearlySpelled('kjcwyl', texts, 10)), [{ text: '科技创新引领', count: 1 }]);
    assert.deepEqual(finish(findNearlySpelled('kjcwyx', texts, 10)), []);
    assert.deepEqual(['kjcxyl', 'kjcx', 'kejivu'].map(mayHaveSlip), [true, false, false]);
  });

  it('tells what may be pinyin', () => {
    assert.deepEqual(['kj', 'k', '科技', '科j', '20', ''].map(maySpell), [true, false, false, true, true, false]);
  });
});
