import type { Article } from '../../../src/library/article';
import { parseArticle } from '../../../src/library/parseArticle';
import type { SearchHit } from '../../../src/search/searchService';
import { SearchService } from '../../../src/search/searchService';

/** An article of the body given, in Markdown. */
export function article(
  title: string,
  body: string,
  { category = '理论文章', tags = [] as readonly string[], source = '' } = {},
): Article {
  const front = [
    '---',
    `title: ${title}`,
    `category: ${category}`,
    `tags: [${tags.join(', ')}]`,
    `source: ${source}`,
    '---',
  ];
  const file = {
    uri: `file:///${category}/${title}.md`,
    path: `${category}/${title}.md`,
    origin: 'workspace',
  } as const;
  return parseArticle(file, `${front.join('\n')}\n\n${body}\n`).article;
}

/** A search over articles that can be exchanged. */
export function searchOver(articles: readonly Article[]): SearchService & { articles: readonly Article[] } {
  const library = { articles, load: () => Promise.resolve() };
  const service = new SearchService(library);
  return Object.defineProperty(service, 'articles', {
    set: (next: readonly Article[]) => void (library.articles = next),
  }) as SearchService & { articles: readonly Article[] };
}

/** The texts of the hits' passages. */
export const texts = (hits: readonly SearchHit[]): readonly string[] => hits.map(({ passage }) => passage.text);

/** What a hit highlights. */
export const highlighted = ({ passage, matches }: SearchHit): readonly string[] =>
  matches.map(({ start, end }) => passage.text.slice(start, end));
