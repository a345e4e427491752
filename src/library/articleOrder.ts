import { chineseOrder } from '../text/chineseOrder';
import type { Article, Origin } from './article';

/** The order of a library: by origin as given, then by category and title. */
export function articleOrder(origins: readonly Origin[]): (a: Article, b: Article) => number {
  const compare = chineseOrder();
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
