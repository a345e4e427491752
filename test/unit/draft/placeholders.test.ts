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

  it('takes a year of which digits are missing as a whole', () => {
    assert.deepEqual(found('20××年、20XX年、20xx年、202X年、2×××年、20ＸＸ年'), [
      '20××年:20××',
      '20XX年:20XX',
      '20xx年:20xx',
      '202X年:202X',
      '2×××年:2×××',
      '20ＸＸ年:20ＸＸ',
    ]);
    assert.deepEqual(found('×××××公司和XXXX年'), ['×××××公司:×××××公司+', 'XXXX年:XXXX']);
  });

  it('keeps the brackets of a document number, and replaces those around words', () => {
    assert.deepEqual(found('X政发〔X〕X号'), ['X:X', '〔X〕:X', 'X号:X']);
    assert.deepEqual(found('〔20XX〕〔××〕〔 〕〔〕'), ['〔20XX〕:20XX', '〔××〕:××', '〔 〕: ', '〔〕:']);
    assert.deepEqual(found('〔会议名称〕'), ['〔会议名称〕:〔会议名称〕+']);
  });

  it('takes a number with its decimals', () => {
    assert.deepEqual(found('增长X.X%，达X.XX亿元、××.×%'), ['X.X%:X.X', 'X.XX亿元:X.XX', '××.×%:××.×']);
  });

  it('does not tear a name of one character out of another word', () => {
    for (const word of ['科技有限公司', '区域', '报告', '办法', '部署', '局面', '乡村', '市场']) {
      assert.deepEqual(found(`X${word}`), ['X:X'], word);
    }
    assert.deepEqual(found('X市政府、X科长、X区委'), ['X市:X市+', 'X科长:X+', 'X区:X区+']);
  });

  it('knows other signs where a role follows, stars that stand alone, and squares and circles', () => {
    assert.deepEqual(found('xx市由***负责，____年，□□同志，○○公司'), [
      'xx市:xx市+',
      '***:***',
      '____年:____',
      '□□同志:□□+',
      '○○公司:○○公司+',
    ]);
    assert.deepEqual(found('X县(市、区)、X组长、X常务副市长'), [
      'X县(市、区):X县(市、区)+',
      'X组长:X+',
      'X常务副市长:X+',
    ]);
  });

  for (const text of [
    'iPhone X',
    'X轴',
    'https://a.cn/X/y',
    '`X`',
    '二○○八年',
    'xx',
    '___',
    '***重要***',
    '  ***',
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
    const pieces = fc.constantFrom(
      'X',
      '×',
      'x',
      '*',
      '_',
      '.',
      '年',
      '市',
      '同志',
      '%',
      '〔',
      '〕',
      '`',
      'a',
      '。',
      '\n',
      '𠮷',
      '2',
      '名称',
    );
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
            assert.ok(text.startsWith(placeholder.text + placeholder.kept, placeholder.offset));
            end = placeholder.offset + placeholder.text.length;
          }
        },
      ),
    );
  });
});
