import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intersect } from '../../../../src/search/index/intersect';

const list = fc.uniqueArray(fc.nat(60), { maxLength: 40 }).map((ids) => ids.sort((a, b) => a - b));
/** One list, or two that follow each other. */
const group = fc
  .tuple(list, fc.nat(60))
  .map(([ids, at]) => [ids.filter((id) => id < at), ids.filter((id) => id >= at)]);

describe('intersect', () => {
  it('gives what is in every group', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
        const [first = [], ...others] = groups.map((lists) => lists.flat());
        assert.deepEqual(
          intersect(groups),
          first.filter((id) => others.every((other) => other.includes(id))),
        );
      }),
    );
  });
});
