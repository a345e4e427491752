import type { Article, Passage } from '../library/article';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import type { TextRange } from './fold';
import { fold } from './fold';
import type { Occurrence } from './occurrences';
import { byPlace, densestWindow, isIn, occurrencesOf } from './occurrences';
import type { MatchedField, Ranked, Wording } from './ranking';
import { windowWidth } from './ranking';

/** A passage that was found. */
export interface SearchHit {
  readonly article: Article;
  readonly passage: Passage;
  /** The higher the better; to be compared within one result only. */
  readonly score: number;
  /** UTF-16 ranges of what was found in `passage.text`, in order, not overlapping; empty unless `field` is `text`. */
  readonly matches: readonly TextRange[];
  readonly excerpt: Excerpt;
  /** A hit that is not in the text says so. */
  readonly field: MatchedField;
}

/** Makes a hit of a ranked passage: finds what to highlight and the best part to show. */
export function toHit({ entry: { article, passage }, score, field, wordings }: Ranked): SearchHit {
  const folded = fold(passage.text);
  const occurrences = wordings.flatMap((wording) => marked(wording, folded.text)).sort(byPlace);
  const matches = merge(occurrences).map(folded.source);
  const window = densestWindow(occurrences, windowWidth(wordings));
  const focus = window ? folded.source(window) : { start: 0, end: 0 };
  return { article, passage, score, matches, excerpt: excerptOf(passage.text, matches, focus), field };
}

/** A wording in one piece where it is; else its terms. */
function marked(wording: Wording, text: string): readonly Occurrence[] {
  const whole = { text: wording.text, weight: wording.terms.reduce((total, { weight }) => total + weight, 0) };
  return isIn(text, wording.text)
    ? occurrencesOf(whole, text)
    : wording.terms.flatMap((term) => occurrencesOf(term, text));
}

function merge(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}
