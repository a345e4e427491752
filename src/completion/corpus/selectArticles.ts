import type { Article } from '../../library/article';
import { phraseCategories, quoteCategory } from '../../library/categories';

/**
 * Most characters of running text that completion keeps tables of: about 25 MB of UTF-8, 90 MB of memory. What a writer says
 * often is in any part of an archive; the rest of it would cost memory and time and change little.
 */
export const mostCharacters = 8_000_000;

/**
 * The articles that completion takes words from: not those of the categories left out, and of more than `most` characters the
 * newest articles. Phrases and quotes are always among them.
 */
export function selectArticles(
  articles: readonly Article[],
  leaveOut: readonly string[],
  most = mostCharacters,
): readonly Article[] {
  const wanted = articles.filter(({ category }) => !leaveOut.includes(category));
  if (wanted.reduce((sum, { characters }) => sum + characters, 0) <= most) return wanted;
  const isEntry = ({ category }: Article): boolean => phraseCategories.has(category) || category === quoteCategory;
  const newestFirst = wanted.filter((article) => !isEntry(article)).sort((a, b) => (a.date < b.date ? 1 : -1));
  const chosen = new Set(wanted.filter(isEntry));
  let room = most;
  for (const article of newestFirst) {
    room -= article.characters;
    if (room < 0) break;
    chosen.add(article);
  }
  return wanted.filter((article) => chosen.has(article));
}
