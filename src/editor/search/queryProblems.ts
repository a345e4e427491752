import type { Localize } from '../../base/localize';
import type { QueryProblem } from '../../search/query/query';

/** What is wrong with a query, in one sentence for people. */
export function describeQueryProblem(t: Localize, { code }: QueryProblem): string {
  switch (code) {
    case 'unclosedQuote':
      return t('A quotation mark is not closed; everything after it is taken as exact words.');
    case 'emptyQuote':
      return t('There is nothing between the quotation marks.');
    case 'emptyFilter':
      return t('A filter has no value: write category:讲话致辞, for example.');
    case 'emptyExclusion':
      return t('Write what to leave out right after the minus sign: -人才, for example.');
    case 'onlyExclusions':
      return t('Add a word to search for: so far everything in the query is left out.');
    case 'tooLong':
      return t('The query is very long; only its beginning is searched for.');
  }
}
