import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Candidates } from '../../../../src/search/index/candidates';

const size = 40;
const ids = fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: size }).map((list) => list.sort((a, b) => a - b));
const term = fc.record({ weight: fc.integer({ min: 1, max: 64 }), ids });
const allowed = fc.array(fc.boolean(), { minLength: size, maxLength: size });

describe('Candidates', () => {
  it('are all passages that weigh enough, though most postings are only looked at for those that have something', () => {
    const candidates = new Candidates();
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), allowed, (terms, may) => {
        const lists = new Map(terms.map((one, at) => [String(at), one.ids]));
        const word = { text: 'word', terms: terms.map(({ weight }, at) => ({ text: String(at), weight })) };
        candidates.count(
          size,
          [{ typed: 'word', wordings: [word], verbatim: false }],
          { inTexts: (text) => [lists.get(text) ?? []], inTextsTogether: () => [], below: () => [] },
          { may: (id) => may[id] === true },
        );
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
});
