import type { Steps } from '../base/slices';
import type { Article } from '../library/article';
import { isNote } from '../library/isNote';
import type { Found, Page } from './found';
import type { SearchIndex } from './index/searchIndex';
import type { Ranked } from './ranking/ranking';

/**
 * Lists what filters alone leave: the first paragraph of each article, and every quote and phrase, in the order of the
 * library; phrases where they are asked for, and where there is nothing else. Only the page that is wanted is made. In steps.
 * @param articles in the order of the library
 * @param allowed by number of passage: 0 where it is filtered out
 */
export function* browse(
  articles: readonly Article[],
  { table }: SearchIndex,
  { limit, offset, facet }: Page,
  allowed: Uint8Array | undefined,
): Steps<Found> {
  const ids = { paragraph: [] as number[], quote: [] as number[], phrase: [] as number[], article: [] as number[] };
  const main: number[] = [];
  for (const { id: articleId } of articles) {
    const { firstPassage = 0, passages = 0 } = table.article(articleId) ?? {};
    let isNew = true;
    for (let id = firstPassage; id < firstPassage + passages; id++) {
      if (allowed?.[id] === 0) continue;
      const kind = table.isOfKind(id, 'phrase') ? 'phrase' : table.isOfKind(id, 'quote') ? 'quote' : 'paragraph';
      if (isNew) ids.article.push(id);
      const entry = kind === 'phrase' ? table.passage(id) : undefined;
      if (entry && isNote(entry.article, entry.passage)) continue;
      if (kind !== 'paragraph' || id === firstPassage) {
        ids[kind].push(id);
        if (kind !== 'phrase') main.push(id);
      }
      isNew = false;
    }
    yield;
  }
  const shown = facet ? ids[facet] : main.length > 0 ? main : ids.phrase;
  const listed = (page: readonly number[]): readonly Ranked[] =>
    page.flatMap((id) => {
      const passage = table.passage(id);
      return passage
        ? { passage, score: 0, complete: true, share: 1, field: 'filter' as const, wordings: [], missing: [] }
        : [];
    });
  const { paragraph, quote, phrase, article } = ids;
  return {
    ranked: listed(shown.slice(offset, offset + limit)),
    total: shown.length,
    phrases: facet === undefined && offset === 0 && shown !== phrase ? listed(phrase.slice(0, 5)) : [],
    facets: { paragraph: paragraph.length, quote: quote.length, phrase: phrase.length, article: article.length },
    words: [],
    partial: false,
  };
}
