import assert from 'node:assert/strict';
import type { WorkClock } from '../../../../src/intake/worker/workMeter';
import { WorkMeter } from '../../../../src/intake/worker/workMeter';

/** A machine whose time passes as a test says: `pass` lets the host have a turn after so much time and so much work of the worker. */
class Machine implements WorkClock {
  private time = 1000;
  private work = 70;
  private listener: () => void = () => undefined;
  now = (): number => this.time;
  processorTime = (): number => this.work;
  every = (_: number, listener: () => void): { dispose(): void } => {
    this.listener = listener;
    return { dispose: () => (this.listener = () => undefined) };
  };
  /** @param times turns of the host one after the other */
  pass(passed: number, worked: number, times = 1): void {
    for (; times > 0; times--) {
      this.time += passed;
      this.work += worked;
      this.listener();
    }
  }
}

describe('WorkMeter', () => {
  const looks = (): void => undefined;

  it('uses a budget up in work, though a worker gets but a quarter of a processor', () => {
    const machine = new Machine();
    const meter = new WorkMeter(machine);
    meter.watch(machine.processorTime, looks);
    const isUsedUp = meter.allow(1000);
    machine.pass(100, 25, 40);
    assert.equal(isUsedUp(), false);
    machine.pass(100, 25);
    assert.equal(isUsedUp(), true);
  });

  it('never counts more work than time: other threads of the process work, too', () => {
    const machine = new Machine();
    const meter = new WorkMeter(machine);
    meter.watch(machine.processorTime, looks);
    const isUsedUp = meter.allow(1000);
    machine.pass(100, 400, 10);
    assert.equal(isUsedUp(), false);
    machine.pass(100, 400);
    assert.equal(isUsedUp(), true);
  });

  it('ends a worker that waits for something that never comes, after a multiple', () => {
    const machine = new Machine();
    const meter = new WorkMeter(machine);
    meter.watch(machine.processorTime, looks);
    const isUsedUp = meter.allow(1000);
    machine.pass(100, 0, 50);
    assert.equal(isUsedUp(), false);
    machine.pass(100, 0);
    assert.equal(isUsedUp(), true);
  });

  it('counts the time that passes where nobody tells the work, as far as the host itself has turns', () => {
    const machine = new Machine();
    const meter = new WorkMeter(machine);
    meter.watch(undefined, looks);
    const isUsedUp = meter.allow(1000);
    // A laptop that sleeps for an hour, and turns that come three seconds late.
    machine.pass(3_600_000, 0);
    machine.pass(3000, 0, 3);
    assert.equal(isUsedUp(), false);
    machine.pass(100, 0, 3);
    assert.equal(isUsedUp(), true);
  });

  it('counts each budget from where it began, over workers that follow each other', () => {
    const machine = new Machine();
    const meter = new WorkMeter(machine);
    const isAllUsedUp = meter.allow(1500);
    let looked = 0;
    const first = meter.watch(machine.processorTime, () => looked++);
    machine.pass(100, 100, 8);
    const isPartUsedUp = meter.allow(900);
    first.dispose();
    machine.pass(100, 100, 50);
    assert.equal(looked, 8);
    meter.watch(machine.processorTime, looks);
    machine.pass(100, 100, 8);
    assert.deepEqual([isPartUsedUp(), isAllUsedUp()], [false, true]);
    machine.pass(100, 100, 2);
    assert.equal(isPartUsedUp(), true);
  });
});
