import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstWord } from '../../../src/text/firstWord';

describe('firstWord', () => {
  for (const [text, word] of [
    ['现代化国家', '现代化'],
    ['，推进改革', '，推进'],
    ['AI技术应用', 'AI技术'],
    ['X市人民政府', 'X市'],
    ['国家', '国家'],
    ['创新的重要力量', '创新的'],
    ['。', '。'],
    ['\u{fada}', '\u{fada}'],
    ['', ''],
  ] as const) {
    it(`is ${word || 'nothing'} of ${text || 'nothing'}`, () => assert.equal(firstWord(text), word));
  }

  it('takes something of whatever there is, from the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const word = firstWord(text);
        assert.ok(word.length > 0 && text.startsWith(word));
      }),
    );
  });
});
