import type { Article, Passage } from '../../library/article';
import type { TextRange } from '../../text/fold';
import { fold } from '../../text/fold';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import { nearlyIn } from './nearMatch';
import { Occurrences } from './occurrences';
import type { MatchedField, Ranked } from './ranking';
import type { Wording } from './resolvedWord';
import { weightOf, windowWidth } from './resolvedWord';
import { isIn } from './terms';

/** A passage that was found. */
export interface SearchHit {
  /** Its `origin` tells where it comes from. */
  readonly article: Article;
  readonly passage: Passage;
  /** The higher the better; to be compared within one result only. */
  readonly score: number;
  /** UTF-16 ranges of what was found in `passage.text`, in order, not overlapping; empty unless `field` is `text`. */
  readonly matches: readonly TextRange[];
  readonly excerpt: Excerpt;
  /** A hit that is not in the text says so. */
  readonly field: MatchedField;
  /** Words of the query, as typed, that are neither in the passage nor in its headings or title. */
  readonly missing: readonly string[];
}

/** Makes a hit of a ranked passage; what to highlight and which part to show is found out when it is asked for. */
export const toHit = (ranked: Ranked): SearchHit => new Hit(ranked);

class Hit implements SearchHit {
  readonly article: Article;
  readonly passage: Passage;
  readonly score: number;
  readonly field: MatchedField;
  readonly missing: readonly string[];
  private readonly wordings: readonly Wording[];
  private shown: Pick<SearchHit, 'matches' | 'excerpt'> | undefined;

  constructor({ passage: { article, passage }, score, field, missing, wordings }: Ranked) {
    this.article = article;
    this.passage = passage;
    this.score = score;
    this.field = field;
    this.missing = missing;
    this.wordings = wordings;
  }

  get matches(): readonly TextRange[] {
    return this.show().matches;
  }

  get excerpt(): Excerpt {
    return this.show().excerpt;
  }

  private show(): Pick<SearchHit, 'matches' | 'excerpt'> {
    return (this.shown ??= show(this.passage.text, this.field === 'text' ? this.wordings : []));
  }
}

function show(text: string, wordings: readonly Wording[]): Pick<SearchHit, 'matches' | 'excerpt'> {
  const folded = fold(text);
  const occurrences = new Occurrences();
  for (const wording of wordings) addWording(occurrences, wording, folded.text);
  const matches = merge(occurrences.ranges().map(folded.source));
  const window = occurrences.densest(windowWidth(wordings));
  const focus = window ? folded.source(window) : { start: 0, end: 0 };
  return { matches, excerpt: excerptOf(text, matches, focus) };
}

/** A wording in one piece where it is, but for a mistyped character; else its terms. */
function addWording(occurrences: Occurrences, wording: Wording, text: string): void {
  const whole = { text: wording.text, weight: weightOf(wording) };
  if (isIn(text, wording.text)) {
    occurrences.addAll(whole, text);
    return;
  }
  const before = occurrences.size;
  for (const term of wording.terms) occurrences.addAll(term, text);
  const nearly = occurrences.size > before ? nearlyIn(text, wording.text) : undefined;
  if (!nearly) return;
  occurrences.truncate(before);
  occurrences.add(whole, nearly.start, nearly.end);
}

/** Ranges that overlap are one. */
function merge(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
