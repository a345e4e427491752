import * as vscode from 'vscode';
import type { WorkerPort } from '../../base/workerPort';
import type { WorkerFailure } from '../../intake/worker/boundedWorker';
import { BoundedWorker, ReadCancelled } from '../../intake/worker/boundedWorker';
import { WorkMeter } from '../../intake/worker/workMeter';
import type { WordAnswer, WordRequest, WordTasks } from './wordTasks';

/** Milliseconds of work: a draft of hundreds of pages is compared with its document. */
const budget = 60_000;
/** Milliseconds after which something is to be seen of it, and may be cancelled. */
const patience = 1000;

/** What came of a document: a result, why there is none, or undefined where the writer cancelled. */
export type WordOutcome<Task extends keyof WordTasks> =
  { readonly result: ReturnType<WordTasks[Task]> } | WorkerFailure | undefined;

/** Reads Word documents of others in a worker of their own, which can be ended: by time, by memory, by the writer. */
export class WordReader {
  /** @param start starts a worker that runs `wordWorker` */
  constructor(private readonly start: () => WorkerPort) {}

  /** @param title of the progress that is shown where it takes long @param given arguments of the task; bytes are copied */
  async run<Task extends keyof WordTasks>(
    title: string,
    task: Task,
    ...given: Parameters<WordTasks[Task]>
  ): Promise<WordOutcome<Task>> {
    const source = new vscode.CancellationTokenSource();
    const worker = new BoundedWorker<WordAnswer>(this.start);
    const outcome = this.ask(worker, { task, given }, source.token) as Promise<WordOutcome<Task>>;
    const timer = setTimeout(() => {
      const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
      void vscode.window.withProgress(options, (_, token) => {
        token.onCancellationRequested(() => source.cancel());
        return outcome;
      });
    }, patience);
    try {
      return await outcome;
    } finally {
      clearTimeout(timer);
      worker.dispose();
      source.dispose();
    }
  }

  private async ask(
    worker: BoundedWorker<WordAnswer>,
    request: WordRequest,
    token: vscode.CancellationToken,
  ): Promise<WordAnswer | undefined> {
    let answer: WordAnswer | undefined;
    const meter = new WorkMeter();
    const isUsedUp = meter.allow(budget);
    const expired = (): WorkerFailure | undefined =>
      isUsedUp() ? { code: 'tookTooLong', detail: `${budget / 1000} s` } : undefined;
    const listen = (message: WordAnswer): boolean => {
      answer = message;
      return true;
    };
    try {
      return (await worker.ask(request, [], listen, meter, expired, token)) ?? answer;
    } catch (error) {
      if (error instanceof ReadCancelled) return undefined;
      throw error;
    }
  }
}
