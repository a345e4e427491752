import type { TextFunction } from './textFunctions';
import { runOf } from './textFunctions';

/** How the time of a function grows with the length of a run of a sign. */
export interface Growth {
  readonly sign: string;
  /** 1 is linear. */
  readonly exponent: number;
  /** Milliseconds of a processor for the longest run. */
  readonly milliseconds: number;
}

/** Characters of the longest run; the others have a quarter and a half of it. */
const longest = 40_000;
/** Less is noise; what is n² takes 16 times as much for four times the length, and soon is more. */
const noticeable = 20;
/** Times that a growth is measured; the least counts, for other work on the machine only adds. */
const attempts = 3;

/** Milliseconds of a processor that something takes. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Something that is linear: what the machine does to it, by other work and its caches, it does to all. */
function reference(text: string): number {
  let sum = 0;
  for (let turn = 0; turn < 40; turn++)
    for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at) * turn) | 0;
  return sum;
}

/**
 * How a function grows on runs of a sign, against something linear that is measured in between.
 * @returns undefined when even the longest run takes no noticeable time
 */
export function growthOf({ run }: TextFunction, sign: string): Growth | undefined {
  let best: Growth | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const texts = [longest / 4, longest / 2, longest].map((length) => runOf(sign, length));
    let last = timeOf(() => run(texts[2] ?? ''));
    if (last >= noticeable) last = timeOf(() => run(texts[2] ?? ''));
    if (last < noticeable) return undefined;
    const slope = (work: (text: string) => unknown): number => {
      const [first = 0, , third = 0] = texts.map((text) => timeOf(() => work(text)));
      return Math.log(Math.max(third, 0.05) / Math.max(first, 0.05)) / Math.log(4);
    };
    const exponent = slope(run) / Math.max(1, slope(reference));
    if (!best || exponent < best.exponent) best = { sign, exponent, milliseconds: last };
    if (best.exponent < 1.2) break;
  }
  return best;
}
