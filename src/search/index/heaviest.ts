import type { Steps } from '../../base/slices';

/** Weights are told apart this finely. */
const grades = 256;
/** Candidates of equal weight that are looked into to choose among them. */
const mostCompared = 2000;
/** Of which so many in one step. */
const comparedAtOnce = 20;

/**
 * The heaviest of some candidates, heaviest first; of equal ones those that are preferred, then the first. By counting, as they
 * may be a hundred thousand and a few are wanted; in steps.
 * @param ids ascending
 * @param weights by id
 */
export function* heaviest(
  ids: readonly number[],
  weights: ArrayLike<number>,
  most: number,
  preferred?: (id: number) => boolean,
): Steps<readonly number[]> {
  const byWeight = (a: number, b: number): number => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b;
  if (ids.length <= most) return [...ids].sort(byWeight);
  let greatest = 0;
  for (const id of ids) greatest = Math.max(greatest, weights[id] ?? 0);
  yield;
  const gradeOf = (id: number): number => Math.round(((grades - 1) * (weights[id] ?? 0)) / greatest);
  const sizes = new Uint32Array(grades);
  for (const id of ids) sizes[gradeOf(id)] = (sizes[gradeOf(id)] ?? 0) + 1;
  yield;
  let lowest = grades - 1;
  for (let total = sizes[lowest] ?? 0; total < most && lowest > 0; total += sizes[lowest] ?? 0) lowest--;
  const chosen = ids.filter((id) => gradeOf(id) > lowest);
  yield;
  const equal = ids.filter((id) => gradeOf(id) === lowest);
  const first = preferred ? yield* firstThat(equal, preferred, most - chosen.length) : [];
  const taken = new Set(first);
  return [...chosen.sort(byWeight), ...first, ...equal.filter((id) => !taken.has(id))].slice(0, most);
}

function* firstThat(ids: readonly number[], wanted: (id: number) => boolean, most: number): Steps<readonly number[]> {
  const found: number[] = [];
  for (const [at, id] of ids.slice(0, mostCompared).entries()) {
    if (found.length >= most) break;
    if (wanted(id)) found.push(id);
    if (at % comparedAtOnce === 0) yield;
  }
  return found;
}
