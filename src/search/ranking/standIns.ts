import type { Ranked } from './ranking';
import { isIn } from './terms';

/** Of the passages that only a title or a heading brings up, leaves the first below it to stand for all, after the others. */
export function standIns(ranked: readonly Ranked[]): readonly Ranked[] {
  const first = new Map<string, Ranked>();
  for (const hit of ranked) {
    if (hit.field === 'text') continue;
    const key = `${hit.passage.article.id}\n${matchedHeading(hit)}`;
    const known = first.get(key);
    if (!known || hit.passage.passage.offset < known.passage.passage.offset) first.set(key, hit);
  }
  const kept = new Set(first.values());
  return ranked.filter((hit) => hit.field === 'text' || kept.has(hit));
}

/** Heading path down to the outermost heading that matches; empty for a title. */
function matchedHeading({ passage, field, wordings }: Ranked): string {
  if (field !== 'heading') return '';
  const path = passage.context.headings.split('\n');
  const terms = wordings.flatMap((wording) => wording.terms);
  const depth = path.findIndex((heading) => terms.some(({ text }) => isIn(heading, text)));
  return path.slice(0, depth + 1).join('\n');
}
