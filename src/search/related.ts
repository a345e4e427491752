import type { Entry } from './entry';
import { fold } from './fold';
import type { Ranked } from './ranking';
import { rank } from './ranking';
import type { SearchIndex } from './searchIndex';
import { resolveWords, termsOf } from './wanted';

/** Shorter paragraphs, such as headings, say too little to look for their like. */
const shortestParagraph = 8;
/** UTF-16 units of a paragraph that are looked at. */
const longestParagraph = 1000;
/** Passages that are ranked. */
const mostRanked = 120;
/** A passage that has less of the paragraph, by weight of the terms, is not related. */
const smallestShare = 0.08;
/** A passage is in the draft when this share of its characters is in clauses that stand there. */
const takenShare = 0.5;
/** Shorter clauses stand anywhere. */
const shortestClause = 5;

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
  const wanted = resolveWords({ words: [text], phrases: [], excluded: [], filters: [], problems: [] }, index);
  const allowed = (entry: Entry): boolean => entry.passage.kind !== 'phrase' && entry.article.id !== article;
  const { entries } = index.candidates(termsOf(wanted), { most: mostRanked, all: false, allowed });
  const foldedDraft = fold(draft).text;
  return entries
    .flatMap((entry) => rank(entry, wanted, index.averageLength(entry.passage.kind)) ?? [])
    .filter(({ share, field }) => field === 'text' && share >= smallestShare)
    .sort((a, b) => b.score - a.score)
    .filter(({ entry }) => !isTaken(entry.text, foldedDraft));
}

/** Whether a folded passage stands in the folded draft, as it is or with other names in it. */
function isTaken(passage: string, draft: string): boolean {
  const clauses = passage.split(/[,。;:!?、\n"]+/).filter(({ length }) => length >= shortestClause);
  const total = clauses.reduce((sum, { length }) => sum + length, 0);
  const taken = clauses.filter((clause) => draft.includes(clause)).reduce((sum, { length }) => sum + length, 0);
  return total > 0 ? taken >= takenShare * total : draft.includes(passage);
}
