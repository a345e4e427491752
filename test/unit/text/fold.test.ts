import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/text/fold';

const folds: readonly (readonly [string, string])[] = [
  ['２０２７　年', '2027年'],
  ['ＡＩ技术', 'ai技术'],
  ['Ai 技术', 'ai技术'],
  ['第 2 批', '第2批'],
  ['科技\n创新', '科技创新'],
  ['科技\r\n　　创新', '科技创新'],
  ['open\n  source', 'open source'],
  ['　段首', '段首'],
  ['**科技**创新', '科技创新'],
  ['3*4', '3*4'],
  ['發展後勁', '发展后劲'],
  ['“原话”', '"原话"'],
  ['「原话」', '"原话"'],
  ['破折——号', '破折--号'],
  ['二○二七', '二〇二七'],
  ['科\u200b技', '科技'],
  ['葛\u{e0100}', '葛'],
  ['cafe\u0301', 'café'],
  ['㎡', 'm2'],
  ['𠮷野', '𠮷野'],
  ['', ''],
  [' \n ', ''],
];

describe('fold', () => {
  for (const [text, expected] of folds) {
    it(`folds ${JSON.stringify(text)} to ${JSON.stringify(expected)}`, () => {
      assert.equal(fold(text).text, expected);
    });
  }

  const sources: readonly (readonly [text: string, part: string, source: string])[] = [
    ['以科技\n创新引领', '科技创新', '科技\n创新'],
    ['到２０２７　年底', '2027年', '２０２７　年'],
    ['把**科技**创新', '科技创新', '科技**创新'],
    ['把**科技**创新', '科技', '科技'],
    ['住在𠮷野', '𠮷', '𠮷'],
    ['共3㎡整', '3m2', '3㎡'],
    ['深化改革開放', '开放', '開放'],
  ];
  for (const [text, part, source] of sources) {
    it(`finds ${JSON.stringify(part)} in ${JSON.stringify(text)} again`, () => {
      const folded = fold(text);
      const start = folded.text.indexOf(part);
      assert.notEqual(start, -1);
      const range = folded.source({ start, end: start + part.length });
      assert.equal(text.slice(range.start, range.end), source);
    });
  }

  it('maps every part of any text to a part of it, never half a character', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'科技创新發展，。“”\n 　*aZ１②㎡ﬁ'),
      fc.constantFrom('𠮷', '\u0301', '\u200b', '😀', '**'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), fc.nat(), fc.nat(), (units, a, b) => {
        const text = units.join('');
        const folded = fold(text);
        if (folded.text.length === 0) return;
        const from = a % folded.text.length;
        const to = from + 1 + (b % (folded.text.length - from));
        const { start, end } = folded.source({ start: from, end: to });
        assert.ok(start >= 0 && start < end && end <= text.length);
        for (const at of [start, end]) {
          const split = /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
          assert.ok(!split, `${String(at)} splits a character`);
        }
      }),
    );
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'后發萬乾着Ａａé①“「—○ 科技x2'), { maxLength: 12 }), (units) => {
        const { text } = fold(units.join(''));
        assert.equal(fold(text).text, text);
      }),
    );
  });
});
