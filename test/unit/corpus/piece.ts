import type { Article } from '../../../src/library/article';
import { parseFrontMatter } from '../../../src/library/frontMatter';
import { parseArticle } from '../../../src/library/parseArticle';

/** A line of a piece below the front matter that is not blank. */
export interface BodyLine {
  readonly text: string;
  /** One-based, as editors show it. */
  readonly line: number;
}

/** A file of the shipped library, as the rules read it. */
export interface Piece {
  /** Path below `corpus/`. */
  readonly path: string;
  readonly text: string;
  readonly article: Article;
  readonly body: readonly BodyLine[];
}

/** What a rule has to say against a place. */
export interface Finding {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** What is wrong, and the offending text. */
  readonly message: string;
}

/** Judges one piece. */
export type Rule = (piece: Piece) => Finding[];

/** Judges pieces against each other. */
export type LibraryRule = (pieces: readonly Piece[]) => Finding[];

/** Reads the text of a file. */
export function makePiece(path: string, text: string): Piece {
  const { article } = parseArticle({ uri: path, path, origin: 'builtin' }, text);
  const firstLine = text.slice(0, parseFrontMatter(text).bodyOffset).split('\n').length;
  const body = text
    .split('\n')
    .map((line, at) => ({ text: line, line: at + 1 }))
    .filter(({ text: content, line }) => line >= firstLine && content.trim());
  return { path, text, article, body };
}

/** A piece for a test of a rule: complete front matter, and this body. */
export const sample = (body: string, path = '讲话致辞/样稿.md'): Piece =>
  makePiece(
    path,
    `---\ntitle: 样稿\ncategory: ${path.split('/')[0] ?? ''}\ntags: [样]\nsource: 样\ndate: 2024-01-02\n---\n\n${body}\n`,
  );

/** One finding for every match of a global pattern in a line of the body, with some text around it. */
export const findAll = (piece: Piece, pattern: RegExp, complaint: string): Finding[] =>
  piece.body.flatMap(({ text, line }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      path: piece.path,
      line,
      message: `${complaint}: ${text.slice(Math.max(0, index - 8), index + found.length + 8)}`,
    })),
  );

/** Findings as a message of a failed test, `folder/file:line: what is wrong` on each line. */
export const report = (findings: readonly Finding[], folder = 'corpus'): string =>
  findings.map(({ path, line, message }) => `\n  ${folder}/${path}:${line}: ${message}`).join('');
