import assert from 'node:assert/strict';
import { sample } from './piece';
import { noSharedRuns } from './sharedRuns';

const run = '甲乙丙丁戊己庚辛壬癸';

describe('corpus rule noSharedRuns', () => {
  it('finds a run that two pieces share, once and in full', () => {
    const pieces = [sample(`子${run}丑`, '讲话/a.md'), sample(`寅\n\n卯${run}丑辰`, '讲话/b.md')];
    assert.deepEqual(noSharedRuns(8)(pieces), [
      { path: '讲话/b.md', line: 11, message: `also in 讲话/a.md:9: ${run}丑` },
    ]);
  });

  it('finds a run twice in one piece and two runs in one line', () => {
    assert.equal(noSharedRuns(10)([sample(`${run}\n\n${run}`)]).length, 1);
    assert.equal(noSharedRuns(10)([sample(run), sample(`${run}子${run}`)]).length, 2);
  });

  it('passes shorter runs, and does not join paragraphs', () => {
    assert.deepEqual(noSharedRuns(11)([sample(run), sample(run)]), []);
    assert.deepEqual(noSharedRuns(10)([sample(run), sample(`${run.slice(0, 5)}\n\n${run.slice(5)}`)]), []);
  });

  it('counts a set expression of the library as one character', () => {
    const pieces = [sample(`子${run}丑寅`), sample(`子${run}丑寅`), sample(`- ${run}`, '短语/a.md')];
    assert.deepEqual(noSharedRuns(8)(pieces), []);
    assert.equal(noSharedRuns(4)(pieces).length, 1);
  });
});
