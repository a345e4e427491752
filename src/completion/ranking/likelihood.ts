import type { Tally } from '../sources/draftRepetitions';
import type { Opening } from './opening';

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
  /** What those characters open, where they are all of the clause so far. */
  readonly opens: Opening | undefined;
  /** Whether those characters begin with a word of the draft. */
  readonly atWord: boolean;
  /** Whether the cursor is inside a word, as the library has it. */
  readonly insideWord: boolean;
  /** Whether both together are a whole phrase of a list. */
  readonly whole: boolean;
  /** In the library, after those characters. */
  readonly library: Frequency;
  /** Number of articles, in a sample of occurrences after two or three typed characters. */
  readonly spread: number;
  /** In the draft, after the last two characters. */
  readonly near: Tally;
  /** In the draft, after the last four characters or more. */
  readonly close: Tally;
}

/** Weights of `features`, as `bench/fitLikelihood.ts` finds them, but for that of the spread: the shipped lists have none. */
const weights = [
  -1.01, 0.14, 0.62, 1.15, 0.1, 1.28, -0.69, 1.47, -0.47, 0.49, 0.29, -0.12, -0.29, 0, 0.22, 0.23, 0.13, 0.86,
];

/**
 * What `likelihood` weighs, a constant first: the odds that others and the writer went on like this before, and what is
 * known of the place.
 */
export function features(evidence: Evidence): readonly number[] {
  const { length, typed, atWord, insideWord, opens, whole, library, spread, near, close } = evidence;
  const inLibrary = Math.log(odds(Math.max(library.count, 0.3), library, 0.5 * library.branches + 0.5));
  return [
    1,
    inLibrary,
    Math.log(odds(near.count + 0.2, near, 3)),
    Math.log(odds(close.count + 0.2, close, 1)),
    Math.log(Math.max(spread, 0.5)),
    Math.log(1 + typed),
    Math.log(length),
    Number(atWord),
    Number(whole),
    Math.log(1 + typed) * inLibrary,
    Number(opens !== undefined),
    Number(opens === 'sentence'),
    Number(opens === 'explanation'),
    Number(opens === 'item'),
    Number(insideWord),
    Math.log(1 + near.total),
    Math.log(1 + close.total),
    Math.log(1 + typed) * Number(whole),
  ];
}

/**
 * Probability, between 0 and 1, that a writer goes on in a certain way: a logistic regression over the positions of
 * 140,000 characters of official prose that the library does not have; `bench/charactersSaved.ts` shows what it achieves.
 */
export function likelihood(evidence: Evidence): number {
  const logOdds = features(evidence).reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/** For against not, where `unseen` times more would have been otherwise. A sampled count may exceed its total. */
const odds = (seen: number, { count, total }: Tally, unseen: number): number =>
  seen / (Math.max(total - count, 0) + unseen);
