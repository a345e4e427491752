import assert from 'node:assert/strict';
import { openingAt } from '../../../../src/completion/sources/typedClause';

describe('openingAt', () => {
  for (const [text, opening] of [
    ['', 'sentence'],
    ['水利。', 'sentence'],
    ['水利。\n\n', 'sentence'],
    ['## ', 'sentence'],
    ['他说：“水利。”', 'sentence'],
    ['要求如下：', 'explanation'],
    ['会议强调：“', 'explanation'],
    ['- ', 'item'],
    ['  2. ', 'item'],
    ['3、', 'item'],
    ['水利，', 'clause'],
    ['水利A', 'clause'],
  ] as const) {
    it(`tells ${opening} after ${JSON.stringify(text)}`, () => assert.equal(openingAt(text, text.length), opening));
  }
});
