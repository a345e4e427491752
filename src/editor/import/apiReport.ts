import type * as vscode from 'vscode';
import type { Localize } from '../../base/localize';
import type { WrittenFile } from './articleWriter';
import { describeIntakeProblem, describeUnread } from './importProblems';
import type { ImportResult } from './importRun';

/** What an import found and did. */
export interface ImportReport {
  /** How many articles the files say that they hold. */
  readonly promised: number;
  /** Categories that their tables of contents name. */
  readonly categories: readonly string[];
  readonly found: readonly ImportedArticle[];
  /** Promised titles that are not there. */
  readonly missing: readonly string[];
  /** Texts that are in the files and not in the articles, with the reason. */
  readonly removed: readonly { readonly kind: string; readonly text: string }[];
  /** Files that were not taken in, with the reason. */
  readonly problems: readonly { readonly code: string; readonly name: string; readonly message: string }[];
  /** What of the files could not be read, while the rest was: where, what, and how much. */
  readonly unread: readonly {
    readonly name: string;
    readonly place: string;
    readonly what: string;
    readonly amount: number;
    readonly message: string;
  }[];
  /** Files that were written; none in a dry run. */
  readonly written: readonly vscode.Uri[];
}

/** An article that an import found. */
export interface ImportedArticle {
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
  /** Characters that are not white space. */
  readonly characters: number;
  /** False when its text breaks off. */
  readonly complete: boolean;
  /** Title of the article that holds it nearly word for word; such an article is not written. */
  readonly duplicateOf?: string;
}

/** An import as other extensions see it. */
export function apiReport(t: Localize, result: ImportResult, written: readonly WrittenFile[]): ImportReport {
  const { promised, categories, articles, missing, removed, problems, unread } = result;
  return {
    promised,
    categories,
    found: articles.map(({ draft: { front, characters, complete }, known }) => {
      const { title, category, tags, source } = front;
      return { title, category, tags, source, characters, complete, ...(known && { duplicateOf: known.title }) };
    }),
    missing: missing.map(({ title }) => title),
    removed,
    problems: problems.map((problem) => ({
      code: problem.code,
      name: problem.name,
      message: describeIntakeProblem(t, problem),
    })),
    unread: unread.map((part) => ({
      name: part.name,
      place: part.place,
      what: part.what,
      amount: part.amount,
      message: describeUnread(t, part),
    })),
    written: written.map(({ uri }) => uri),
  };
}
