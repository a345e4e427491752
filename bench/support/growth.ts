import type { TextFunction } from './textFunctions';
import { runOf } from './textFunctions';

/** How the time of a function grows with the length of a run of a sign. */
export interface Growth {
  readonly sign: string;
  /** Characters of the longest run. */
  readonly length: number;
  /** 1 is linear. */
  readonly exponent: number;
  /** Milliseconds of a processor for the longest run. */
  readonly milliseconds: number;
}

/** How long the longest run is (the shortest has a quarter of it), and from how many milliseconds its time is measured. */
export interface GrowthRange {
  readonly longest: number;
  readonly noticeable: number;
}

/** Less than 20 ms is noise; what is n² takes 16 times as much for four times the length, and soon is more. */
const wholeRange: GrowthRange = { longest: 40_000, noticeable: 20 };
/** Times that each is measured; the least counts, for other work in the process and on the machine only adds. */
const attempts = 12;
/** Milliseconds after which no other is made. */
const patience = 5000;
/** As steep as this may be noise, which another attempt takes away. */
const doubtful = 1.2;

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
export function growthOf({ run }: TextFunction, sign: string, range = wholeRange): Growth | undefined {
  const { longest, noticeable } = range;
  const [short, long] = [runOf(sign, longest / 4), runOf(sign, longest)];
  if (timeOf(() => run(long)) < noticeable) return undefined;
  const [own, linear] = [new Slope(run, short, long), new Slope(reference, short, long)];
  let exponent = Infinity;
  for (let attempt = 0, spent = 0; attempt < attempts && spent < patience && exponent > doubtful; attempt++) {
    spent += timeOf(() => own.measure());
    linear.measure();
    if (own.milliseconds < noticeable) return undefined;
    exponent = own.exponent / Math.max(1, linear.exponent);
  }
  return { sign, length: longest, exponent, milliseconds: own.milliseconds };
}

/** Longer runs than of so many characters are not looked at, nor of so many milliseconds. */
const [longestRun, longestTime] = [640_000, 4000];

/**
 * How a function grows in the end: objects that fit into young memory cost nothing to collect and more do, and what looks ahead
 * a bounded way seems to be n² on texts shorter than that. So runs are made four times as long while it seems steep.
 * @returns undefined when even 40,000 characters take no noticeable time
 */
export function settledGrowthOf(one: TextFunction, sign: string): Growth | undefined {
  let growth = growthOf(one, sign);
  for (
    let longest = wholeRange.longest * 4;
    growth && growth.exponent > doubtful && longest <= longestRun;
    longest *= 4
  ) {
    if (growth.milliseconds > longestTime) break;
    growth = growthOf(one, sign, { ...wholeRange, longest });
  }
  return growth;
}

/** The least times of one function on two texts, one of which is four times as long as the other. */
class Slope {
  private shortTime = Infinity;
  milliseconds = Infinity;

  constructor(
    private readonly work: (text: string) => unknown,
    private readonly short: string,
    private readonly long: string,
  ) {}

  measure(): void {
    this.shortTime = Math.min(
      this.shortTime,
      timeOf(() => this.work(this.short)),
    );
    this.milliseconds = Math.min(
      this.milliseconds,
      timeOf(() => this.work(this.long)),
    );
  }

  get exponent(): number {
    return Math.log(Math.max(this.milliseconds, 0.05) / Math.max(this.shortTime, 0.05)) / Math.log(4);
  }
}
