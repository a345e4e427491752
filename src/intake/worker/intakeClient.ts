import type { Disposable } from '../../base/event';
import type { WorkerPort } from '../../base/workerPort';
import type { Intake } from '../importText';
import type { IntakeProblem, IntakeProblemCode, UnreadPart } from '../problem';
import type { ReadMessage, ReadRequest } from './messages';
import type { WorkClock } from './workMeter';
import { WorkMeter } from './workMeter';

/** What a file gave: a clean text for it, or for every part of an archive. */
export interface FileIntake {
  readonly intakes: readonly Intake[];
  readonly problems: readonly IntakeProblem[];
  readonly unread: readonly UnreadPart[];
}

/** Where an import hears how far a file is. */
export type ReadProgress = (part: string, done: number, of: number) => void;

/** How a caller ends the reading of a file. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Milliseconds of work that a file, or a part of an archive, may take: a start, and more for every megabyte of the file. */
export interface TimeBudget {
  /** Until the first part is begun: a worker may have to be started, and an archive to be listed. */
  readonly start: number;
  readonly base: number;
  readonly perMegabyte: number;
  /** How many times as long all parts of an archive may take together. */
  readonly allParts: number;
}

/** A part of a few kilobytes takes some hundredths of a second, a megabyte of text about one second. */
const usualBudget: TimeBudget = { start: 30_000, base: 20_000, perMegabyte: 4_000, allParts: 3 };
/** Parts of one archive that may be given up before the rest is. */
const mostFailures = 5;

/** Thrown when the caller cancelled. */
export class ReadCancelled extends Error {}

/**
 * Reads files in a worker that is ended when one takes too long, needs too much memory, or is cancelled. What was ended costs
 * one problem; the parts of an archive after it, and other files, are read by a new worker.
 */
export class IntakeClient {
  private port: WorkerPort | undefined;
  private listen: (message: ReadMessage) => void = () => undefined;
  private fail: (problem: Pick<IntakeProblem, 'code' | 'detail'>) => void = () => undefined;

  /** @param start starts a worker that runs `serveIntake` */
  constructor(
    private readonly start: () => WorkerPort,
    private readonly budget: TimeBudget = usualBudget,
    private readonly clock?: WorkClock,
  ) {}

  /** Never rejects but with `ReadCancelled`. @param bytes are copied */
  async read(
    name: string,
    bytes: Uint8Array,
    cancellation: Cancellation,
    progress: ReadProgress = () => undefined,
  ): Promise<FileIntake> {
    const intakes: Intake[] = [];
    const problems: IntakeProblem[] = [];
    const unread: UnreadPart[] = [];
    const meter = new WorkMeter(this.clock);
    const isOver = meter.allow(this.budget.start + this.budget.allParts * this.partTime(bytes));
    for (let from = 0, failures = 0; failures < mostFailures; failures++) {
      let part: { readonly index: number; readonly name: string } | undefined;
      const failed = await this.attempt({ name, bytes, from }, meter, isOver, cancellation, (message) => {
        if (message.kind === 'part') part = message;
        else if (message.kind === 'problem') problems.push(message.problem);
        else if (message.kind === 'progress') progress(part?.name ?? name, message.done, message.of);
        else if (message.kind === 'intake') {
          intakes.push(message.intake);
          unread.push(...message.unread);
        }
      });
      if (!failed) break;
      const isWhole = failed.code === 'archiveTookTooLong';
      problems.push({ ...failed, name: isWhole ? name : (part?.name ?? name) });
      // Where no part was begun, there is nothing to go on with.
      if (isWhole || !part) break;
      from = part.index + 1;
    }
    // Where nothing came of an archive that was given up, what was wrong with each of its entries tells nobody more.
    const whole = problems.find(({ code }) => code === 'archiveTookTooLong' || code === 'archiveTooLarge');
    return { intakes, problems: whole && intakes.length === 0 ? [whole] : problems, unread };
  }

  /** Ends the worker; the next file starts another. */
  dispose(): void {
    this.port?.terminate();
    this.port = undefined;
  }

  /** Milliseconds that a part may take. */
  private partTime({ length }: Uint8Array): number {
    return this.budget.base + (this.budget.perMegabyte * length) / 1_048_576;
  }

  /** One request to a worker. @param isOver whether all parts took too long together @returns why it was ended; undefined when it came to its end */
  private attempt(
    request: ReadRequest,
    meter: WorkMeter,
    isOver: () => boolean,
    cancellation: Cancellation,
    listen: (message: ReadMessage) => void,
  ): Promise<Pick<IntakeProblem, 'code' | 'detail'> | undefined> {
    if (cancellation.isCancellationRequested) return Promise.reject(new ReadCancelled());
    return new Promise((resolve, reject) => {
      const own = this.partTime(request.bytes);
      let isPartOver = meter.allow(this.budget.start + own);
      let watch: Disposable | undefined;
      const settle = (finish: () => void): void => {
        watch?.dispose();
        subscription.dispose();
        [this.listen, this.fail] = [() => undefined, () => undefined];
        finish();
      };
      const expire = (code: IntakeProblemCode, detail = ''): void => {
        this.dispose();
        this.fail({ code, detail });
      };
      const look = (): void => {
        if (isOver()) expire('archiveTookTooLong');
        else if (isPartOver()) expire('tookTooLong', `${Math.round(own / 1000)} s`);
      };
      const subscription = cancellation.onCancellationRequested(() => {
        this.dispose();
        settle(() => reject(new ReadCancelled()));
      });
      this.fail = (problem) => settle(() => resolve(problem));
      this.listen = (message) => {
        if (message.kind === 'done') settle(() => resolve(undefined));
        else listen(message);
        if (message.kind === 'part') isPartOver = meter.allow(own);
      };
      try {
        const port = this.worker();
        watch = meter.watch(port.processorTime, look);
        port.post(request);
      } catch (error) {
        this.fail({ code: 'readerFailed', detail: String(error) });
      }
    });
  }

  private worker(): WorkerPort {
    if (this.port) return this.port;
    const port = this.start();
    port.onMessage((message) => this.listen(message as ReadMessage));
    port.onFailure((reason, detail) => {
      if (this.port !== port) return;
      this.port = undefined;
      this.fail({ code: reason === 'memory' ? 'tooMuchMemory' : 'readerFailed', detail });
    });
    return (this.port = port);
  }
}
