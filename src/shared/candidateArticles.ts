import type { Article, Passage } from '../library/article';
import type { Row } from './connection';
import { sharedArticleId } from './sharedArticle';
import { kinds } from './terms';

/** The articles of passages that the server gave, each with these as its only passages and without its text. */
export function candidateArticles(rows: readonly Row[]): readonly Article[] {
  const byArticle = new Map<string, { readonly about: Row; readonly passages: Passage[] }>();
  for (const row of rows) {
    const id = String(row.article);
    const known = byArticle.get(id) ?? { about: row, passages: [] };
    byArticle.set(id, known);
    const text = String(row.text);
    known.passages.push({
      kind: kinds[Number(row.kind)] ?? 'paragraph',
      text,
      length: text.length,
      headings: linesOf(row.headings),
      offset: Number(row.offset),
      line: Number(row.line),
    });
  }
  return [...byArticle].map(([id, { about, passages }]) => ({
    id: sharedArticleId(id, String(about.title)),
    title: String(about.title),
    category: String(about.category),
    tags: linesOf(about.article_tags),
    source: String(about.source),
    date: String(about.date),
    origin: String(about.unit),
    text: '',
    headings: [],
    passages: passages.sort((a, b) => a.offset - b.offset),
    characters: passages.reduce((sum, { length }) => sum + length, 0),
  }));
}

const linesOf = (value: unknown): readonly string[] => String(value).split('\n').filter(Boolean);
