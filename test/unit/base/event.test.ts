import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';

describe('Emitter', () => {
  it('calls its listeners in order of subscription', () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    emitter.event((value) => heard.push(`a ${value}`));
    emitter.event((value) => heard.push(`b ${value}`));
    emitter.fire('x');
    assert.deepEqual(heard, ['a x', 'b x']);
  });

  it('counts a listener as often as it subscribed, and a disposal ends one of them', () => {
    const emitter = new Emitter<number>();
    let calls = 0;
    const listener = (): void => void calls++;
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(0);
    assert.equal(calls, 2);
    first.dispose();
    first.dispose();
    emitter.fire(0);
    assert.equal(calls, 3);
  });

  it('lets a listener unsubscribe itself and subscribe others while it is called', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const own = emitter.event(() => {
      own.dispose();
      heard.push('first');
      emitter.event(() => heard.push('late'));
    });
    emitter.event(() => heard.push('second'));
    emitter.fire(0);
    assert.deepEqual(heard, ['first', 'second']);
    emitter.fire(0);
    assert.deepEqual(heard, ['first', 'second', 'second', 'late']);
  });

  it('is silent once disposed', () => {
    const emitter = new Emitter<number>();
    let calls = 0;
    emitter.event(() => calls++);
    emitter.dispose();
    emitter.fire(0);
    assert.equal(calls, 0);
  });
});
