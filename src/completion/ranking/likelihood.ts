/*
 * How likely a writer goes on in a certain way: a logistic regression over counts of the library, of the draft and of
 * common use, fitted by `bench/fitLikelihood.ts` to the positions of 140,000 characters of official prose that the
 * library does not have. It costs some twenty multiplications an offer. Rejected after measuring: common use as
 * features of its own instead of as a prior (saved less on speeches), and weights fitted anew with that prior (half as many
 * lists again for the same saving).
 */
import type { Opening } from '../sources/typedClause';

/** How often something happened, of how many chances. */
export interface Tally {
  readonly count: number;
  readonly total: number;
}

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
  /** Whether the cursor is inside a word, as the library has it. */
  readonly insideWord: boolean;
  /** Whether both together are a whole phrase of a list. */
  readonly whole: boolean;
  /** In the library, after those characters. */
  readonly library: Frequency;
  /** Number of articles, in a sample of occurrences after two or three typed characters. */
  readonly spread: number;
  /** In the draft, after the last two characters. */
  readonly afterTwo: Tally;
  /** In the draft, after the last four characters or more. */
  readonly afterFour: Tally;
}

/** What the regression weighs: log odds and logarithms of counts, and facts as 0 or 1. */
export interface Features {
  readonly bias: number;
  readonly library: number;
  readonly draftAfterTwo: number;
  readonly draftAfterFour: number;
  readonly spread: number;
  readonly typed: number;
  readonly length: number;
  readonly whole: number;
  readonly typedTimesLibrary: number;
  readonly opensClause: number;
  readonly opensSentence: number;
  readonly opensExplanation: number;
  readonly opensItem: number;
  readonly insideWord: number;
  readonly chancesAfterTwo: number;
  readonly chancesAfterFour: number;
  readonly typedTimesWhole: number;
}

/** As fitted, but for that of the spread, which is set by hand: the shipped lists have none. */
const weights: Features = {
  bias: 0.46,
  library: 0.14,
  draftAfterTwo: 0.62,
  draftAfterFour: 1.15,
  spread: 0.1,
  typed: 1.28,
  length: -0.69,
  whole: -0.47,
  typedTimesLibrary: 0.49,
  opensClause: 0.29,
  opensSentence: -0.12,
  opensExplanation: -0.29,
  opensItem: 0,
  insideWord: 0.22,
  chancesAfterTwo: 0.23,
  chancesAfterFour: 0.13,
  typedTimesWhole: 0.86,
};

/** The features of some evidence. */
export function featuresOf(evidence: Evidence): Features {
  const { length, typed, insideWord, opens, whole, library, spread, afterTwo, afterFour } = evidence;
  const inLibrary = Math.log(odds(Math.max(library.count, 0.3), library, 0.5 * library.branches + 0.5));
  return {
    bias: 1,
    library: inLibrary,
    draftAfterTwo: Math.log(odds(afterTwo.count + 0.2, afterTwo, 3)),
    draftAfterFour: Math.log(odds(afterFour.count + 0.2, afterFour, 1)),
    spread: Math.log(Math.max(spread, 0.5)),
    typed: Math.log(1 + typed),
    length: Math.log(length),
    whole: Number(whole),
    typedTimesLibrary: Math.log(1 + typed) * inLibrary,
    opensClause: Number(opens !== undefined),
    opensSentence: Number(opens === 'sentence'),
    opensExplanation: Number(opens === 'explanation'),
    opensItem: Number(opens === 'item'),
    insideWord: Number(insideWord),
    chancesAfterTwo: Math.log(1 + afterTwo.total),
    chancesAfterFour: Math.log(1 + afterFour.total),
    typedTimesWhole: Math.log(1 + typed) * Number(whole),
  };
}

const names = Object.keys(weights) as readonly (keyof Features)[];

/** Probability, between 0 and 1, that a writer goes on in a certain way. */
export function likelihood(evidence: Evidence): number {
  const features = featuresOf(evidence);
  const logOdds = names.reduce((sum, name) => sum + weights[name] * features[name], 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/** For against not, where `unseen` times more would have been otherwise. A sampled count may exceed its total. */
const odds = (seen: number, { count, total }: Tally, unseen: number): number =>
  seen / (Math.max(total - count, 0) + unseen);
