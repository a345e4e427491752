// The thread in which files are read on the desktop: a bundle of its own.
import { parentPort } from 'node:worker_threads';
import { serveIntake } from '../../intake/worker/serveIntake';

serveIntake({
  post: (message) => parentPort?.postMessage(message),
  onMessage: (listener) => void parentPort?.on('message', listener),
});
