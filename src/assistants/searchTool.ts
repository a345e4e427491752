import * as z from 'zod/mini';
import type { PassageSearch, SearchHit, SearchResult } from '../search/passageSearch';
import { defineTool, libraryNotice } from './tool';

/** Characters of a passage that are shown; the article has the rest. */
const mostCharacters = 800;
/** Milliseconds that another library has to answer. */
const patience = 3000;

const input = z.strictObject({
  query: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(200),
      z.describe(
        'Chinese words in any order; "exact words" in quotation marks; -without; filters 类:category, 标签:tag, 来源:source, 题:title.',
      ),
    ),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(20), z.describe('Most passages wanted; 8 unless told.')), 8),
});

/** Passages of the library with their sources. */
export const searchTool = defineTool({
  name: 'gongwen_search',
  title: 'Search the library of official documents',
  description:
    'Finds passages in the user’s library of Chinese official documents (公文素材库), best first, each with article, category, source, heading path and link. ' +
    'Ask it before writing 公文, so that you quote what is there, with its source, instead of inventing. gongwen_read gives a whole article.',
  input,
  run: async ({ query, limit }, room) => {
    const found = await searchAll(await room.search(), query, limit);
    const hits = [...found.hits, ...found.phrases].slice(0, limit);
    return {
      notice: libraryNotice,
      total: found.total,
      ...(found.partial && { partial: 'No passage has all of the query; these have parts of it.' }),
      ...(found.problems.length > 0 && { problems: found.problems.map(({ code }) => code) }),
      passages: hits.map(passage),
    };
  },
});

/** Waits a while for another library that has yet to answer. */
async function searchAll(search: PassageSearch, query: string, limit: number): Promise<SearchResult> {
  const found = await search.search(query, { limit });
  if (!found.more) return found;
  await Promise.race([found.more, new Promise((resolve) => setTimeout(resolve, patience))]);
  return search.search(query, { limit });
}

const passage = ({ article, passage: { text, headings, line } }: SearchHit): Readonly<Record<string, unknown>> => ({
  article: article.id,
  title: article.title,
  category: article.category,
  source: article.source,
  date: article.date,
  headings,
  text: text.slice(0, mostCharacters),
  ...(text.length > mostCharacters && { cutAt: mostCharacters }),
  link: `${article.id}#L${line + 1}`,
});
