import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../../src/text/fold';
import { isInsideWord, isLoneHan, tokenize } from '../../../../src/search/index/tokenize';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['科技创新', ['科技', '技创', '创新']],
  ['稳', ['稳']],
  ['稳，进', ['稳', '进']],
  ['2027年', ['2027', '2027年']],
  ['到2027年底', ['2027', '到2027', '2027年', '年底']],
  ['第3批', ['3', '第3', '3批']],
  ['4+4+1', ['4', '4', '4+4', '1', '4+4+1']],
  ['2021-2025年', ['2021', '2025', '2025年', '2021-2025']],
  ['ai赋能', ['ai', 'ai赋', '赋能']],
  ['open source', ['open', 'source']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['𠮷', ['𠮷']],
  ['二〇二七', ['二〇', '〇二', '二七']],
  ['，。！', []],
  ['', []],
];

describe('tokenize', () => {
  for (const [text, tokens] of cases) {
    it(`splits ${JSON.stringify(text)}`, () => {
      assert.deepEqual(tokenize(text), tokens);
    });
  }

  it('gives parts of the text only, none of them empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text).text;
        for (const token of tokenize(folded)) assert.ok(token.length > 0 && folded.includes(token));
      }),
    );
  });

  it('knows a lone Han character and the inside of a word', () => {
    assert.deepEqual(['稳', '𠮷', '稳进', 'a', ''].map(isLoneHan), [true, true, false, false, false]);
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => isInsideWord('ab中', at)),
      [false, true, false, false],
    );
  });
});
