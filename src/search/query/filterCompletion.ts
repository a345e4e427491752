import type { Article } from '../../library/article';
import { fold } from '../../text/fold';
import type { FilterField } from './query';
import { valuesOf } from './filters';
import { filterBeingTyped, parseQuery } from './query';

/** A value that the filter at the end of a query may have. */
export interface FilterValue {
  readonly field: FilterField;
  readonly value: string;
  /** Articles that have it. */
  readonly articles: number;
  /** The whole query with the filter completed, and a space for what comes next. */
  readonly query: string;
}

const mostValues = 12;

/**
 * Values of the library for the filter that a query ends in (`落实 类:讲`), the most frequent first; none when it ends in
 * anything else, or in a value that is complete.
 */
export function completeFilter(query: string, articles: readonly Article[]): readonly FilterValue[] {
  const typed = filterBeingTyped(query);
  if (!typed) return [];
  const part = fold(typed.value).text;
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const value of new Set(valuesOf[typed.field](article))) {
      if (value && fold(value).text.includes(part)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const values = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  if (values.length === 1 && values[0]?.[0] === typed.value) return [];
  return values
    .slice(0, mostValues)
    .map(([value, count]) => ({
      field: typed.field,
      value,
      articles: count,
      query: `${query.slice(0, typed.valueStart)}${/\s/.test(value) ? `"${value}"` : value} `,
    }))
    .filter(isFilter);
}

/** What looks like a filter within quotation marks, or behind another filter's colon, is none. */
const isFilter = ({ field, value, query }: FilterValue): boolean =>
  parseQuery(query).filters.some((filter) => filter.field === field && value.includes(filter.value));
