import assert from 'node:assert/strict';
import { eachLimit } from '../../../src/base/eachLimit';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work on each of many items', () => {
  it('is done with a few at a time, in their order', async () => {
    let [underWay, most] = [0, 0];
    const begun: number[] = [];
    await eachLimit([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      begun.push(item);
      most = Math.max(most, ++underWay);
      await turn();
      underWay--;
    });
    assert.deepEqual(begun, [1, 2, 3, 4, 5, 6, 7]);
    assert.equal(most, 3);
  });

  it('ends with the first error when nothing is under way any more, and begins nothing after it', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = eachLimit([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('first');
      await turn();
      await turn();
      ended.push(item);
    });
    await assert.rejects(work, /first/);
    assert.deepEqual(begun, [1, 2]);
    assert.deepEqual(ended, [2]);
  });

  it('takes nothing amiss', async () => {
    await eachLimit([], 4, () => Promise.reject(new Error('never')));
  });
});
