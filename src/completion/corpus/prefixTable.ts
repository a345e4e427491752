/** Items that are found by how their key begins. */
export class PrefixTable<T> {
  private rows: readonly (readonly [key: string, item: T])[] = [];

  constructor(rows: Iterable<readonly [key: string, item: T]> = []) {
    this.add(rows);
  }

  /** Adds rows; costs little beyond their number, because rows in order are merged as they are. */
  add(rows: Iterable<readonly [key: string, item: T]>): void {
    this.rows = [...this.rows, ...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** Takes out the items for which `gone` is true. */
  remove(gone: (item: T) => boolean): void {
    this.rows = this.rows.filter(([, item]) => !gone(item));
  }

  /** Up to `limit` items whose key begins with `prefix`, in the order of their keys. */
  find(prefix: string, limit: number): readonly T[] {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rows[middle]?.[0] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const items: T[] = [];
    for (let at = low; items.length < limit; at++) {
      const row = this.rows[at];
      if (!row?.[0].startsWith(prefix)) break;
      items.push(row[1]);
    }
    return items;
  }
}
