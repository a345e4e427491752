import { diffArrays } from 'diff';
import { anchorBlocks } from './anchorBlocks';

/** What is compared: the text of a paragraph, or of a row of a table. */
export interface Comparable {
  readonly text: string;
  /** Only what is of one kind is paired. */
  readonly kind: string;
  /** Whether it can have been split or joined. */
  readonly isDivisible: boolean;
  /** Of an element that a document has once or twice, such as 附注: it is likely the same, whatever it says. */
  readonly element?: string;
}

/** Blocks of the draft and blocks of the document that have become each other; either list may be empty, or hold two. */
export interface Pair {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Blocks are one and the same from this share of common pairs of characters on. */
const leastAlike = 0.35;
/** A pair is only taken for split or joined where that explains more. */
const joint = 0.01;
/** What elements of one kind have in common at least. */
const sameElement = 0.4;
/** Most pairs of a stretch without a common block that are compared; longer ones are cut at blocks that are surely each other. */
const mostCompared = 60_000;
/** Blocks of a piece of such a stretch, about. */
const pieceLength = 100;

/**
 * Pairs blocks in order: first equal ones (longest common subsequence), between them those most alike, one to one or one to two
 * where a paragraph was split or joined. Likeness is the Dice coefficient of pairs of characters. Quadratic in the blocks between
 * two equal ones; past a limit these are cut in pieces, and what cannot be cut stays unpaired.
 */
export function pairBlocks(before: readonly Comparable[], after: readonly Comparable[]): readonly Pair[] {
  const key = ({ kind, text }: Comparable): string => `${kind}\n${text}`;
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  let [gapB, gapA] = [0, 0];
  const close = (): void => {
    pairs.push(...pairGap(before.slice(gapB, b), after.slice(gapA, a), gapB, gapA));
  };
  for (const { value, added, removed } of diffArrays(before.map(key), after.map(key))) {
    if (removed) b += value.length;
    else if (added) a += value.length;
    else {
      close();
      pairs.push(...value.map((): Pair => ({ before: [b++], after: [a++] })));
      [gapB, gapA] = [b, a];
    }
  }
  close();
  return pairs;
}

/** Cuts a stretch in pieces before blocks that are surely each other. */
function pairPieces(
  before: readonly Comparable[],
  after: readonly Comparable[],
  firstB: number,
  firstA: number,
): readonly Pair[] {
  const [textsB, textsA] = [before, after].map((blocks) => blocks.map(({ text }) => text)) as [string[], string[]];
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...anchorBlocks(textsB, textsA), [before.length, after.length] as const]) {
    const isLast = nextB === before.length;
    if (!isLast && nextB - b < pieceLength && nextA - a < pieceLength) continue;
    pairs.push(...pairGap(before.slice(b, nextB), after.slice(a, nextA), firstB + b, firstA + a, false));
    [b, a] = [nextB, nextA];
  }
  return pairs;
}

const steps = [[1, 1], [1, 2], [2, 1], [1, 0], [0, 1]] as const; // prettier-ignore

function pairGap(
  before: readonly Comparable[],
  after: readonly Comparable[],
  firstB: number,
  firstA: number,
  canCut = true,
): readonly Pair[] {
  const [n, m] = [before.length, after.length];
  const pair = (b: number, a: number, [db, da]: readonly [number, number]): Pair => ({
    before: Array.from({ length: db }, (_, at) => firstB + b + at),
    after: Array.from({ length: da }, (_, at) => firstA + a + at),
  });
  if (n * m > mostCompared && canCut) return pairPieces(before, after, firstB, firstA);
  if (n * m === 0 || n * m > mostCompared)
    return [...before.map((_, at) => pair(at, 0, [1, 0])), ...after.map((_, at) => pair(n, at, [0, 1]))];
  const likeness = likenessOf(before, after);
  const best: number[] = new Array<number>((n + 1) * (m + 1)).fill(0);
  const chosen: number[] = new Array<number>((n + 1) * (m + 1)).fill(0);
  for (let b = n; b >= 0; b--) {
    for (let a = m; a >= 0; a--) {
      if (b === n && a === m) continue;
      const at = b * (m + 1) + a;
      best[at] = -1;
      for (const [index, [db, da]] of steps.entries()) {
        if (b + db > n || a + da > m) continue;
        const alike = db && da ? likeness(b, a, db, da) : 0;
        if (db && da && alike < leastAlike) continue;
        const score = alike - (db + da > 2 ? joint : 0) + (best[(b + db) * (m + 1) + a + da] ?? 0);
        if (score > (best[at] ?? 0)) [best[at], chosen[at]] = [score, index];
      }
    }
  }
  const pairs: Pair[] = [];
  for (let b = 0, a = 0; b < n || a < m;) {
    const step = steps[chosen[b * (m + 1) + a] ?? 0] ?? [1, 1];
    pairs.push(pair(b, a, step));
    [b, a] = [b + step[0], a + step[1]];
  }
  return pairs;
}

type Likeness = (b: number, a: number, db: number, da: number) => number;

function likenessOf(before: readonly Comparable[], after: readonly Comparable[]): Likeness {
  const [ofBefore, ofAfter] = [before, after].map((blocks) => {
    const bags = new Map<string, ReadonlyMap<string, number>>();
    return (from: number, count: number): ReadonlyMap<string, number> => {
      const known = bags.get(`${from} ${count}`);
      if (known) return known;
      const bag = bigrams(
        blocks
          .slice(from, from + count)
          .map(({ text }) => text)
          .join(''),
      );
      bags.set(`${from} ${count}`, bag);
      return bag;
    };
  }) as [BagOf, BagOf];
  return (b, a, db, da) => {
    const blocks = [...before.slice(b, b + db), ...after.slice(a, a + da)];
    const [kind] = blocks.map((one) => one.kind);
    if (blocks.some((one) => one.kind !== kind)) return 0;
    if (db + da > 2 && blocks.some((one) => !one.isDivisible)) return 0;
    const alike = dice(ofBefore(b, db), ofAfter(a, da));
    const [one, other] = [before[b]?.element, after[a]?.element];
    return one && one === other && db + da === 2 ? sameElement + (1 - sameElement) * alike : alike;
  };
}

type BagOf = (from: number, count: number) => ReadonlyMap<string, number>;

function bigrams(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (let at = 0; at < Math.max(1, text.length - 1); at++) {
    const pair = text.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}

function dice(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [pair, count] of one) {
    total += count;
    common += Math.min(count, other.get(pair) ?? 0);
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
