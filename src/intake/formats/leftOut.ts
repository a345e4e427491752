import type { Removal, RemovalKind } from '../../library/document';
import { visible } from '../line';

/** What a reader of a format leaves out on purpose, in order, with the reason. */
export class LeftOut {
  readonly removed: Removal[] = [];
  private open: Removal | undefined;

  /** Lists a text; nothing where it is blank. */
  add(kind: RemovalKind, text: string): void {
    const whole = visible(text).replace(/\s+/g, ' ').trim();
    if (whole) this.removed.push({ kind, text: whole });
  }

  /** Adds to a text that comes piece by piece: another kind ends it, and so does `end`. */
  append(kind: RemovalKind, text: string): void {
    if (this.open?.kind !== kind) this.end();
    this.open = { kind, text: (this.open?.text ?? '') + text };
  }

  end(): void {
    if (this.open) this.add(this.open.kind, this.open.text);
    this.open = undefined;
  }
}
