import type { Disposable } from './event';

/** Runs an action once nobody has asked for it again for a while. */
export class Debouncer implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param delay milliseconds */
  constructor(
    private readonly action: () => void,
    private readonly delay: number,
  ) {}

  /** Asks for the action; an earlier request that still waits is given up. */
  schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.action, this.delay);
  }

  /** Gives up what still waits. */
  cancel(): void {
    clearTimeout(this.timer);
  }

  dispose(): void {
    this.cancel();
  }
}
