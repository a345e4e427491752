/** About `most` of the numbers on the lists, each once, evenly from every list, and at least one from each. */
export function* sampleOf(lists: readonly ArrayLike<number>[], most: number): Generator<number> {
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const step = Math.max(1, total / most);
  const seen = new Set<number>();
  for (const list of lists) {
    for (let at = 0; at < list.length; at += step) {
      const id = list[Math.floor(at)] ?? 0;
      if (seen.has(id)) continue;
      seen.add(id);
      yield id;
    }
  }
}
