import type { Passage, PassageKind } from '../../library/article';

/** How many passages there are, and how long they are, by kind. */
export class PassageLengths {
  private readonly byKind = new Map<PassageKind, { count: number; total: number }>();
  /** Number of passages. */
  count = 0;
  /** UTF-16 units of all passages. */
  total = 0;

  /** Adds a passage, or takes it away with -1. */
  add({ kind, length }: Pick<Passage, 'kind' | 'length'>, sign: 1 | -1): void {
    let lengths = this.byKind.get(kind);
    if (!lengths) this.byKind.set(kind, (lengths = { count: 0, total: 0 }));
    lengths.count += sign;
    lengths.total += sign * length;
    this.count += sign;
    this.total += sign * length;
  }

  /** Average length of a passage of a kind, in UTF-16 units. */
  average(kind: PassageKind): number {
    const { count, total } = this.byKind.get(kind) ?? { count: 0, total: 0 };
    return count > 0 ? total / count : 0;
  }
}
