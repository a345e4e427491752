import * as z from 'zod/mini';
import type { Article } from '../library/article';
import type { AssistantRoom } from './tool';
import { defineTool, libraryNotice, UnusableInput } from './tool';

/** UTF-16 units of an article that one answer gives. */
const mostCharacters = 12_000;

const input = z.strictObject({
  article: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(2000),
      z.describe('`article` of a passage that gongwen_search found, or the exact title.'),
    ),
  offset: z._default(z.int().check(z.minimum(0), z.describe('Where to begin: `nextOffset` of the answer before.')), 0),
});

/** An article of the library, in parts where it is long. */
export const readTool = defineTool({
  name: 'gongwen_read',
  title: 'Read an article of the library',
  description:
    'Gives an article of the user’s library of Chinese official documents with title, category, tags, source and date; long ones in parts.',
  input,
  run: async (wanted, room) => {
    const article = await findArticle(room, wanted.article);
    const { id, title, category, tags, source, date, characters } = article;
    // No half of a character beyond the basic plane.
    const isLowHalf = (at: number): boolean => /[\udc00-\udfff]/.test(article.text.charAt(at));
    const start = Math.min(wanted.offset, article.text.length);
    let end = Math.min(start + mostCharacters, article.text.length);
    if (isLowHalf(end)) end++;
    return {
      notice: libraryNotice,
      article: id,
      title,
      category,
      tags,
      source,
      date,
      characters,
      link: id,
      text: article.text.slice(isLowHalf(start) ? start + 1 : start, end),
      ...(end < article.text.length && { nextOffset: end }),
    };
  },
});

async function findArticle(room: AssistantRoom, wanted: string): Promise<Article> {
  const articles = await room.articles();
  const found =
    articles.find(({ id }) => id === wanted) ??
    articles.find(({ title }) => title === wanted.trim()) ??
    (await room.elsewhere?.(wanted));
  if (!found)
    throw new UnusableInput('The library has no such article: use `article` of a passage that gongwen_search found.');
  return found;
}
