import type { ImportReport } from '../api';
import type { WrittenFile } from './articleWriter';
import { describeIntakeProblem, describeUnread } from './importProblems';
import type { ImportResult } from './importRun';

/** An import as other extensions see it. */
export function apiReport(result: ImportResult, written: readonly WrittenFile[]): ImportReport {
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
      message: describeIntakeProblem(problem),
    })),
    unread: unread.map((part) => ({
      name: part.name,
      place: part.place,
      what: part.what,
      amount: part.amount,
      message: describeUnread(part),
    })),
    written: written.map(({ uri }) => uri),
  };
}
