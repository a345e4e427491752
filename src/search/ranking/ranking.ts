import type { PassageKind } from '../../library/article';
import type { Entry } from '../index/entry';
import type { Term } from './occurrences';
import { isIn, nearlyIn } from './occurrences';
import { TermStream } from './termStream';

/** One way in which a wanted word may stand in a text: as typed, or one of the texts that pinyin spells. */
export interface Wording {
  /** Folded. */
  readonly text: string;
  readonly terms: readonly Term[];
}

/** A word that the query wants. */
export interface Wanted {
  /** Any of them will do; at least one. */
  readonly wordings: readonly Wording[];
  /** Whether only the whole wording counts, not its terms apart from each other. */
  readonly verbatim: boolean;
}

/** Where a passage matches: in its own text; only above it, in a heading or the title; only by the query's filters. */
export type MatchedField = 'text' | 'heading' | 'title' | 'filter';

/** A passage with its score. */
export interface Ranked {
  readonly entry: Entry;
  readonly score: number;
  /** Whether every wanted word is there with all its terms. */
  readonly complete: boolean;
  /** Weight of the terms that are there, of all; 0–1. */
  readonly share: number;
  readonly field: MatchedField;
  /** The wording of each wanted word that the passage matches best, in the order of the words. */
  readonly wordings: readonly Wording[];
}

// BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). Several fields as in its BM25F: weighted
// term frequencies are added before saturation.
const k1 = 1.2;
const b = 0.7;
const headingWeight = 0.5;
const titleWeight = 0.3;
/** Share of the weight of a word that standing there in one piece adds. */
const verbatimBonus = 1;
/** The same for one in one piece but for a mistyped character. */
const nearlyVerbatimBonus = 0.6;
/** A phrase is a building block, found better by completion; it comes after the passages that show it in use. */
const kindWeights: Readonly<Record<PassageKind, number>> = { paragraph: 1, quote: 1, phrase: 0.6 };

/** Inverse document frequency of a term in `documentFrequency` of `size` passages, as BM25 has it; never negative. */
export const inverseDocumentFrequency = (documentFrequency: number, size: number): number =>
  Math.log(1 + (Math.max(size - documentFrequency, 0) + 0.5) / (documentFrequency + 0.5));

/** Used for every passage anew. */
const stream = new TermStream();

/**
 * Scores a passage for what is wanted; undefined when nothing of it is there, or a verbatim wording is not.
 * The score is BM25 × share of the terms that are there + weight of the densest window + a bonus for each word in one
 * piece, all times the weight of the passage's kind.
 * @param averageLength of passages of this kind, in UTF-16 units
 */
export function rank(entry: Entry, wanted: readonly Wanted[], averageLength: number): Ranked | undefined {
  const wordings: Wording[] = [];
  let [bm25, total, present, bonus] = [0, 0, 0, 0];
  let complete = true;
  let inHeadings = false;
  stream.clear();
  for (const word of wanted) {
    const match = bestMatch(entry, word, averageLength);
    if (!match) return undefined;
    wordings.push(match.wording);
    bm25 += match.bm25;
    total += match.total;
    present += match.present;
    if (match.wholeInText) bonus += verbatimBonus * match.total;
    // Only a word that has something in the text, and not all, may be there mistyped.
    else if (match.inText && nearlyIn(entry.text, match.wording.text)) bonus += nearlyVerbatimBonus * match.total;
    complete &&= match.complete;
    inHeadings ||= match.inHeadings;
  }
  if (present === 0) return undefined;
  const share = present / total;
  const density = stream.densest(windowWidth(wordings));
  return {
    entry,
    score: (bm25 * share + density + bonus) * kindWeights[entry.passage.kind],
    complete,
    share,
    field: stream.size > 0 ? 'text' : inHeadings ? 'heading' : 'title',
    wordings,
  };
}

function bestMatch(entry: Entry, { wordings, verbatim }: Wanted, averageLength: number): Match | undefined {
  let best: Match | undefined;
  const start = stream.size;
  let end = start;
  for (const wording of wordings) {
    const match = matchWording(entry, wording, averageLength);
    if ((!verbatim || match.whole) && (!best || match.bm25 > best.bm25)) {
      best = match;
      // Of the wordings only the best one's occurrences stay.
      stream.replace(start, end);
      end = stream.size;
    } else {
      stream.truncate(end);
    }
  }
  return best;
}

/** Width of the window in which the wordings together count as one place, in UTF-16 units. */
export const windowWidth = (wordings: readonly Wording[]): number =>
  Math.max(20, 1.5 * wordings.reduce((length, { text }) => length + text.length, 0));

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

/** Matches one wording, and adds its occurrences in the text to the stream. */
function matchWording({ text, section }: Entry, wording: Wording, averageLength: number): Match {
  // Only what is longer than usual is held against a passage: a short line (`地点：…`) is not a better one.
  const lengthFactor = 1 - b + b * Math.max(1, text.length / averageLength);
  let [bm25, total, present, inHeadings, inText, complete] = [0, 0, 0, false, false, true];
  for (const term of wording.terms) {
    const occurrences = stream.add(term, text);
    const above = isIn(section.above, term.text);
    const inHeading = above && isIn(section.headings, term.text);
    const inTitle = above && isIn(section.title, term.text);
    const frequency = occurrences / lengthFactor + (inHeading ? headingWeight : 0) + (inTitle ? titleWeight : 0);
    total += term.weight;
    if (frequency === 0) {
      complete = false;
      continue;
    }
    present += term.weight;
    bm25 += (term.weight * frequency * (k1 + 1)) / (frequency + k1);
    inHeadings ||= inHeading;
    inText ||= occurrences > 0;
  }
  const wholeInText = inText && isIn(text, wording.text);
  const whole = wholeInText || isIn(section.above, wording.text);
  return { wording, bm25, total, present, complete, whole, wholeInText, inHeadings, inText };
}
