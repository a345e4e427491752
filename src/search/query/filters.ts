import type { Article } from '../../library/article';
import { fold } from '../../text/fold';
import type { Filter, FilterField } from './query';

/**
 * Makes a test for the filters of a query. An article has one category and one source, so one of those wanted is enough;
 * tags and parts of the title are all wanted; nothing excluded may be there. A filter asks for a part of what the
 * article says, folded like everything that is searched for.
 */
export function articleTest(filters: readonly Filter[]): (article: Article) => boolean {
  const holds = ({ field, value }: Filter, article: Article): boolean => {
    const part = fold(value).text;
    return valuesOf[field](article).some((text) => fold(text).text.includes(part));
  };
  const wanted = filters.filter(({ excluded }) => !excluded);
  const single = (['category', 'source'] as const).map((field) => wanted.filter((filter) => filter.field === field));
  const test = (article: Article): boolean =>
    single.every((some) => some.length === 0 || some.some((filter) => holds(filter, article))) &&
    wanted.every((filter) => filter.field === 'category' || filter.field === 'source' || holds(filter, article)) &&
    !filters.some((filter) => filter.excluded && holds(filter, article));
  const known = new Map<Article, boolean>();
  return (article) => {
    let passes = known.get(article);
    if (passes === undefined) known.set(article, (passes = test(article)));
    return passes;
  };
}

/** What an article says in a field that queries filter by. */
export const valuesOf: Readonly<Record<FilterField, (article: Article) => readonly string[]>> = {
  category: ({ category }) => [category],
  tag: ({ tags }) => tags,
  source: ({ source }) => [source],
  title: ({ title }) => [title],
};
