import assert from 'node:assert/strict';
import { originOf, quotableText } from '../../../src/library/entryFields';

const quotation = '民惟邦本，本固邦宁。\n出处：《尚书·五子之歌》\n释义：百姓是国家的根基。\n用法：开篇立论。';
const indicator = '百分点\n  单位：个百分点\n  口径：两个百分数之差。\n  例句：比重达到X%，比上年提高X个百分点。';

describe('quotableText', () => {
  it('is the quotation without what explains it', () => {
    assert.equal(quotableText(quotation), '民惟邦本，本固邦宁。');
  });

  it('is the standard sentence of an indicator', () => {
    assert.equal(quotableText(indicator), '比重达到X%，比上年提高X个百分点。');
  });

  it('leaves any other text alone', () => {
    for (const text of ['一段话，\n折成两行。', '通知如下\n出处：见附件\n第三行', '单位：X局', '']) {
      assert.equal(quotableText(text), text);
    }
  });
});

describe('originOf', () => {
  it('is the work that a quotation is from', () => {
    assert.equal(originOf(quotation), '《尚书·五子之歌》');
    assert.equal(originOf(indicator), undefined);
    assert.equal(originOf('一段话，\n折成两行。'), undefined);
  });
});
