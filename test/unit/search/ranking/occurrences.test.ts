import assert from 'node:assert/strict';
import { Occurrences } from '../../../../src/search/ranking/occurrences';

const words = ['统筹', '筹推', '推进'].map((text) => ({ text, weight: 1 }));
const text = (repeats: number): string => '统筹推进'.repeat(repeats);

/** The occurrences of each word in turn, as ranking adds them. */
function occurrencesIn(folded: string): Occurrences {
  const occurrences = new Occurrences();
  for (const word of words) occurrences.addAll(word, folded);
  return occurrences;
}

describe('occurrences', () => {
  for (const repeats of [3, 40]) {
    it(`are in the order of the text, ${3 * repeats} of them`, () => {
      const occurrences = occurrencesIn(text(repeats));
      const expected = Array.from({ length: repeats }, (_, at) => [0, 1, 2].map((start) => 4 * at + start)).flat();
      assert.deepEqual(
        occurrences.ranges(),
        expected.map((start) => ({ start, end: start + 2 })),
      );
      assert.deepEqual(occurrences.densest(20), { start: 0, end: 4, weight: 3 });
    });
  }

  // By insertion these would take some 10¹¹ steps.
  it('are put in order in a text of any length', () => {
    const repeats = 250_000;
    const ranges = occurrencesIn(text(repeats)).ranges();
    assert.equal(ranges.length, 3 * repeats);
    assert.ok(ranges.every(({ start }, at) => at === 0 || start > (ranges[at - 1]?.start ?? 0)));
  });
});
