import * as vscode from 'vscode';
import type { WorkerPort } from '../../base/workerPort';

/**
 * What a browser offers for it; this file takes the place of `startWorker.ts` in the browser's bundle. The code is read through
 * the editor's file system and started from memory: the extension's folder may have an address that no browser can load.
 */
export function startWorker(extensionUri: vscode.Uri, name: string): WorkerPort {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'browser', `${name}.js`);
  let over = false;
  let address = '';
  let worker: Worker | undefined;
  const waiting: (readonly [unknown, readonly ArrayBuffer[]])[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let failed: Parameters<WorkerPort['onFailure']>[0] = () => undefined;
  // The editor loads the code a moment later, so its address must hold as long as the worker does.
  const end = (): void => {
    over = true;
    worker?.terminate();
    URL.revokeObjectURL(address);
  };
  const fail = (detail: string): void => {
    if (over) return;
    end();
    // Browsers say in words of their own that memory ran out.
    failed(/memory|allocation/i.test(detail) ? 'memory' : 'error', detail);
  };
  const start = async (): Promise<void> => {
    const code = await vscode.workspace.fs.readFile(script);
    if (over) return;
    address = URL.createObjectURL(new Blob([code.slice()], { type: 'text/javascript' }));
    worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => (over ? undefined : hear(data));
    worker.onerror = (event) => fail(event.message || 'the worker could not be loaded');
    for (const [message, transfer] of waiting.splice(0)) worker.postMessage(message, [...transfer]);
  };
  start().catch((error: unknown) => fail(String(error)));
  return {
    post: (message, transfer = []) => {
      if (worker) worker.postMessage(message, [...transfer]);
      else waiting.push([message, transfer]);
    },
    onMessage: (listener) => void (hear = listener),
    onFailure: (listener) => void (failed = listener),
    terminate: end,
  };
}
