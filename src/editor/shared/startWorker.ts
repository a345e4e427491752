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
  // Told at its exit: until then messages come that it sent before.
  let failure: { readonly reason: 'memory' | 'error'; readonly detail: string } | undefined;
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => void worker.on('message', (message) => (over ? undefined : listener(message))),
    onFailure: (listener) => {
      worker.on('error', (error: NodeJS.ErrnoException) => {
        failure ??= {
          reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error',
          detail: String(error),
        };
      });
      worker.on('exit', (code) => {
        if (over) return;
        over = true;
        listener(failure?.reason ?? 'error', failure?.detail ?? `exit code ${code}`);
      });
    },
    // Of the whole process: of a single thread, the oldest editor cannot tell.
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    terminate: () => {
      over = true;
      void worker.terminate();
    },
  };
}
