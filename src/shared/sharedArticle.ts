/** Scheme of the ids of articles that a shared library holds. */
export const sharedScheme = 'gongwen-shared';

/** The id of an article: a URI with its number on the server, and its title so that an editor can name it. */
export const sharedArticleId = (number: string, title: string): string =>
  `${sharedScheme}:/${number}/${encodeURIComponent(title.replaceAll('/', '／'))}.md`;

/** The number on the server, which is below 2⁶³; undefined for another article's id. */
export const sharedArticleNumber = (id: string): string | undefined =>
  new RegExp(`^${sharedScheme}:/(\\d{1,18})/`).exec(id)?.[1];
