import type { Entry } from './index/entry';
import { fold } from '../text/fold';
import type { Ranked } from './ranking/ranking';
import { rank } from './ranking/ranking';
import type { SearchIndex } from './index/searchIndex';
import { resolveParagraph, termsOf } from './query/resolveQuery';

/** Shorter paragraphs, such as headings, say too little to look for their like. */
const shortestParagraph = 8;
/** UTF-16 units of a paragraph that are looked at. */
const longestParagraph = 1000;
/** Passages that are ranked. */
const mostRanked = 120;
/** What a passage must have of the paragraph, by weight of its terms: a share of a short one, two rare pairs of any. */
const smallestShare = 0.2;
const smallestWeight = 9;
/** A passage is in the draft when this share of it stands there, counted in short windows. */
const takenShare = 0.5;
const windowLength = 4;

/** What a writer is writing. */
export interface Writing {
  /** The paragraph at the cursor. */
  readonly paragraph: string;
  /** The whole draft. */
  readonly draft: string;
  /** Article that the draft is a file of, if it is in the library itself. */
  readonly article?: string | undefined;
}

/**
 * Finds the passages that are closest to the paragraph being written, best first, without those that the draft holds
 * already, whole or in good part.
 */
export function findRelated({ paragraph, draft, article }: Writing, index: SearchIndex): readonly Ranked[] {
  const text = paragraph.slice(0, longestParagraph).trim();
  if (text.length < shortestParagraph) return [];
  const wanted = resolveParagraph(text, index);
  if (!wanted) return [];
  const terms = termsOf([wanted]);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.min(smallestShare, smallestWeight / total);
  const allowed = (entry: Entry): boolean => entry.passage.kind !== 'phrase' && entry.article.id !== article;
  const { entries } = index.candidates(terms, { most: mostRanked, least, all: false, allowed });
  const isTaken = takenInto(fold(draft).text);
  return entries
    .flatMap((entry) => rank(entry, [wanted], index.averageLength(entry.passage.kind)) ?? [])
    .filter(({ share, field }) => field === 'text' && share >= least)
    .sort((a, b) => b.score - a.score)
    .filter(({ entry }) => !isTaken(entry.text));
}

/** Tells whether a folded passage stands in the folded draft, as it is or with other names and numbers in it. */
function takenInto(draft: string): (passage: string) => boolean {
  const windows = new Set<string>();
  for (let at = 0; at + windowLength <= draft.length; at++) windows.add(draft.slice(at, at + windowLength));
  return (passage) => {
    const count = passage.length - windowLength + 1;
    if (count <= 0) return draft.includes(passage);
    let taken = 0;
    for (let at = 0; at < count; at++) if (windows.has(passage.slice(at, at + windowLength))) taken++;
    return taken >= takenShare * count;
  };
}
