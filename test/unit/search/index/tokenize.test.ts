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

const han = '\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff\\u{20000}-\\u{3ffff}\\u3005\\u3007';
const run = new RegExp(`([${han}]+)|(?:[^\\P{L}${han}]|[^\\P{N}${han}])+`, 'gu');

/** The same by a regular expression for runs. */
function byExpression(text: string): readonly string[] {
  const tokens: string[] = [];
  const runs = [...text.matchAll(run)].map(({ 0: found, 1: isHan, index }) => ({
    found,
    isHan: isHan !== undefined,
    start: index,
    end: index + found.length,
  }));
  let joinedFrom = -1;
  for (const [at, { found, isHan, start, end }] of runs.entries()) {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const touchesBefore = before?.end === start;
    const touchesAfter = after?.start === end;
    const characters = [...found];
    if (isHan) {
      for (let first = 0; first + 1 < characters.length; first++)
        tokens.push(characters.slice(first, first + 2).join(''));
      if (characters.length === 1 && !touchesBefore && !touchesAfter) tokens.push(found);
      joinedFrom = -1;
      continue;
    }
    tokens.push(found);
    if (touchesBefore) tokens.push(([...before.found].at(-1) ?? '') + found);
    if (touchesAfter) tokens.push(found + ([...after.found][0] ?? ''));
    const gap = before && text.slice(before.end, start);
    if (joinedFrom >= 0 && gap !== undefined && /^[+\-./]$/.test(gap)) tokens.push(text.slice(joinedFrom, end));
    else joinedFrom = start;
  }
  return tokens;
}

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

  it('sees the same runs as a regular expression', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'科技创新々〇a1é٣ー̀+-.'),
      fc.constantFrom('𠮷', '𝒜', '😀', '\ud842', '\udfb7', ' ', '，'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => assert.deepEqual(tokenize(text), byExpression(text))),
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
