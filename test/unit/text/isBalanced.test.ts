import assert from 'node:assert/strict';
import { isBalanced } from '../../../src/text/isBalanced';

describe('isBalanced', () => {
  for (const [before, text, balanced] of [
    ['推行', '经费包干制', true],
    ['推行', '“包干制”试点', true],
    ['推行“', '包干制”试点', true],
    ['推行', '包干制”试点', false],
    ['推行', '“包干', false],
    ['推行“', '“包干', false],
    ['（', '一）《条例》', true],
    ['（', '一）《条例', false],
    ['“甲”', '乙”', false],
    ['“甲', '乙”和“丙”', true],
    ['“甲', '乙”和“丙', false],
    ['“（', '乙”', false],
  ] as const) {
    it(`is ${balanced} of ${text} behind ${before}`, () => assert.equal(isBalanced(before, text), balanced));
  }
});
