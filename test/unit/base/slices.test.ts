import assert from 'node:assert/strict';
import type { Steps } from '../../../src/base/slices';
import { finish, finishInSlices, finishUnless, Slice, yieldToHost } from '../../../src/base/slices';

/** Keeps the host busy for longer than a slice. */
function work(): void {
  const end = performance.now() + 15;
  while (performance.now() < end);
}

function* steps(count: number, log: string[], each: () => void = () => undefined): Steps<string> {
  for (let step = 0; step < count; step++) {
    each();
    log.push(`step ${step}`);
    yield;
  }
  return 'result';
}

/** Writes into `log` whenever the host gets a turn. */
function hostTurns(log: string[]): { dispose(): void } {
  let timer: ReturnType<typeof setTimeout>;
  const turn = (): void => {
    log.push('turn');
    timer = setTimeout(turn, 0);
  };
  timer = setTimeout(turn, 0);
  return { dispose: () => clearTimeout(timer) };
}

describe('slices', () => {
  it('finish takes all steps at once', () => {
    const log: string[] = [];
    assert.equal(finish(steps(3, log)), 'result');
    assert.deepEqual(log, ['step 0', 'step 1', 'step 2']);
  });

  it('finishInSlices returns the result and passes errors on', async () => {
    assert.equal(await finishInSlices(steps(3, [])), 'result');
    const fail = (): never => {
      throw new Error('no');
    };
    await assert.rejects(finishInSlices(steps(1, [], fail)), /no/);
  });

  it('finishInSlices gives the host a turn after each long step', async () => {
    const log: string[] = [];
    const turns = hostTurns(log);
    await finishInSlices(steps(3, log, work));
    turns.dispose();
    assert.match(log.join(' '), /^step 0 turn .*step 1 turn .*step 2/);
  });

  it('works that share a slice leave turns between their steps', async () => {
    const log: string[] = [];
    const turns = hostTurns(log);
    const slice = new Slice();
    await Promise.all([1, 2, 3].map(() => finishInSlices(steps(2, log, work), slice)));
    turns.dispose();
    assert.equal(log.filter((entry) => entry !== 'turn').length, 6);
    assert.doesNotMatch(log.slice(1).join(' '), /step \d step \d/);
  });

  it('finishUnless takes no step more once nobody wants the result', async () => {
    const log: string[] = [];
    assert.equal(await finishUnless(() => log.length === 2, steps(4, log)), undefined);
    assert.deepEqual(log, ['step 0', 'step 1']);
    assert.equal(await finishUnless(() => false, steps(3, [])), 'result');
  });

  it('a work gives way as long as its slice says so', async () => {
    const log: string[] = [];
    let searches = 1;
    const waiting = finishInSlices(steps(1, log), new Slice(() => searches > 0));
    for (let turn = 0; turn < 5; turn++) await yieldToHost();
    log.push('searched');
    searches = 0;
    await waiting;
    assert.deepEqual(log, ['searched', 'step 0']);
  });

  it('yieldToHost keeps nobody else waiting: a timer that is due fires between two turns', async () => {
    let fired = false;
    setTimeout(() => (fired = true), 1);
    const end = performance.now() + 1000;
    while (!fired && performance.now() < end) await yieldToHost();
    assert.ok(fired);
  });
});
