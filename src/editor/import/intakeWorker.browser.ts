// The web worker in which files are read in the browser: a bundle of its own.
import { serveIntake } from '../../intake/worker/serveIntake';

serveIntake({
  post: (message) => self.postMessage(message),
  onMessage: (listener) => self.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
});
