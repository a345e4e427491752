import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPlaceholders } from '../../../src/draft/placeholders';

const found = (text: string): string[] =>
  findPlaceholders(text).map(({ role, text: part, linked }) => `${role}:${part}${linked ? '+' : ''}`);

describe('findPlaceholders', () => {
  it('takes the whole of a place or unit, because its kind may change with the name', () => {
    assert.deepEqual(found('X市和X开发区、X县（市、区）'), [
      'X市:X市+',
      'X开发区:X开发区+',
      'X县（市、区）:X县（市、区）+',
    ]);
  });

  it('takes only the X before a title, and prefers the longest role', () => {
    assert.deepEqual(found('X市长、X副市长、X同志'), ['X市长:X+', 'X副市长:X+', 'X同志:X+']);
  });

  it('takes only the X before a unit, and never links numbers', () => {
    assert.deepEqual(found('增长X%，达到X亿元'), ['X%:X', 'X亿元:X']);
    assert.deepEqual(found('X年X月X日'), ['X年:X', 'X月:X', 'X日:X']);
  });

  it('takes stars for a blank where a role follows', () => {
    assert.deepEqual(found('以***同志为首，***局和***书记'), ['***同志:***+', '***局:***局+', '***书记:***+']);
  });

  it('knows XX, ××, full-width Ｘ and brackets that hold words', () => {
    assert.deepEqual(found('XX市××局Ｘ同志〔单位名称〕'), [
      'XX市:XX市+',
      '××局:××局+',
      'Ｘ同志:Ｘ+',
      '〔单位名称〕:〔单位名称〕+',
    ]);
  });

  for (const text of [
    'XML和AIX',
    'X光检查',
    'X射线',
    '4×100米',
    '政发〔2026〕3号',
    '***',
    '***同志们***注意',
    '“数据要素×”行动',
    'iPhoneX',
  ]) {
    it(`finds none in ${text}`, () => assert.deepEqual(found(text), []));
  }

  it('gives positions inside the text, in order, without overlap, for any text', () => {
    const pieces = fc.constantFrom('X', '×', '市', '同志', '%', '〔', '〕', 'a', '。', '\n', '𠮷', '2', '名称');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          let end = 0;
          for (const placeholder of findPlaceholders(text)) {
            assert.ok(placeholder.offset >= end);
            assert.ok(text.startsWith(placeholder.text, placeholder.offset));
            assert.ok(text.startsWith(placeholder.role, placeholder.offset));
            end = placeholder.offset + placeholder.text.length;
          }
        },
      ),
    );
  });
});
