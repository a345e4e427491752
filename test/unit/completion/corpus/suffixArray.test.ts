import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { SuffixArray } from '../../../../src/completion/corpus/suffixArray';

/** Codes of runs, each ended by 0, and every position in them. */
function layOut(runs: readonly string[]): { codes: readonly number[]; positions: readonly number[] } {
  const codes = [0, ...runs.flatMap((run) => [...Array.from(run, (c) => c.charCodeAt(0)), 0])];
  return { codes, positions: [...codes.keys()].filter((at) => codes[at] !== 0) };
}

const codesOf = (text: string): readonly number[] => Array.from(text, (c) => c.charCodeAt(0));
const runs = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 6 }), { maxLength: 30 });

describe('SuffixArray', () => {
  it('finds exactly the positions at which a string stands, however they were added and removed', () => {
    fc.assert(
      fc.property(
        runs,
        runs,
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 3 }),
        (first, second, sought) => {
          const { codes, positions } = layOut([...first, ...second]);
          const middle = layOut(first).codes.length;
          const order = new SuffixArray(() => codes);
          for (const part of [positions.filter((at) => at >= middle), positions.filter((at) => at < middle)]) {
            finish(order.add(Int32Array.from(part)));
          }
          finish(order.remove((position) => position % 3 === 0));
          const { start, end } = order.find(codesOf(sought));
          const found = Array.from({ length: end - start }, (_, index) => order.at(start + index)).sort(
            (a, b) => a - b,
          );
          const stands = (at: number): boolean => codesOf(sought).every((code, depth) => codes[at + depth] === code);
          assert.deepEqual(
            found,
            positions.filter((at) => at % 3 !== 0 && stands(at)),
          );
        },
      ),
    );
  });

  it('keeps thousands of positions in order', () => {
    const { codes, positions } = layOut(Array.from({ length: 3000 }, (_, index) => `${(index * 7919) % 3000}`));
    const order = new SuffixArray(() => codes);
    finish(order.add(Int32Array.from(positions)));
    const text = (at: number): string => String.fromCharCode(...codes.slice(at, codes.indexOf(0, at)));
    for (let place = 1; place < order.size; place++) {
      assert.ok(text(order.at(place - 1)) <= text(order.at(place)), `place ${place}`);
    }
    assert.equal(order.size, positions.length);
  });

  it('answers as before until the last step of a change', () => {
    const { codes, positions } = layOut(['甲乙', '乙丙']);
    const order = new SuffixArray(() => codes);
    const steps = order.add(Int32Array.from(positions));
    steps.next();
    assert.equal(order.size, 0);
    finish(steps);
    assert.deepEqual(order.find(codesOf('乙')), { start: 1, end: 3 });
  });
});
