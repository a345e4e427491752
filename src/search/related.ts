import type { Steps } from '../base/slices';
import { fold } from '../text/fold';
import type { SearchIndex } from './index/searchIndex';
import type { Writing } from './passageSearch';
import { resolveParagraph } from './query/resolveQuery';
import type { Ranked } from './ranking/ranking';
import { Ranker } from './ranking/ranking';
import { weightOf } from './ranking/resolvedWord';

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

/**
 * Finds the passages that are closest to the paragraph being written, best first, without those that the draft holds
 * already, whole or in good part. In steps.
 */
export function* findRelated({ paragraph, draft, article }: Writing, index: SearchIndex): Steps<readonly Ranked[]> {
  const text = paragraph.slice(0, longestParagraph).trim();
  if (text.length < shortestParagraph) return [];
  const word = yield* resolveParagraph(text, index);
  const [wording] = word?.wordings ?? [];
  if (!word || !wording) return [];
  const least = Math.min(smallestShare, smallestWeight / weightOf(wording));
  const { table } = index;
  const own = article === undefined ? undefined : table.article(article);
  const may = (id: number): boolean =>
    table.has(id) &&
    !table.isOfKind(id, 'phrase') &&
    !(own && id >= own.firstPassage && id < own.firstPassage + own.passages);
  const candidates = yield* index.count([word], { may, least });
  yield;
  const { ids } = candidates.select({ all: false });
  const ranker = new Ranker([word], (kind) => index.averageLength(kind));
  const isTaken = takenInto(fold(draft).text);
  const best = yield* index.best(candidates, ids, mostRanked);
  index.release(candidates);
  const ranked: Ranked[] = [];
  for (const passage of best) {
    yield;
    const hit = ranker.rank(passage);
    if (hit?.field === 'text' && hit.share >= least && !isTaken(passage.text)) ranked.push(hit);
  }
  return ranked.sort((a, b) => b.score - a.score);
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
