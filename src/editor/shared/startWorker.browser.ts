import * as vscode from 'vscode';
import type { WorkerPort } from '../../base/workerPort';

/** What a browser offers for it; this file takes the place of `startWorker.ts` in the browser's bundle. */
export function startWorker(extensionUri: vscode.Uri, name: string): WorkerPort {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'browser', `${name}.js`).toString(true));
  let over = false;
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => (over ? undefined : listener(data));
    },
    onFailure: (listener) => {
      worker.onerror = (event) => {
        if (over) return;
        over = true;
        // Browsers say in words of their own that memory ran out.
        listener(/memory|allocation/i.test(event.message) ? 'memory' : 'error', event.message);
        worker.terminate();
      };
    },
    terminate: () => {
      over = true;
      worker.terminate();
    },
  };
}
