import type { PassageKind } from '../../library/article';

/** What a filter of a query looks at. */
export type FilterField = 'category' | 'tag' | 'source' | 'title';

/** `类:讲话` keeps the articles whose category holds 讲话, `-类:讲话` drops them. */
export interface Filter {
  readonly field: FilterField;
  readonly value: string;
  readonly excluded: boolean;
}

/** What is wrong with a query; the rest of it is searched for all the same. */
export type QueryProblemCode =
  /** A quotation mark opens and none closes; the phrase is taken to reach to the end. */
  | 'unclosedQuote'
  /** Nothing stands between quotation marks. */
  | 'emptyQuote'
  /** Nothing stands after a filter's colon. */
  | 'emptyFilter'
  /** Nothing stands after the minus sign. */
  | 'emptyExclusion'
  /** Everything in the query only excludes. */
  | 'onlyExclusions'
  /** The query is longer than `maximumQueryLength`; what is beyond is not looked at. */
  | 'tooLong';

/** One problem, at a UTF-16 offset of the query. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  readonly offset: number;
}

/** A query taken apart. */
export interface Query {
  /** Wanted, each as typed. */
  readonly words: readonly string[];
  /** Wanted verbatim. */
  readonly phrases: readonly string[];
  /** Words and phrases that must not be there. */
  readonly excluded: readonly string[];
  /** `-短语` leaves out the passages of that kind; the word itself is left out with `-"短语"`. */
  readonly excludedKinds: readonly PassageKind[];
  readonly filters: readonly Filter[];
  readonly problems: readonly QueryProblem[];
}

/** UTF-16 units of a query that are looked at: a long paragraph. */
export const maximumQueryLength = 1000;

const fieldNames: Readonly<Record<string, FilterField>> = {
  类: 'category',
  栏目: 'category',
  category: 'category',
  标签: 'tag',
  tag: 'tag',
  来源: 'source',
  source: 'source',
  题: 'title',
  标题: 'title',
  title: 'title',
};

const kindNames: Readonly<Record<string, PassageKind>> = {
  短语: 'phrase',
  phrase: 'phrase',
  phrases: 'phrase',
  金句: 'quote',
  quote: 'quote',
  quotes: 'quote',
  段落: 'paragraph',
  paragraph: 'paragraph',
  paragraphs: 'paragraph',
};

const minus = /[-－−]/y;
const field = new RegExp(`(${Object.keys(fieldNames).join('|')})[:：]\\s*`, 'iy');
/** A quoted phrase; its closing mark is missing where group 2 is empty. Input methods often give two opening marks. */
const quoted = /["“”＂]([^"“”＂]*)(["“”＂]?)|[「『]([^」』]*)([」』]?)/y;
const word = /\S+/y;

const lastFilter = new RegExp(
  `(?:^|\\s)[-－−]?(${Object.keys(fieldNames).join('|')})[:：](["“”＂]?)([^\\s"“”＂]*)$`,
  'i',
);

/** The filter that a query ends in while it is typed: its field, the value so far, and the UTF-16 offset of that. */
export function filterBeingTyped(
  query: string,
): { readonly field: FilterField; readonly value: string; readonly valueStart: number } | undefined {
  const match = lastFilter.exec(query);
  const found = match?.[1] === undefined ? undefined : fieldNames[match[1].toLowerCase()];
  if (!match || !found) return undefined;
  const [, , quote = '', value = ''] = match;
  return { field: found, value, valueStart: query.length - value.length - quote.length };
}

/**
 * Takes a query apart: words, `"原话"` or “原话”, `-排除`, `-短语` (a kind of passage), and the filters `类:` `标签:` `来源:` `题:` (`category:` `tag:`
 * `source:` `title:`), a value with spaces in quotation marks. Full-width colon, minus and space are as good. Never throws.
 */
export function parseQuery(text: string): Query {
  const words: string[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  const excludedKinds: PassageKind[] = [];
  const filters: Filter[] = [];
  const problems: QueryProblem[] = [];
  const source = text.slice(0, maximumQueryLength);
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  /** Takes a quoted phrase or a word; undefined, with a problem, when nothing is there. */
  const takeValue = (offset: number, emptyCode: QueryProblemCode): { text: string; verbatim: boolean } | undefined => {
    const quote = take(quoted);
    if (quote && !(quote[2] ?? quote[4])) problems.push({ code: 'unclosedQuote', offset: quote.index });
    const value = quote ? (quote[1] ?? quote[3] ?? '').trim() : take(word)?.[0];
    if (value) return { text: value, verbatim: quote !== null };
    problems.push({ code: quote ? 'emptyQuote' : emptyCode, offset });
    return undefined;
  };

  for (take(/\s*/y); at < source.length; take(/\s*/y)) {
    const offset = at;
    const negative = take(minus) !== null;
    const name = take(field)?.[1]?.toLowerCase();
    const value = takeValue(offset, name === undefined ? 'emptyExclusion' : 'emptyFilter');
    const filterField = name === undefined ? undefined : fieldNames[name];
    if (!value) continue;
    const kind = negative && !value.verbatim ? kindNames[value.text.toLowerCase()] : undefined;
    if (filterField) filters.push({ field: filterField, value: value.text, excluded: negative });
    else if (kind) excludedKinds.push(kind);
    else if (negative) excluded.push(value.text);
    else (value.verbatim ? phrases : words).push(value.text);
  }
  if (excluded.length + excludedKinds.length > 0 && words.length + phrases.length + filters.length === 0) {
    problems.push({ code: 'onlyExclusions', offset: 0 });
  }
  if (text.length > maximumQueryLength) problems.push({ code: 'tooLong', offset: maximumQueryLength });
  return { words, phrases, excluded, excludedKinds, filters, problems };
}
