import type { Article, Heading, Origin, Passage, PassageKind } from './article';

/** An article parsed beforehand, as JSON: the text once, and the passages as places in it. */
export interface PackedArticle {
  /** Path of the file below the source's root, `/` between segments. */
  readonly path: string;
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly date: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly characters: number;
  /** The different heading paths of the passages. */
  readonly headingPaths: readonly (readonly string[])[];
  /** Kind, offset, length, line, and index into `headingPaths`. */
  readonly passages: readonly (readonly [PassageKind, number, number, number, number])[];
}

/** Turns an article, whose file lies at `path` below its source's root, into what `unpackArticle` takes. */
export function packArticle(article: Article, path: string): PackedArticle {
  const { title, category, tags, source, date, text, headings, characters } = article;
  const headingPaths: (readonly string[])[] = [];
  const passages = article.passages.map(({ kind, text: { length }, headings: own, offset, line }) => {
    if (headingPaths.at(-1)?.join('\n') !== own.join('\n')) headingPaths.push(own);
    return [kind, offset, length, line, headingPaths.length - 1] as const;
  });
  return { path, title, category, tags, source, date, text, headings, characters, headingPaths, passages };
}

/** The article again, under the URI that its file has on this host. */
export function unpackArticle({ headingPaths, ...packed }: PackedArticle, id: string, origin: Origin): Article {
  const { title, category, tags, source, date, text, headings, characters } = packed;
  const passages = packed.passages.map(([kind, offset, length, line, headingPath]): Passage => ({
    kind,
    text: text.slice(offset, offset + length),
    length,
    headings: headingPaths[headingPath] ?? [],
    offset,
    line,
  }));
  return { id, title, category, tags, source, date, origin, text, headings, passages, characters };
}
