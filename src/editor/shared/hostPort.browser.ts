/** The side of a web worker; this file takes the place of `hostPort.ts` in the browser's bundles. */
export const hostPort = {
  post: (message: unknown, transfer: readonly ArrayBuffer[] = []): void =>
    self.postMessage(message, { transfer: [...transfer] }),
  onMessage: (listener: (message: unknown) => void): void =>
    self.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
};
