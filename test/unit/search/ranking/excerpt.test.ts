import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerptOf } from '../../../../src/search/ranking/excerpt';

const long = [
  '各级各部门要提高站位，把营商环境当作头等大事来抓；',
  '要算清时间账，凡是能够网上办的一律不让群众跑腿，凡是能够当场办的一律不留到第二天；',
  '要算清成本账，把企业反映最多的水电气网报装费用逐项核减；',
  '要算清信用账，答应了的事项一件一件限期兑现，一时做不到的当面说明原因；',
  '要算清长远账，少做锦上添花的文章，多栽后人乘凉的树。',
].join('');

const around = (text: string, found: string): ReturnType<typeof excerptOf> => {
  const start = text.indexOf(found);
  return excerptOf(text, [{ start, end: start + found.length }], { start, end: start + found.length });
};

describe('excerptOf', () => {
  it('is the whole of a short passage', () => {
    assert.deepEqual(around('改革永远在路上。', '永远'), { text: '改革永远在路上。', matches: [{ start: 2, end: 4 }] });
  });

  it('begins and ends between clauses, around what was found', () => {
    const { text, matches } = around(long, '水电气网');
    assert.equal(
      text,
      '…要算清成本账，把企业反映最多的水电气网报装费用逐项核减；要算清信用账，答应了的事项一件一件限期兑现，一时做不到的当面说明原因；要算清长远账，少做锦上添花的文章，…',
    );
    assert.deepEqual(
      matches.map(({ start, end }) => text.slice(start, end)),
      ['水电气网'],
    );
  });

  it('shows what was found within the first 20 characters or so, at the end of a passage too', () => {
    const { text, matches } = around(long, '乘凉');
    assert.equal(text, '…少做锦上添花的文章，多栽后人乘凉的树。');
    assert.ok((matches[0]?.start ?? Infinity) <= 21);
  });

  it('has no line breaks', () => {
    assert.equal(around('把科技\n  创新\nopen\nsource', '创新').text, '把科技创新open source');
  });

  it('cuts anywhere where there are no clauses, but not inside a character', () => {
    const { text, matches } = around(`${'𠮷'.repeat(60)}改革${'𠮷'.repeat(60)}`, '改革');
    assert.deepEqual(
      matches.map(({ start, end }) => text.slice(start, end)),
      ['改革'],
    );
    assert.match(text, /^…𠮷+改革𠮷+…$/u);
  });

  it('shows the focus and marks what is in view, whatever the text', () => {
    const unit = fc.constantFrom('字', '词', '，', '。', '\n', ' ', 'a', '𠮷');
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 120 }),
        (units, a, length) => {
          const text = units.join('');
          const start = a % text.length;
          const focus = { start, end: Math.min(text.length, start + length) };
          const excerpt = excerptOf(text, [focus], focus);
          assert.ok(excerpt.text.length <= 82, String(excerpt.text.length));
          assert.doesNotMatch(excerpt.text, /\n/);
          for (const match of excerpt.matches) {
            const shown = excerpt.text.slice(match.start, match.end).replace(/\s/g, '');
            assert.ok(text.slice(focus.start, focus.end).replace(/\s/g, '').startsWith(shown));
          }
          if (text.slice(focus.start, focus.end).trim()) assert.equal(excerpt.matches.length, 1);
        },
      ),
    );
  });
});
