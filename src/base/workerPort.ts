/** Port to a worker: a thread on the desktop, a web worker in the browser. The host implements it; tests use a fake. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once at most, when the worker ended without being told to: it used up its memory, or failed. */
  onFailure(listener: (reason: 'memory' | 'error', detail: string) => void): void;
  /** Ends it at once, whatever it is doing; nothing is heard of it after. */
  terminate(): void;
}
