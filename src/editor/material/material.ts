import type { Article, Passage } from '../../library/article';
import { originOf } from '../../library/entryFields';
import type { Library } from '../../library/library';
import type { Section } from '../../library/outline';
import { outline } from '../../library/outline';
import { sharedArticleNumber } from '../../shared/sharedArticle';

/** A stretch of an article that a command acts on: a passage, a section or the whole. */
export interface Material {
  readonly article: Article;
  /** UTF-16 offset in the article's text. */
  readonly offset: number;
  /** As it stands in the article. */
  readonly text: string;
  /** A passage may have been wrapped by its file; anything larger keeps its lines. */
  readonly passage?: Passage;
  /** Of a section. */
  readonly heading?: string;
  /** UTF-16 range of `text` that a search found. */
  readonly match?: { readonly start: number; readonly end: number };
}

/** What survives a restart, a changed file and a new version of the extension: names and words, not positions. */
export interface MaterialReference {
  /** The article's id. */
  readonly article: string;
  readonly title: string;
  /** Of a passage. */
  readonly text?: string;
  /** Of a section. */
  readonly heading?: string;
}

export const passageMaterial = (article: Article, passage: Passage): Material => ({
  article,
  offset: passage.offset,
  text: passage.text,
  passage,
});

/** The passage at a zero-based line, else the first after it (a heading's first), else the last. */
export function passageAt(article: Article, line: number): Material | undefined {
  const holds = ({ line: first, text }: Passage): boolean => line < first + text.split('\n').length;
  const passage = article.passages.find(holds) ?? article.passages.at(-1);
  return passage && passageMaterial(article, passage);
}

/** The whole body of an article, without its front matter. */
export function articleMaterial(article: Article): Material {
  const firstLine = Math.min(article.passages[0]?.line ?? Infinity, article.headings[0]?.line ?? Infinity);
  const offset = Number.isFinite(firstLine) ? lineOffset(article.text, firstLine) : article.text.length;
  return { article, offset, text: article.text.slice(offset).trimEnd() };
}

/** A section with its heading. */
export function sectionMaterial(article: Article, section: Section): Material {
  const { heading, endLine } = section;
  const offset = lineOffset(article.text, heading.line);
  const text = article.text.slice(offset, lineOffset(article.text, endLine)).trimEnd();
  return { article, offset, text, heading: heading.text };
}

/** Where material is from, to stand behind it: `——《标题》（来源，日期）`, or what a classical quotation gives as its origin. */
export function citation({ article: { title, source, date }, passage }: Material): string {
  const origin = passage && originOf(passage.text);
  if (origin) return `\n——${origin}`;
  const about = [source, date].filter(Boolean).join('，');
  return `\n——${/^《.*》$/.test(title) ? title : `《${title}》`}${about && `（${about}）`}`;
}

export function referenceTo({ article: { id, title }, passage, heading }: Material): MaterialReference {
  const part = passage ? { text: passage.text } : heading === undefined ? {} : { heading };
  return { article: id, title, ...part };
}

/** The material that a reference means, if the library still holds it; of the shared library what the reference itself says. */
export function resolveReference(library: Library, reference: MaterialReference): Material | undefined {
  const { article: id, title, text, heading } = reference;
  if (text !== undefined && sharedArticleNumber(id) !== undefined) return sharedMaterial(id, title, text);
  // Shipped articles have another URI in every version of the extension.
  const article = library.article(id) ?? library.articles.find((candidate) => candidate.title === title);
  if (!article) return undefined;
  if (text !== undefined) {
    const passage = article.passages.find((candidate) => candidate.text === text);
    return passage && passageMaterial(article, passage);
  }
  if (heading === undefined) return articleMaterial(article);
  const section = findSection(outline(article).sections, heading);
  return section && sectionMaterial(article, section);
}

/** A passage of an article that is on a server, and is not asked for there before it is opened. */
function sharedMaterial(id: string, title: string, text: string): Material {
  const passage: Passage = { kind: 'paragraph', text, length: text.length, headings: [], offset: 0, line: 0 };
  const about = { category: '', tags: [], source: '', date: '', origin: '' };
  const article = { id, title, ...about, text, headings: [], passages: [passage], characters: text.length };
  return passageMaterial(article, passage);
}

function findSection(sections: readonly Section[], heading: string): Section | undefined {
  for (const section of sections) {
    const found = section.heading.text === heading ? section : findSection(section.sections, heading);
    if (found) return found;
  }
  return undefined;
}

function lineOffset(text: string, line: number): number {
  let offset = 0;
  for (let at = 0; at < line; at++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
