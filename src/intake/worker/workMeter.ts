import type { Disposable } from '../../base/event';

/** The clock of the host; tests hand in one of their own. */
export interface WorkClock {
  /** Milliseconds since any moment. */
  now(): number;
  /** Calls the listener about every so many milliseconds. */
  every(milliseconds: number, listener: () => void): Disposable;
}

const hostClock: WorkClock = {
  now: () => performance.now(),
  every: (milliseconds, listener) => {
    const timer = setInterval(listener, milliseconds);
    return { dispose: () => clearInterval(timer) };
  },
};

/** Milliseconds between two looks at the clock. */
const interval = 100;
/** Milliseconds that count between two looks at most: while the host itself had no turn, a worker hardly had one. */
const longestTurn = 2 * interval;
/** How many times its budget is waited for a worker that does not work: it may wait for something that never comes. */
const patience = 5;

/**
 * Counts the time in which a worker could work, not the time that passes: a machine that is busy with other things, or asleep,
 * costs an innocent file nothing, and a worker that hangs in a loop is still found. Where the host tells the time of a processor
 * (on the desktop, of its whole process, so at least the worker's) that is counted; elsewhere only what the host's own late turns show.
 */
export class WorkMeter {
  private worked = 0;
  private waited = 0;

  constructor(private readonly clock: WorkClock = hostClock) {}

  /** @param budget milliseconds of work from now on @returns whether they are used up, or a multiple was waited for them */
  allow(budget: number): () => boolean {
    const { worked, waited } = this;
    return () => this.worked - worked > budget || this.waited - waited > patience * budget;
  }

  /**
   * Counts until it is disposed.
   * @param processorTime milliseconds of a processor that the worker had so far, at most; undefined where nobody can tell
   * @param look is called after each step
   */
  watch(processorTime: (() => number) | undefined, look: () => void): Disposable {
    let now = this.clock.now();
    let used = processorTime?.() ?? 0;
    return this.clock.every(interval, () => {
      const [wasNow, wasUsed] = [now, used];
      now = this.clock.now();
      used = processorTime?.() ?? 0;
      const passed = Math.min(now - wasNow, longestTurn);
      this.waited += passed;
      this.worked += processorTime ? Math.min(passed, used - wasUsed) : passed;
      look();
    });
  }
}
