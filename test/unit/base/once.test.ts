import assert from 'node:assert/strict';
import { once } from '../../../src/base/once';

describe('once', () => {
  it('makes its value a single time, and tries again after a failure', async () => {
    let calls = 0;
    const value = once(() => (++calls === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(calls)));
    await assert.rejects(value());
    assert.deepEqual(await Promise.all([value(), value()]), [2, 2]);
    assert.equal(calls, 2);
  });
});
