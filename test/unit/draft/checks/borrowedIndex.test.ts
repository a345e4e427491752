import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/base/slices';
import { BorrowedIndex } from '../../../../src/draft/checks/borrowedIndex';
import { shortestRun } from '../../../../src/draft/checks/borrowedMatches';
import { foldedUnits } from '../../../../src/draft/checks/foldedUnits';

const folded = (text: string): string => String.fromCharCode(...foldedUnits(text));

const report = '全市上下要坚持把发展经济的着力点放在实体经济上，加快建设现代化产业体系。';

describe('borrowed runs', () => {
  it('are found with their place, whatever marks and widths stand between', () => {
    const index = new BorrowedIndex();
    index.add('a', `开头。\n\n${report}`);
    const draft = '我们要坚持把发展经济的着力点放在——实体经济上,加快步伐';
    const { runs, characters, total } = index.find(draft);
    assert.deepEqual(
      runs.map(({ offset, length }) => draft.slice(offset, offset + length)),
      ['要坚持把发展经济的着力点放在——实体经济上,加快'],
    );
    const place = runs[0]?.place ?? { id: '', offset: 0, length: 0 };
    assert.equal(
      `开头。\n\n${report}`.slice(place.offset, place.offset + place.length),
      '要坚持把发展经济的着力点放在实体经济上，加快',
    );
    assert.deepEqual([place.id, characters, total], ['a', 21, 25]);
  });

  it('begin at thirteen characters', () => {
    const index = new BorrowedIndex();
    index.add('a', '一二三四五六七八九十甲乙丙丁');
    assert.equal(index.find('子一二三四五六七八九十甲乙丑').runs.length, 0);
    assert.equal(index.find('子一二三四五六七八九十甲乙丙丑').runs.length, 1);
  });

  it('are not set formulas: listed, or in several texts', () => {
    const index = new BorrowedIndex();
    const formula = '以习近平新时代中国特色社会主义思想为指导';
    index.add('a', `甲${formula}子`);
    assert.equal(index.find(formula).runs.length, 1);
    index.setFormulas([formula]);
    assert.equal(index.find(formula).runs.length, 0);
    index.setFormulas([]);
    index.add('b', `乙${formula}丑`);
    index.add('c', `丙${formula}寅`);
    assert.equal(index.find(formula).runs.length, 0);
    assert.equal(index.find(`甲${formula}子`).runs.length, 0, 'two characters beside a formula are no borrowing');
    for (const id of ['a', 'b', 'c']) index.add(id, report + formula.repeat(2));
    assert.equal(index.find(report + formula.repeat(2)).runs.length, 1, 'a long run is no formula');
  });

  it('tell which texts hold a passage, also where it was changed a little', () => {
    const index = new BorrowedIndex();
    index.add('whole', `开头。\n\n${report}结尾。`);
    index.add('changed', report.replace('全市上下', '临江市上下'));
    index.add('other', '加快建设现代化产业体系，是另一回事。');
    const holders = index.holders(report);
    assert.deepEqual(
      holders.map(({ id, offset }) => [id, offset]),
      [
        ['whole', 5],
        ['changed', 2],
      ],
    );
    assert.equal(holders[0]?.share, 1);
    assert.ok((holders[1]?.share ?? 1) < 1);
    assert.deepEqual(index.holders('实体经济上'), []);
  });

  it('are not those of the text itself', () => {
    const index = new BorrowedIndex();
    index.add('a', report);
    assert.equal(index.find(report, { isOther: (id) => id !== 'a' }).runs.length, 0);
    const shares: number[] = [];
    const isVersion = (_: string, share: number): boolean => shares.push(share) > 0;
    assert.equal(index.find(report + '子'.repeat(foldedUnits(report).length), { isVersion }).runs.length, 0);
    assert.deepEqual(new Set(shares), new Set([0.5]));
  });

  it('go with their text', () => {
    const index = new BorrowedIndex();
    index.add('a', report);
    index.add('b', report);
    index.add('a', '别的');
    index.remove('b');
    index.remove('none');
    assert.deepEqual([index.find(report).runs, index.size], [[], 1]);
  });

  // Few characters, so that runs in common are long and overlap.
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '，'), maxLength: 60 });
  const fromOne = fc.tuple(text, fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { maxLength: 3 }), text);

  it('are those that a comparison of everything with everything finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙，'), maxLength: 60 }), { maxLength: 2 }),
        fromOne,
        (texts, [start, parts, end]) => {
          const index = new BorrowedIndex();
          finish(index.addAll(texts.map((one, at) => ({ id: String(at), text: one }))));
          const draft =
            start + parts.map(([at, length], of) => (texts[of % 2] ?? '').slice(at, at + length)).join('丁') + end;
          const whole = folded(draft);
          const others = texts.map(folded);
          const expected = new Set<number>();
          for (let at = 0; at + shortestRun <= whole.length; at++)
            if (others.some((other) => other.includes(whole.slice(at, at + shortestRun))))
              for (let covered = at; covered < at + shortestRun; covered++) expected.add(covered);

          const { runs, characters, total } = index.find(draft);
          const found = new Set<number>();
          for (const { offset, length, place } of runs) {
            const run = folded(draft.slice(offset, offset + length));
            assert.equal(folded((texts[Number(place.id)] ?? '').slice(place.offset, place.offset + place.length)), run);
            const from = folded(draft.slice(0, offset)).length;
            for (let covered = from; covered < from + run.length; covered++) found.add(covered);
          }
          assert.deepEqual(
            [...found].sort((a, b) => a - b),
            [...expected].sort((a, b) => a - b),
          );
          assert.deepEqual([characters, total], [expected.size, whole.length]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are the same after any additions and removals', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(text));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), text, (changes, draft) => {
        const index = new BorrowedIndex();
        const kept = new Map<string, string>();
        for (const [id, value] of changes) {
          kept.delete(id);
          if (value === null) index.remove(id);
          else {
            index.add(id, value);
            kept.set(id, value);
          }
        }
        const fresh = new BorrowedIndex();
        for (const [id, value] of kept) fresh.add(id, value);
        assert.deepEqual(index.find(draft), fresh.find(draft));
      }),
      { numRuns: 1000 },
    );
  });
});
