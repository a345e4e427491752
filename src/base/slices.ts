/** After so many milliseconds of work the host gets a turn; with a last step of several, that is still less than a frame. */
const sliceMilliseconds = 6;

/** Work cut into steps of about a millisecond, with a result at the end. */
export type Steps<T> = Generator<void, T>;

/**
 * Gives the host a turn: resolves in a later task, so that input and rendering come first. A message, because a timer
 * waits at least a millisecond, and four in browsers.
 */
export const yieldToHost = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Takes all steps, giving the host a turn whenever a slice of time is used up.
 * @param slice shared by works that go on at the same time, so that together they leave the host its turns
 */
export async function finishInSlices<T>(steps: Steps<T>, slice = new Slice()): Promise<T> {
  for (;;) {
    while (slice.over) await slice.next();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes steps as `finishInSlices` does, until nobody wants the result any more: undefined then. Asks after each turn. */
export function finishUnless<T>(
  cancelled: () => boolean,
  steps: Steps<T>,
  slice = new Slice(),
): Promise<T | undefined> {
  return finishInSlices(unless(cancelled, steps), slice);
}

function* unless<T>(cancelled: () => boolean, steps: Steps<T>): Steps<T | undefined> {
  while (!cancelled()) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
  return undefined;
}

/** A stretch of time for work. When it is over, the host gets a turn and the next begins. */
export class Slice {
  private end = performance.now() + sliceMilliseconds;
  private turn: Promise<void> | undefined;

  /** @param waits whether the work gives way to another at the moment: the slice is over then */
  constructor(private readonly waits: () => boolean = () => false) {}

  get over(): boolean {
    return performance.now() >= this.end || this.waits();
  }

  /** Resolves when the host has had its turn. Another work may use the new slice up first: ask `over` again. */
  next(): Promise<void> {
    this.turn ??= yieldToHost().then(() => {
      this.turn = undefined;
      this.end = performance.now() + sliceMilliseconds;
    });
    return this.turn;
  }
}
