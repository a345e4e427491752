import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Offer } from '../../../../src/completion/ranking/chooseBest';
import { chooseBest, coverage } from '../../../../src/completion/ranking/chooseBest';

const offer = (text: string, likelihood: number): Offer => ({ text, likelihood });
const texts = (offers: readonly Offer[]): readonly string[] => offers.map(({ text }) => text);
const offers = fc.uniqueArray(
  fc.record({
    text: fc.string({ unit: fc.constantFrom('甲', '乙'), minLength: 2, maxLength: 8 }),
    likelihood: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { selector: ({ text }) => text, maxLength: 40 },
);

describe('chooseBest', () => {
  it('puts the greatest expected saving first', () => {
    const chosen = chooseBest([offer('建设', 0.3), offer('管理体制改革', 0.2), offer('保护', 0.1)], 5);
    assert.deepEqual(texts(chosen), ['管理体制改革', '建设', '保护']);
  });

  it('prefers another way to go on over a piece of the one that is already there', () => {
    const nested = [offer('管理体制改革', 0.3), offer('管理体制', 0.32), offer('建设规划', 0.1)];
    assert.deepEqual(texts(chooseBest(nested, 5)).slice(0, 2), ['管理体制改革', '建设规划']);
  });

  it('keeps the better of two that differ by a character at the end', () => {
    assert.deepEqual(texts(chooseBest([offer('建设了', 0.1), offer('建设', 0.5), offer('管理', 0.2)], 5)), [
      '建设',
      '管理',
    ]);
  });

  it('lets a beginning stand beside the whole only where both are wanted equally', () => {
    assert.deepEqual(texts(chooseBest([offer('建设', 0.5), offer('建设工程', 0.2)], 5)), ['建设']);
    assert.deepEqual(texts(chooseBest([offer('建设', 0.5), offer('建设工程', 0.25)], 5)), ['建设', '建设工程']);
  });

  it('gives no more than asked, and never the same twice', () => {
    fc.assert(
      fc.property(offers, fc.nat(12), (all, limit) => {
        const chosen = chooseBest(all, limit);
        assert.ok(chosen.length <= limit);
        assert.equal(new Set(texts(chosen)).size, chosen.length);
      }),
    );
  });

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(offers, (all) => {
        assert.deepEqual(chooseBest(all, 10), chooseBest([...all].reverse(), 10));
      }),
    );
  });
});

describe('coverage', () => {
  it('adds up what excludes each other', () => {
    assert.equal(coverage([offer('建设', 0.25), offer('管理', 0.5)]), 0.75);
    assert.equal(coverage([]), 0);
  });

  it('counts what goes on from another only once', () => {
    assert.equal(coverage([offer('建设', 0.25), offer('建设工程', 0.125)]), 0.25);
    assert.equal(coverage([offer('建设', 0.125), offer('建设工程', 0.25)]), 0.25);
  });

  it('is a probability', () => {
    fc.assert(fc.property(offers, (all) => coverage(all) >= 0 && coverage(all) <= 1));
  });
});
