import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NearMissIndex } from '../../../../src/draft/checks/nearMissIndex';

const expression = '扎实推进共同富裕';

describe('near misses of set expressions', () => {
  it('are found wherever the one wrong character stands', () => {
    const index = new NearMissIndex([expression], () => []);
    // 十 for 实, and so on: like sound, in one of the readings, or like shape.
    const wrong = ['渣', '十', '堆', '近', '供', '铜', '副', '玉'];
    for (const [differs, character] of wrong.entries()) {
      const run = expression.slice(0, differs) + character + expression.slice(differs + 1);
      assert.deepEqual([...index.findIn(`要，${run}。`)], [{ at: 2, differs, expression }], run);
    }
  });

  it('are none where a character differs in sound and shape, where two differ, or where the text is attested', () => {
    const index = new NearMissIndex([expression], () => []);
    assert.deepEqual([...index.findIn('扎实推动共同富裕，扎十推近共同富裕，扎实推进共同富裕')], []);
    assert.deepEqual(new NearMissIndex([expression], () => ['扎十推进']).findIn('扎十推进共同富裕'), []);
  });

  it('are none across the words of a sentence, but 得 for 的 is one', () => {
    const growth = new NearMissIndex(['全市高质量发展'], () => []);
    assert.deepEqual(growth.findIn('高水平安全是高质量发展的前提。'), []);
    assert.equal(growth.findIn('推动全是高质量发展。').length, 1);
    const thought = new NearMissIndex(['以人民为中心的发展思想'], () => []);
    assert.equal(thought.findIn('坚持以人民为中心得发展思想。').length, 1);
  });

  it('are those that a comparison with every expression finds', () => {
    const text = (least: number, most: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom('己', '已', '木'), minLength: least, maxLength: most });
    fc.assert(
      fc.property(text(6, 8), text(0, 30), (one, line) => {
        const index = new NearMissIndex([one], () => []);
        const found = new Set([...index.findIn(`，${line}，`)].map(({ at }) => at - 1));
        const expected = new Set<number>();
        for (let at = 0; at + one.length <= line.length; at++) {
          const differing = [...one].flatMap((character, index) =>
            line.charAt(at + index) === character ? [] : [index],
          );
          const [differs] = differing;
          if (differing.length !== 1 || differs === undefined) continue;
          const pair = one.charAt(differs) + line.charAt(at + differs);
          const atEdge = (differs === 0 && at > 0) || (differs === one.length - 1 && at + one.length < line.length);
          if (!pair.includes('木') && !atEdge) expected.add(at);
        }
        // Of overlapping ones the first is reported: every one that is found is right, and none is found only if there is none.
        for (const at of found) assert.ok(expected.has(at));
        assert.equal(found.size > 0, expected.size > 0);
      }),
      { numRuns: 3000 },
    );
  });
});
