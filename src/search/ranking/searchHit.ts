import type { Article, Passage } from '../../library/article';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import type { TextRange } from '../../text/fold';
import { fold } from '../../text/fold';
import type { Occurrence } from './occurrences';
import { byPlace, densestWindow, isIn, nearlyIn, occurrencesOf } from './occurrences';
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

/** Makes a hit of a ranked passage; what to highlight and which part to show is found out when it is asked for. */
export const toHit = (ranked: Ranked): SearchHit => new Hit(ranked);

class Hit implements SearchHit {
  readonly article: Article;
  readonly passage: Passage;
  readonly score: number;
  readonly field: MatchedField;
  private readonly wordings: readonly Wording[];
  private shown: Pick<SearchHit, 'matches' | 'excerpt'> | undefined;

  constructor({ entry: { article, passage }, score, field, wordings }: Ranked) {
    this.article = article;
    this.passage = passage;
    this.score = score;
    this.field = field;
    this.wordings = wordings;
  }

  get matches(): readonly TextRange[] {
    return (this.shown ??= show(this.passage.text, this.wordings)).matches;
  }

  get excerpt(): Excerpt {
    return (this.shown ??= show(this.passage.text, this.wordings)).excerpt;
  }
}

function show(text: string, wordings: readonly Wording[]): Pick<SearchHit, 'matches' | 'excerpt'> {
  const folded = fold(text);
  const occurrences = wordings.flatMap((wording) => marked(wording, folded.text)).sort(byPlace);
  const matches = merge(occurrences).map(folded.source);
  const window = densestWindow(occurrences, windowWidth(wordings));
  const focus = window ? folded.source(window) : { start: 0, end: 0 };
  return { matches, excerpt: excerptOf(text, matches, focus) };
}

/** A wording in one piece where it is, but for a mistyped character; else its terms. */
function marked(wording: Wording, text: string): readonly Occurrence[] {
  const whole = { text: wording.text, weight: wording.terms.reduce((total, { weight }) => total + weight, 0) };
  if (isIn(text, wording.text)) return occurrencesOf(whole, text);
  const terms = wording.terms.flatMap((term) => occurrencesOf(term, text));
  const nearly = terms.length > 0 && nearlyIn(text, wording.text);
  return nearly ? [{ ...nearly, term: whole }] : terms;
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
