import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BitSet, Ranks } from '../../../src/base/bitSet';

describe('BitSet and Ranks', () => {
  it('hold the numbers that were put in, in order, and count those before each', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 200 })), (numbers) => {
        const set = new BitSet(201);
        for (const number of numbers) set.add(number);
        const sorted = [...numbers].sort((a, b) => a - b);
        assert.deepEqual([...set], sorted);
        for (let number = 0; number <= 200; number++) assert.equal(set.has(number), numbers.includes(number));
        const ranks = new Ranks(set);
        assert.equal(ranks.size, numbers.length);
        for (const [place, number] of sorted.entries()) assert.equal(ranks.of(number), place);
      }),
    );
  });
});
