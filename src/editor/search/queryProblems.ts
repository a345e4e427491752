import * as vscode from 'vscode';
import type { QueryProblem } from '../../search/query/query';

/** What is wrong with a query, in one sentence for people. */
export function describeQueryProblem({ code }: QueryProblem): string {
  switch (code) {
    case 'unclosedQuote':
      return vscode.l10n.t('A quotation mark is not closed; everything after it is taken as exact words.');
    case 'emptyQuote':
      return vscode.l10n.t('There is nothing between the quotation marks.');
    case 'emptyFilter':
      return vscode.l10n.t('A filter has no value: write category:讲话致辞, for example.');
    case 'emptyExclusion':
      return vscode.l10n.t('Write what to leave out right after the minus sign: -人才, for example.');
    case 'onlyExclusions':
      return vscode.l10n.t('Add a word to search for: so far everything in the query is left out.');
    case 'tooLong':
      return vscode.l10n.t('The query is very long; only its beginning is searched for.');
  }
}
