/** Length of the runs of characters by which blocks are known again, and how many of them two blocks have in common at least. */
const runLength = 6;
const leastRuns = 2;

/**
 * Blocks of two texts that are surely each other: they have runs of characters in common that no other block has. In order, none
 * crosses another (patience diff, Cohen 2003, with runs in place of lines). Linear in the characters, and n log n in the blocks.
 */
export function anchorBlocks(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [before: number, after: number])[] {
  const [ofBefore, ofAfter] = [ownersOf(before), ownersOf(after)];
  const votes = new Map<number, Map<number, number>>();
  for (const [run, b] of ofBefore) {
    const a = ofAfter.get(run);
    if (a === undefined || a < 0 || b < 0) continue;
    const counts = votes.get(b) ?? new Map<number, number>();
    counts.set(a, (counts.get(a) ?? 0) + 1);
    votes.set(b, counts);
  }
  const pairs = [...votes].flatMap(([b, counts]) => {
    const [best] = [...counts].sort((one, other) => other[1] - one[1]);
    return best && best[1] >= leastRuns ? [[b, best[0]] as const] : [];
  });
  return longestAscending(pairs.sort((one, other) => one[0] - other[0]));
}

/** The block that has a run of characters; -1 where several have. */
function ownersOf(blocks: readonly string[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [index, text] of blocks.entries()) {
    for (let at = 0; at + runLength <= text.length; at++) {
      const run = text.slice(at, at + runLength);
      const owner = owners.get(run);
      if (owner === undefined) owners.set(run, index);
      else if (owner !== index) owners.set(run, -1);
    }
  }
  return owners;
}

/** The longest sequence of pairs whose second numbers ascend. Source: Fredman 1975. */
function longestAscending<Pair extends readonly [number, number]>(pairs: readonly Pair[]): readonly Pair[] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, [, a]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < a) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const found: Pair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at];
    if (pair) found.unshift(pair);
  }
  return found;
}
