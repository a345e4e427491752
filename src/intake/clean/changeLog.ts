import type { Removal, RemovalKind } from '../../library/document';

/** What was mended within texts that stay. */
export type MendingKind = 'joined' | 'headingSplit' | 'lineSplit' | 'punctuation';

/** How often something was mended, with the first few places. */
export interface Mending {
  readonly kind: MendingKind;
  readonly count: number;
  readonly examples: readonly string[];
}

const keptExamples = 3;
const exampleLength = 60;

/** Writes down what cleaning does, so that nothing happens behind the writer's back. */
export class ChangeLog {
  readonly removed: Removal[];
  private readonly counts = new Map<MendingKind, { count: number; examples: string[] }>();

  /** @param removed what was left out before */
  constructor(removed: readonly Removal[] = []) {
    this.removed = [...removed];
  }

  /** @param after the text that it stood behind */
  remove(kind: RemovalKind, text: string, after?: string): void {
    this.removed.push(after === undefined ? { kind, text } : { kind, text, after });
  }

  /** @param example the place as it was or as it is now, whichever says more */
  mend(kind: MendingKind, example: string, times = 1): void {
    if (times === 0) return;
    const entry = this.counts.get(kind) ?? { count: 0, examples: [] };
    entry.count += times;
    if (entry.examples.length < keptExamples) entry.examples.push(example.slice(0, exampleLength));
    this.counts.set(kind, entry);
  }

  get mended(): readonly Mending[] {
    return [...this.counts].map(([kind, entry]) => ({ kind, ...entry }));
  }
}
