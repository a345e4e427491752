/** At a UTF-16 offset of a document, so many units gave way to a text. */
export interface Replacement {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}

/** What an input method shows ends so until a choice is made: with a letter, a tone or a Bopomofo sign. */
const unfinished = /[a-z'0-9\u3105-\u312f]$/i;

/**
 * Tells from the changes of a document whether an input method composes in it. With every key it puts all of its letters
 * anew in place of those before, which nobody does who types. Of the first letter nothing can be told.
 */
export class Composition {
  private put: { readonly offset: number; readonly length: number } | undefined;
  private composing = false;

  /** Whether what was put last is an input method's, and not chosen yet. */
  get active(): boolean {
    return this.composing;
  }

  /** Takes what changed at once: one replacement if it is an input method's. */
  follow(changes: readonly Replacement[]): void {
    const [change] = changes;
    if (!change || changes.length > 1) return this.end();
    const { offset, removed, text } = change;
    const again = removed > 0 && offset === this.put?.offset && removed === this.put.length;
    this.composing = again && unfinished.test(text);
    this.put = { offset, length: text.length };
  }

  /** Forgets what was put: another document is written in. */
  end(): void {
    this.put = undefined;
    this.composing = false;
  }
}
