// Scores passages: BM25 over the query's terms (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), with
// title and headings as fields whose weighted term frequencies are added before saturation, as in its BM25F; then the
// weight of the densest window, and a bonus for words that stand in one piece, or in one piece but for a typo.
// Cost: one scan of the passage for each term and one sliding window over what it finds, about 5 µs a passage.
// Rejected: ranking by FlexSearch itself, which knows neither term frequency nor document frequency; the exact length
// normalisation of BM25 for short passages, which puts lines like `地点：…` first.
import type { PassageKind } from '../../library/article';
import type { IndexedPassage } from '../index/passageTable';
import { closenessIn, nearlyIn } from './nearMatch';
import { Occurrences } from './occurrences';
import type { ResolvedWord, Wording } from './resolvedWord';
import { windowWidth } from './resolvedWord';
import { isIn } from './terms';

/** Where a passage matches: in its own text; only above it, in a heading or the title; only by the query's filters. */
export type MatchedField = 'text' | 'heading' | 'title' | 'filter';

/** A passage with its score. */
export interface Ranked {
  readonly passage: IndexedPassage;
  readonly score: number;
  /** Whether every word of the query is there with all its terms. */
  readonly complete: boolean;
  /** Weight of the terms that are there, of all; 0–1. */
  readonly share: number;
  readonly field: MatchedField;
  /** The wording of each word that the passage matches best, in the order of the words. */
  readonly wordings: readonly Wording[];
  /** Words that are not there, as typed. */
  readonly missing: readonly string[];
}

const k1 = 1.2;
const b = 0.7;
const headingWeight = 0.5;
const titleWeight = 0.3;
/** Share of the weight of a word that standing there in one piece adds. */
const verbatimBonus = 1;
/** The same for one in one piece but for a mistyped character. */
const nearlyVerbatimBonus = 0.6;
/** The same for one that stands there with gaps, times how close it is. */
const gapsBonus = 0.8;
/** A phrase is a building block, found better by completion; it comes after the passages that show it in use. */
const kindWeights: Readonly<Record<PassageKind, number>> = { paragraph: 1, quote: 1, phrase: 0.6 };
/** A word of which less than this share is there, by weight of its terms, is missing. */
const presentShare = 0.5;

/** Inverse document frequency of a term in `documentFrequency` of `size` passages, as BM25 has it; never negative. */
export const inverseDocumentFrequency = (documentFrequency: number, size: number): number =>
  Math.log(1 + (Math.max(size - documentFrequency, 0) + 0.5) / (documentFrequency + 0.5));

/** How one wording stands in a passage, its headings and title. */
interface Match {
  readonly wording: Wording;
  readonly bm25: number;
  /** Weight of all terms, and of those that are there. */
  readonly total: number;
  readonly present: number;
  readonly complete: boolean;
  /** Whether it stands in one piece somewhere, and in the text itself. */
  readonly whole: boolean;
  readonly wholeInText: boolean;
  readonly inHeadings: boolean;
  /** Whether a term of it stands in the text. */
  readonly inText: boolean;
}

/** Ranks passages for one query. */
export class Ranker {
  /** Occurrences in the passage that is being ranked. */
  private readonly occurrences = new Occurrences();

  /** @param averageLength of passages of a kind, in UTF-16 units */
  constructor(
    private readonly words: readonly ResolvedWord[],
    private readonly averageLength: (kind: PassageKind) => number,
  ) {}

  /**
   * Scores a passage; undefined when nothing of the query is there, or a verbatim wording is not. The score is BM25 × share
   * of the terms that are there + weight of the densest window + a bonus for each word in one piece, all times the weight
   * of the passage's kind. A phrase is found by its title or headings only where nothing of the query is in itself.
   */
  rank(passage: IndexedPassage): Ranked | undefined {
    if (passage.passage.kind === 'phrase') return this.rankWith(passage, false) ?? this.rankWith(passage, true);
    return this.rankWith(passage, true);
  }

  private rankWith(passage: IndexedPassage, withContext: boolean): Ranked | undefined {
    const wordings: Wording[] = [];
    const missing: string[] = [];
    let [bm25, total, present, bonus] = [0, 0, 0, 0];
    let [complete, inHeadings] = [true, false];
    this.occurrences.clear();
    for (const word of this.words) {
      const match = this.bestMatch(passage, word, withContext);
      if (!match) return undefined;
      wordings.push(match.wording);
      bm25 += match.bm25;
      total += match.total;
      present += match.present;
      let nearly = false;
      if (match.wholeInText) bonus += verbatimBonus * match.total;
      // Only a word that has something in the text, and not all, may be there mistyped.
      else if (match.inText && nearlyIn(passage.text, match.wording.text)) {
        bonus += nearlyVerbatimBonus * match.total;
        nearly = true;
      } else if (match.inText) {
        const closeness = closenessIn(passage.text, match.wording.text);
        bonus += gapsBonus * closeness * match.total;
        nearly = closeness > 0;
      }
      if (!nearly && match.present < presentShare * match.total) missing.push(word.typed);
      complete &&= match.complete;
      inHeadings ||= match.inHeadings;
    }
    if (present === 0) return undefined;
    const share = present / total;
    const density = this.occurrences.densest(windowWidth(wordings))?.weight ?? 0;
    return {
      passage,
      score: (bm25 * share + density + bonus) * kindWeights[passage.passage.kind],
      complete,
      share,
      field: this.occurrences.size > 0 ? 'text' : inHeadings ? 'heading' : 'title',
      wordings,
      missing,
    };
  }

  private bestMatch(
    passage: IndexedPassage,
    { wordings, verbatim }: ResolvedWord,
    withContext: boolean,
  ): Match | undefined {
    const { occurrences } = this;
    let best: Match | undefined;
    const start = occurrences.size;
    let end = start;
    for (const wording of wordings) {
      const match = this.matchWording(passage, wording, withContext);
      if ((!verbatim || match.whole) && (!best || match.bm25 > best.bm25)) {
        best = match;
        // Of the wordings only the best one's occurrences stay; parts of what is to stand in one piece are none.
        occurrences.remove(start, end);
        if (verbatim && !match.wholeInText) occurrences.truncate(start);
        end = occurrences.size;
      } else {
        occurrences.truncate(end);
      }
    }
    return best;
  }

  /** Matches one wording, and adds its occurrences in the text. */
  private matchWording({ text, context, passage }: IndexedPassage, wording: Wording, withContext: boolean): Match {
    const headings = withContext ? context.headings : '';
    const title = withContext ? context.title : '';
    // Only what is longer than usual is held against a passage: a short line (`地点：…`) is not a better one.
    const lengthFactor = 1 - b + b * Math.max(1, text.length / this.averageLength(passage.kind));
    let [bm25, total, present, inHeadings, inText, complete] = [0, 0, 0, false, false, true];
    for (const term of wording.terms) {
      const count = this.occurrences.addAll(term, text);
      const inHeading = isIn(headings, term.text);
      const inTitle = isIn(title, term.text);
      const frequency = count / lengthFactor + (inHeading ? headingWeight : 0) + (inTitle ? titleWeight : 0);
      total += term.weight;
      if (frequency === 0) {
        complete = false;
        continue;
      }
      present += term.weight;
      bm25 += (term.weight * frequency * (k1 + 1)) / (frequency + k1);
      inHeadings ||= inHeading;
      inText ||= count > 0;
    }
    const wholeInText = inText && isIn(text, wording.text);
    const whole = wholeInText || isIn(headings, wording.text) || isIn(title, wording.text);
    return { wording, bm25, total, present, complete, whole, wholeInText, inHeadings, inText };
  }
}
