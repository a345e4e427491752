import assert from 'node:assert/strict';
import { hanNumber, hanNumeral } from '../../../../src/draft/checks/hanNumerals';

describe('Han numerals', () => {
  it('are read as they are written, to 999', () => {
    for (let value = 1; value < 1000; value++) assert.equal(hanNumber(hanNumeral(value)), value);
    assert.deepEqual(['十', '二十一', '一百零五', '一百一十二'].map(hanNumber), [10, 21, 105, 112]);
    assert.deepEqual(['', '一十', '百', '一二', '甲'].map(hanNumber), [0, 0, 0, 0, 0]);
  });
});
