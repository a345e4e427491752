import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { Candidates } from '../../../../src/search/index/candidates';

/** Of many passages few have something: then only these are cleared before the next query. */
const size = 200;
const listOf = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength }).map((list) => list.sort((a, b) => a - b));
const weight = fc.integer({ min: 1, max: 64 });
const term = fc.oneof(
  fc.record({ weight, ids: listOf(2) }),
  fc.record({ weight, ids: listOf(size) }),
  fc.record({ weight: fc.constant(1), ids: listOf(size) }),
);
const allowed = fc.array(fc.boolean(), { minLength: size, maxLength: size });

interface TestTerm {
  readonly weight: number;
  readonly ids: readonly number[];
}

/** Counts a query of one word. @param may which passages may be found; all unless told */
function count(candidates: Candidates, terms: readonly TestTerm[], may: readonly boolean[] = []): void {
  const lists = new Map(terms.map((one, at) => [String(at), one.ids]));
  const word = { text: 'word', terms: terms.map((one, at) => ({ text: String(at), weight: one.weight })) };
  finish(
    candidates.count(
      size,
      [{ typed: 'word', wordings: [word], verbatim: false }],
      { inTexts: (text) => [lists.get(text) ?? []], inTextsTogether: () => [], below: () => [] },
      { may: (id) => may[id] ?? true },
    ),
  );
}

describe('Candidates', () => {
  it('are all passages that weigh enough, though most postings are only looked at for those that have something', () => {
    const candidates = new Candidates();
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), allowed, (terms, may) => {
        count(candidates, terms, may);
        const weightOf = (id: number): number =>
          terms.reduce((sum, one) => sum + (one.ids.includes(id) ? one.weight : 0), 0);
        const found = [...may.keys()].filter((id) => may[id] === true && weightOf(id) > 0);
        const heaviest = Math.max(...found.map(weightOf));
        assert.deepEqual(
          candidates.select({ all: false }).ids,
          found.filter((id) => weightOf(id) >= 0.4 * heaviest),
        );
        const whole = found.filter((id) => terms.every((one) => one.ids.includes(id)));
        if (whole.length > 0) assert.deepEqual(candidates.select({ all: true }), { ids: whole, complete: true });
        const texts = candidates.select({ all: false }).ids.filter((id) => !candidates.isInText(id));
        assert.deepEqual(texts, []);
      }),
    );
  });

  it('are not those of the query before', () => {
    const candidates = new Candidates();
    const everywhere = Array.from({ length: size }, (_, id) => id);
    count(candidates, [
      { weight: 64, ids: [5] },
      { weight: 1, ids: everywhere },
    ]);
    assert.deepEqual(candidates.select({ all: false }).ids, [5]);
    count(candidates, [
      { weight: 3, ids: [7] },
      { weight: 2, ids: [7, 8] },
    ]);
    assert.deepEqual(candidates.select({ all: false }).ids, [7, 8]);
  });
});
