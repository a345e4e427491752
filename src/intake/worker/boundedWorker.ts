import type { Disposable } from '../../base/event';
import type { WorkerPort } from '../../base/workerPort';
import type { IntakeProblem } from '../problem';
import type { WorkMeter } from './workMeter';

/** How a caller ends what it asked for. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): Disposable;
}

/** Why there is no answer. */
export type WorkerFailure = Pick<IntakeProblem, 'code' | 'detail'>;

/** Thrown when the caller cancelled. */
export class ReadCancelled extends Error {}

/** A worker that answers one request after the other, and is ended when one takes too long, needs too much memory, or is cancelled. */
export class BoundedWorker<Message> implements Disposable {
  private port: WorkerPort | undefined;
  private listen: (message: Message) => void = () => undefined;
  private fail: (failure: WorkerFailure) => void = () => undefined;

  constructor(private readonly start: () => WorkerPort) {}

  /**
   * Asks the worker; one that was ended is followed by another.
   * @param request what can be copied to it
   * @param transfer buffers in it that change hands instead
   * @param listen hears each message; returns whether it was the last
   * @param expired is asked ten times a second: why the request is given up, as soon as it is
   * @returns why it was ended; undefined when it came to its end. Rejects with `ReadCancelled` only
   */
  ask(
    request: unknown,
    transfer: readonly ArrayBuffer[],
    listen: (message: Message) => boolean,
    meter: WorkMeter,
    expired: () => WorkerFailure | undefined,
    cancellation: Cancellation,
  ): Promise<WorkerFailure | undefined> {
    if (cancellation.isCancellationRequested) return Promise.reject(new ReadCancelled());
    return new Promise((resolve, reject) => {
      let watch: Disposable | undefined;
      const settle = (finish: () => void): void => {
        watch?.dispose();
        subscription.dispose();
        [this.listen, this.fail] = [() => undefined, () => undefined];
        finish();
      };
      const subscription = cancellation.onCancellationRequested(() => {
        this.dispose();
        settle(() => reject(new ReadCancelled()));
      });
      this.fail = (failure) => settle(() => resolve(failure));
      this.listen = (message) => {
        if (listen(message)) settle(() => resolve(undefined));
      };
      const look = (): void => {
        const failure = expired();
        if (!failure) return;
        this.dispose();
        this.fail(failure);
      };
      try {
        const port = this.worker();
        watch = meter.watch(port.processorTime, look);
        port.post(request, transfer);
      } catch (error) {
        this.fail({ code: 'readerFailed', detail: String(error) });
      }
    });
  }

  /** Ends the worker; the next request starts another. */
  dispose(): void {
    this.port?.terminate();
    this.port = undefined;
  }

  private worker(): WorkerPort {
    if (this.port) return this.port;
    const port = this.start();
    port.onMessage((message) => this.listen(message as Message));
    port.onFailure((reason, detail) => {
      if (this.port !== port) return;
      this.port = undefined;
      this.fail({ code: reason === 'memory' ? 'tooMuchMemory' : 'readerFailed', detail });
    });
    return (this.port = port);
  }
}
