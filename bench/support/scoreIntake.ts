import type { Block } from '../../src/library/document';
import { numberingOf } from '../../src/text/numbering';

/** How much of something came back: shared by both, and in either. */
export interface Score {
  readonly same: number;
  readonly either: number;
}

export const noScore: Score = { same: 0, either: 0 };

export const addScores = (a: Score, b: Score): Score => ({ same: a.same + b.same, either: a.either + b.either });

/** Letters and digits only: punctuation is widened, blanks are lost. */
const words = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const context = 8;

/**
 * Compares the places where blocks end: what stands before and after each, so that a slip in one place counts there only.
 * A place that is missing and one that is too many both count against.
 */
export function scoreBoundaries(expected: readonly Block[], found: readonly Block[]): Score {
  return compare(boundaries(expected), boundaries(found));
}

function boundaries(blocks: readonly Block[]): string[] {
  const texts = blocks.map(({ text }) => words(text)).filter(Boolean);
  return texts.slice(1).map((text, at) => `${(texts[at] ?? '').slice(-context)}|${text.slice(0, context)}`);
}

/** Compares headings by their whole text, and by their level where a number gives it. */
export function scoreHeadings(expected: readonly Block[], found: readonly Block[]): Score {
  const headings = (blocks: readonly Block[]): string[] =>
    blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ text, level }) => `${numberingOf(text) ? level : ''} ${words(text)}`);
  return compare(headings(expected), headings(found));
}

function compare(expected: readonly string[], found: readonly string[]): Score {
  const left = new Map<string, number>();
  for (const key of expected) left.set(key, (left.get(key) ?? 0) + 1);
  let same = 0;
  for (const key of found) {
    const count = left.get(key) ?? 0;
    if (count > 0) same++;
    left.set(key, count - 1);
  }
  return { same, either: expected.length + found.length - same };
}
