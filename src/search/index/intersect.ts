import type { Postings } from './flexSearch';

/**
 * Numbers that are in every group of lists, ascending. The smallest group is walked, and looked up in the others.
 * @param groups at least one; the lists of a group follow each other, and are ascending together
 */
export function intersect(groups: readonly (readonly Postings[])[]): readonly number[] {
  const [smallest = [], ...others] = [...groups].sort((a, b) => lengthOf(a) - lengthOf(b));
  const cursors = others.map((lists) => lists.map((list) => new Cursor(list)));
  const found: number[] = [];
  for (const list of smallest) {
    for (let at = 0, { length } = list; at < length; at++) {
      const id = list[at] ?? 0;
      if (cursors.every((group) => group.some((cursor) => cursor.holds(id)))) found.push(id);
    }
  }
  return found;
}

const lengthOf = (lists: readonly Postings[]): number => lists.reduce((total, { length }) => total + length, 0);

/** A place in a list of ascending numbers that is asked about ascending numbers. */
class Cursor {
  private at = 0;

  constructor(private readonly list: Postings) {}

  /** Whether the list has the number. Steps that double, then halves: the logarithm of the distance to it. */
  holds(id: number): boolean {
    const { list } = this;
    let [low, step] = [this.at, 1];
    while (low + step < list.length && (list[low + step] ?? 0) <= id) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, list.length);
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) <= id) low = middle;
      else high = middle;
    }
    this.at = low;
    return list[low] === id;
  }
}
