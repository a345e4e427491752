import { parentPort } from 'node:worker_threads';

/** A worker's side of its port to the host: here a thread's. */
export const hostPort = {
  post: (message: unknown, transfer: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, [...transfer]),
  onMessage: (listener: (message: unknown) => void): void => void parentPort?.on('message', listener),
};
