// The worker in which Word documents of others are read when they come back, or to learn from: a bundle of its own.
import { learnProfile } from '../../export/learnProfile';
import { IntakeError } from '../../intake/problem';
import { takeBack } from '../../revise/takeBack';
import { hostPort } from './hostPort';
import type { WordAnswer, WordRequest, WordTasks } from './wordTasks';

const tasks: WordTasks = { takeBack, learnProfile };

function answer({ task, given }: WordRequest): WordAnswer {
  try {
    return { result: (tasks[task] as (...all: readonly unknown[]) => unknown)(...given) };
  } catch (error) {
    if (error instanceof IntakeError) return { code: error.code, detail: error.message };
    return { code: 'readerFailed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

hostPort.onMessage((message) => hostPort.post(answer(message as WordRequest)));
