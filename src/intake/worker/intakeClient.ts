import type { Steps } from '../../base/slices';
import { finishInSlices, Slice } from '../../base/slices';
import type { WorkerPort } from '../../base/workerPort';
import type { Intake } from '../importText';
import type { IntakeProblem, UnreadPart } from '../problem';
import type { Cancellation, WorkerFailure } from './boundedWorker';
import { BoundedWorker, ReadCancelled } from './boundedWorker';
import type { ReadMessage, ReadRequest } from './messages';
import type { PackedIntake } from './packedIntake';
import { unpackIntake } from './packedIntake';
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

/**
 * Reads files in a worker that can be ended. What was ended costs one problem; the parts of an archive after it, and other files, are read by a new worker.
 */
export class IntakeClient {
  private readonly worker: BoundedWorker<ReadMessage>;

  /** @param start starts a worker that runs `serveIntake` */
  constructor(
    start: () => WorkerPort,
    private readonly budget: TimeBudget = usualBudget,
    private readonly clock?: WorkClock,
  ) {
    this.worker = new BoundedWorker(start);
  }

  /** Never rejects but with `ReadCancelled`. Whatever the file holds, the host has its turns. @param bytes are copied */
  async read(
    name: string,
    bytes: Uint8Array,
    cancellation: Cancellation,
    progress: ReadProgress = () => undefined,
  ): Promise<FileIntake> {
    const packed: PackedIntake[] = [];
    const problems: IntakeProblem[] = [];
    const unread: UnreadPart[] = [];
    const meter = new WorkMeter(this.clock);
    const own = this.budget.base + (this.budget.perMegabyte * bytes.length) / 1_048_576;
    const all = this.budget.start + this.budget.allParts * own;
    const isOver = meter.allow(all);
    for (let from = 0, failures = 0; failures < mostFailures; failures++) {
      let part: { readonly index: number; readonly name: string } | undefined;
      let isPartOver = meter.allow(this.budget.start + own);
      const expired = (): WorkerFailure | undefined => {
        if (isOver()) return { code: 'archiveTookTooLong', detail: seconds(all) };
        return isPartOver() ? { code: 'tookTooLong', detail: seconds(own) } : undefined;
      };
      const listen = (message: ReadMessage): boolean => {
        if (message.kind === 'part') {
          part = message;
          isPartOver = meter.allow(own);
        } else if (message.kind === 'problem') problems.push(message.problem);
        else if (message.kind === 'progress') progress(part?.name ?? name, message.done, message.of);
        else if (message.kind === 'intake') {
          packed.push(message.intake);
          unread.push(...message.unread);
        }
        return message.kind === 'done';
      };
      const request: ReadRequest = { name, bytes: await finishInSlices(copyOf(bytes)), from };
      const failed = await this.worker.ask(request, [request.bytes.buffer], listen, meter, expired, cancellation);
      if (!failed) break;
      const isWhole = failed.code === 'archiveTookTooLong';
      problems.push({ ...failed, name: isWhole ? name : (part?.name ?? name) });
      // Where no part was begun, there is nothing to go on with.
      if (isWhole || !part) break;
      from = part.index + 1;
    }
    const intakes: Intake[] = [];
    // One for all: thousands of entries of an archive are nothing each.
    const slice = new Slice();
    for (const pieces of packed) {
      if (cancellation.isCancellationRequested) throw new ReadCancelled();
      intakes.push(await finishInSlices(unpackIntake(pieces), slice));
    }
    // Where nothing came of an archive that was given up, what was wrong with each of its entries tells nobody more.
    const whole = problems.find(({ code }) => code === 'archiveTookTooLong' || code === 'archiveTooLarge');
    return { intakes, problems: whole && intakes.length === 0 ? [whole] : problems, unread };
  }

  /** Ends the worker; the next file starts another. */
  dispose(): void {
    this.worker.dispose();
  }
}

const bytesPerStep = 1 << 20;

/** A copy that a worker may keep; the bytes themselves are needed again where it is ended. */
function* copyOf(bytes: Uint8Array): Steps<Uint8Array<ArrayBuffer>> {
  const copy = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += bytesPerStep) {
    copy.set(bytes.subarray(at, at + bytesPerStep), at);
    yield;
  }
  return copy;
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`;
