/**
 * Why a file of the library is not there, or not quite as written.
 * `frontMatter` and `encoding` are warnings: the article is loaded all the same. The others leave the file out.
 */
export type ProblemCode = 'unreadable' | 'tooLarge' | 'binary' | 'empty' | 'frontMatter' | 'encoding';

/** One problem with one file; the editor turns it into a message in the reader's language. */
export interface Problem {
  readonly uri: string;
  readonly code: ProblemCode;
  /** The host's or the parser's own words, for the log; may be empty. */
  readonly detail: string;
}
