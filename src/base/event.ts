/** Something that holds a resource until `dispose` is called; shaped like the VS Code API's. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; the result unsubscribes it. Shaped like the VS Code API's `Event`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Owner's side of an `Event`. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => listener(value);
    this.listeners.add(own);
    return { dispose: () => this.listeners.delete(own) };
  };

  /** Calls every listener subscribed at this moment, in order of subscription. */
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
