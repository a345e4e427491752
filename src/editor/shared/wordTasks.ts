import type { learnProfile } from '../../export/learnProfile';
import type { WorkerFailure } from '../../intake/worker/boundedWorker';
import type { takeBack } from '../../revise/takeBack';

/** What is done with Word documents of others beside taking them in; arguments and results are such as can be copied. */
export interface WordTasks {
  readonly takeBack: typeof takeBack;
  readonly learnProfile: typeof learnProfile;
}

/** What the worker is asked. */
export interface WordRequest {
  readonly task: keyof WordTasks;
  readonly given: readonly unknown[];
}

/** What the worker answers, once. */
export type WordAnswer = { readonly result: unknown } | WorkerFailure;
