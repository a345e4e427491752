import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasWords, textLines } from '../../../src/text/textLines';

const lines = (text: string, from = 0, to = text.length, line = 0): unknown[] => [...textLines(text, from, to, line)];

describe('textLines', () => {
  it('gives lines that are not blank, trimmed, with their place', () => {
    assert.deepEqual(lines('甲\n\n \u3000\n  乙  \n'), [
      { text: '甲', offset: 0, line: 0, indented: false },
      { text: '乙', offset: 8, line: 3, indented: false },
    ]);
  });

  it('tells lines that a full-width or another wide blank indents', () => {
    for (const blank of ['\u3000\u3000', '\u2003', '\u00a0', ' \u3000']) {
      assert.deepEqual(lines(`${blank}甲`), [{ text: '甲', offset: blank.length, line: 0, indented: true }]);
    }
    assert.deepEqual(lines('\t 甲'), [{ text: '甲', offset: 2, line: 0, indented: false }]);
  });

  it('keeps to the range it is given', () => {
    assert.deepEqual(lines('甲乙\n丙丁\n戊', 1, 4, 7), [
      { text: '乙', offset: 1, line: 7, indented: false },
      { text: '丙', offset: 3, line: 8, indented: false },
    ]);
    assert.deepEqual(lines('甲', 1, 1), []);
  });

  it('finds every line that holds something, where it says', () => {
    const text = fc.array(fc.constantFrom('甲', 'b', ' ', '\u3000', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const expected = value.split('\n').flatMap((raw, line) => (raw.trim() ? [`${line} ${raw.trim()}`] : []));
        const found = [...textLines(value, 0, value.length, 0)];
        assert.deepEqual(
          found.map(({ text: content, line }) => `${line} ${content}`),
          expected,
        );
        for (const { text: content, offset } of found) assert.ok(value.startsWith(content, offset));
      }),
    );
  });
});

describe('hasWords', () => {
  it('asks for a letter or a digit', () => {
    for (const text of ['甲', 'a', '1', '——甲', '𠮷']) assert.ok(hasWords(text), text);
    for (const text of ['', '——', '***', '……', '“”', '\u3000']) assert.ok(!hasWords(text), text);
  });
});
