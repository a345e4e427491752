import type { Article, Origin } from './article';

/**
 * The order of a library: by origin as given, then by category and title. Made when it is needed, because loading a
 * collation takes milliseconds.
 */
export function articleOrder(origins: readonly Origin[]): (a: Article, b: Article) => number {
  const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return (a, b) =>
    origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
    (a.category === b.category ? 0 : compare(a.category, b.category)) ||
    compare(a.title, b.title) ||
    (a.id < b.id ? -1 : 1);
}

/** Merges two sorted lists. */
export function merged<T>(some: readonly T[], others: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const all: T[] = [];
  let at = 0;
  for (const other of others) {
    for (let one = some[at]; one !== undefined && compare(one, other) <= 0; one = some[++at]) all.push(one);
    all.push(other);
  }
  return [...all, ...some.slice(at)];
}
