import type { Tally } from './draftEcho';

/** How often something follows what was typed, in the library. */
export interface Frequency extends Tally {
  /** Number of different characters that follow. */
  readonly branches: number;
}

/** All that speaks for a continuation. */
export interface Evidence {
  /** Characters of the continuation. */
  readonly length: number;
  /** Typed characters after which the library has the continuation; 0 where only the draft has it. */
  readonly typed: number;
  /** Whether those characters are all of the clause so far. */
  readonly atClauseStart: boolean;
  /** In the library, after those characters. */
  readonly library: Frequency;
  /** Number of articles, in a sample of occurrences after two or three typed characters. */
  readonly spread: number;
  /** In the draft, after the last two characters. */
  readonly near: Tally;
  /** In the draft, after the last four characters or more. */
  readonly close: Tally;
}

/**
 * Probability, between 0 and 1, that a writer goes on in a certain way: the odds that others and the writer went on like
 * this before, mixed log-linearly. Weights and smoothing are those of a logistic regression over all positions of 60,000
 * characters of official prose, each text without itself in the library; `bench/charactersSaved.ts` shows what they achieve.
 */
export function likelihood({ length, typed, atClauseStart, library, spread, near, close }: Evidence): number {
  const logOdds =
    2 +
    0.63 * Math.log(odds(Math.max(library.count, 0.3), library, 0.5 * library.branches + 0.5)) +
    0.64 * Math.log(odds(near.count + 0.2, near, 3)) +
    1.24 * Math.log(odds(close.count + 0.2, close, 1)) +
    0.2 * Math.log(Math.max(spread, 0.5)) +
    0.7 * Math.log(1 + typed) -
    Math.log(length) +
    (atClauseStart ? 0.38 : 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/** For against not, where `unseen` times more would have been otherwise. A sampled count may exceed its total. */
const odds = (seen: number, { count, total }: Tally, unseen: number): number =>
  seen / (Math.max(total - count, 0) + unseen);
