import * as vscode from 'vscode';
import { Worker } from 'node:worker_threads';
import { workerMemory } from '../../intake/limits';
import type { WorkerPort } from '../../base/workerPort';

/**
 * Starts a bundle of this extension as a thread.
 * @param name of the bundle, without ending
 */
export function startWorker(extensionUri: vscode.Uri, name: string): WorkerPort {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', `${name}.js`).fsPath;
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: workerMemory } });
  let over = false;
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', (message) => (over ? undefined : listener(message))),
    onFailure: (listener) => {
      const fail = (reason: 'memory' | 'error', detail: string): void => {
        if (over) return;
        over = true;
        listener(reason, detail);
      };
      worker.on('error', (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error', String(error)),
      );
      worker.on('exit', (code) => fail('error', `exit code ${code}`));
    },
    terminate: () => {
      over = true;
      void worker.terminate();
    },
  };
}
