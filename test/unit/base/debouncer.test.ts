import assert from 'node:assert/strict';
import { Debouncer } from '../../../src/base/debouncer';

describe('Debouncer', () => {
  it('runs once for requests that follow each other, and never after it is disposed', async () => {
    let runs = 0;
    const ran = new Promise<void>((resolve) => {
      const debouncer = new Debouncer(() => {
        runs++;
        resolve();
      }, 1);
      for (let request = 0; request < 5; request++) debouncer.schedule();
    });
    await ran;
    assert.equal(runs, 1);
    const disposed = new Debouncer(() => runs++, 0);
    disposed.schedule();
    disposed.dispose();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(runs, 1);
  });
});
