/** Port to a worker: a thread on the desktop, a web worker in the browser. The host implements it; tests use a fake. */
export interface WorkerPort {
  /** @param transfer buffers in the message that change hands; the sender's own have no bytes afterwards */
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once at most, when the worker ended without being told to: it used up its memory, or failed. */
  onFailure(listener: (reason: 'memory' | 'error', detail: string) => void): void;
  /** Milliseconds of a processor that it had so far, or more; absent where nobody can tell. */
  readonly processorTime?: () => number;
  /** Ends it at once, whatever it is doing; nothing is heard of it after. */
  terminate(): void;
}
