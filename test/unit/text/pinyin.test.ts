import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { contextualSpeller, initials, speller, syllables } from '../../../src/text/pinyin';

const han = fc.stringMatching(/^[\u4e00-\u9fa5]{1,12}$/);

describe('pinyin', () => {
  it('gives all readings of a character, the word deciding the first', () => {
    assert.deepEqual(syllables('增长'), [['zeng'], ['zhang', 'chang']]);
    assert.deepEqual(syllables('长期'), [
      ['chang', 'zhang'],
      ['qi', 'ji'],
    ]);
    assert.deepEqual(syllables('银行'), [['yin'], ['hang', 'xing', 'heng']]);
    assert.deepEqual(syllables('二〇'), [['er'], ['ling']]);
    assert.deepEqual(syllables('，A𠮷'), [[], [], [], []]);
  });

  it('gives the initials that a typist enters', () => {
    assert.equal(initials('科技自立自强'), 'kjzlzq');
    assert.equal(initials('重庆、银行'), 'cqyh');
    assert.equal(initials('“AI赋能”2027年'), 'aifn2027n');
    assert.equal(initials('绿色'), 'ls');
  });

  const ends: readonly (readonly [latin: string, text: string, end: number | undefined])[] = [
    ['kjcx', '科技创新能力', 4],
    ['kejichuangxin', '科技创新能力', 4],
    ["ke'ji", '科技创新能力', 2],
    ["keji'", '科技创新能力', 2],
    ['kejicx', '科技创新能力', 4],
    ['kjchuangx', '科技创新能力', 4],
    ['kjchx', '科技创新能力', 4],
    ['kejichu', '科技创新能力', 3],
    ['KEJI', '科技创新能力', 2],
    ['keja', '科技创新能力', undefined],
    ['kjcxnlx', '科技创新能力', undefined],
    ['lüse', '绿色', 2],
    ['lu:se', '绿色', 2],
    ['Nu：er', '女儿', 2],
    ['lvse', '绿色', 2],
    ['zhanlue', '战略', 2],
    ['cq', '重庆', 2],
    ['zq', '重庆', 2],
    ['aifn', 'AI赋能', 4],
    ['20n', '20年', 3],
    ['kj', '科、技', undefined],
    ['kj创新', '科技创新', 4],
    ['科技chuangx', '科技创新', 4],
    ['kj创意', '科技创新', undefined],
    ['', '科技', undefined],
  ];
  for (const [latin, text, end] of ends) {
    it(`${JSON.stringify(latin)} ${end === undefined ? 'does not spell' : `spells ${end} of`} ${text}`, () => {
      assert.equal(speller(latin)(text), end);
    });
  }

  it('starts where it is told', () => {
    assert.equal(speller('cx')('科技创新能力', 2), 4);
  });

  it('is spelt by its initials and by its full pinyin, whatever the text', () => {
    fc.assert(
      fc.property(han, (text) => {
        const letters = initials(text);
        if (letters.length !== text.length) return;
        // The initials of two characters may be the whole of the first: `an`.
        assert.notEqual(speller(letters)(text), undefined);
        const full = syllables(text)
          .map(([first]) => first)
          .join("'");
        assert.equal(speller(full)(text), text.length);
      }),
    );
  });

  it('knows the readings that its source knows', () => {
    const withoutTone = (syllable: string): string =>
      syllable
        .normalize('NFD')
        .replace(/u\u0308/g, 'v')
        .replace(/\p{M}/gu, '');
    for (const character of '科技创新发展重长行会乐调都传参省率给系解龘鱻绿略') {
      const list = pinyin(character, { multiple: true, type: 'array', surname: 'off' }).map(withoutTone);
      assert.deepEqual(syllables(character), [[...new Set(list)]]);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => void speller(a)(b)));
  });
});

describe('contextualSpeller', () => {
  for (const [latin, text, start, end] of [
    ['zengzhang', '增长', 0, 2],
    ['zengchang', '增长', 0, undefined],
    ['zhangqi', '长期', 0, undefined],
    ['changqi', '长期', 0, 2],
    ['zhang', '增长', 1, 2],
    ['chang', '增长', 1, undefined],
    ['hangye', '千行百业', 1, undefined],
    ['hangbaiye', '千行百业', 1, 4],
    ['xietiaopeih', '协调配合', 0, 4],
    ['zq', '重庆', 0, undefined],
    ['cq', '重庆', 0, 2],
  ] as const) {
    it(`${latin} ${end === undefined ? 'does not spell' : `spells ${end} of`} ${text} from ${start} on`, () => {
      assert.equal(contextualSpeller(latin)(text, start), end);
    });
  }

  it('spells nothing that no reading spells', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeingzhcxu'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, han, (typed, text) => {
        const end = contextualSpeller(typed)(text);
        if (end !== undefined) assert.notEqual(speller(typed)(text), undefined);
      }),
    );
  });
});
