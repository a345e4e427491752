import type { Article, Heading, Origin, Passage, PassageKind } from './article';
import { formulaCategory, phraseCategories, quoteCategory } from './categories';
import type { Body } from './body';
import { editFrontMatter } from './editFrontMatter';
import { parseFrontMatter } from './frontMatter';
import { markdownBody } from './markdownBody';
import { plainTextBody } from './plainTextBody';
import type { Problem } from './problem';
import type { Steps } from '../base/slices';
import { finish } from '../base/slices';

// For those who read files of the same kind: the YAML parser is in this bundle once.
export { editFrontMatter, parseFrontMatter };

/** A file of the library, as its source names it. */
export interface ArticleFile {
  readonly uri: string;
  /** Path below the source's root, `/` between segments; its first folder is the fall-back category. */
  readonly path: string;
  readonly origin: Origin;
}

/** An article, and what is not quite right with its file. */
export interface ParsedArticle {
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/**
 * Turns the text of a `.md` or `.txt` file (line ends LF) into an article. Never throws.
 * Front matter that cannot be read costs a `frontMatter` problem and the values in it, not the article.
 */
export const parseArticle = (file: ArticleFile, text: string): ParsedArticle => finish(articleSteps(file, text));

/** `parseArticle` in steps, for files that would take long. */
export function* articleSteps(file: ArticleFile, text: string): Steps<ParsedArticle> {
  const front = parseFrontMatter(text);
  const plain = /\.txt$/i.test(file.path);
  const start = front.bodyOffset;
  const firstLine = text.slice(0, start).split('\n').length - 1;
  const whole = yield* plain
    ? plainTextBody(text, start, text.length, firstLine)
    : markdownBody(text, start, firstLine);
  const title = front.title ?? (plain ? undefined : titleHeading(whole.headings)?.text);
  const body = { ...whole, headings: withoutTitle(whole.headings, title) };
  const segments = file.path.split('/');
  const category = front.category ?? (segments.length > 1 ? (segments[0] ?? '') : '');
  const article: Article = {
    id: file.uri,
    title: title ?? fileTitle(segments.at(-1) ?? file.path),
    category,
    tags: front.tags,
    source: front.source ?? '',
    date: front.date ?? '',
    origin: file.origin,
    text,
    headings: body.headings,
    passages: passages(body, category, plain),
    characters: yield* countCharacters(text, start),
  };
  const problems =
    front.error === undefined ? [] : [{ uri: file.uri, code: 'frontMatter', detail: front.error } as const];
  return { article, problems };
}

/** UTF-16 units that are counted in one step. */
const countedAtOnce = 65536;

function* countCharacters(text: string, start: number): Steps<number> {
  let count = 0;
  for (let at = start; at < text.length; at += countedAtOnce) {
    count += text.slice(at, at + countedAtOnce).replace(/\s/g, '').length;
    yield;
  }
  return count;
}

/** The first heading names a Markdown article if it is alone on its level; else it is the first part of several. */
function titleHeading([first, ...rest]: readonly Heading[]): Heading | undefined {
  return first && rest.every(({ level }) => level > first.level) ? first : undefined;
}

/** A heading that repeats the title is no section of the article. */
const withoutTitle = (headings: readonly Heading[], title: string | undefined): readonly Heading[] =>
  headings[0]?.text === title ? headings.slice(1) : headings;

const fileTitle = (name: string): string => name.replace(/\.[^.]*$/, '') || name;

/** @param plain whether the file is plain text, which has no lists: there every line is an entry of one */
function passages(body: Body, category: string, plain: boolean): readonly Passage[] {
  const entryKind: PassageKind =
    category === quoteCategory ? 'quote' : phraseCategories.has(category) ? 'phrase' : 'paragraph';
  const path: Heading[] = [];
  let headings: readonly string[] = [];
  let next = 0;
  return body.blocks.map(({ text, offset, line, listItem, nested }) => {
    const before = next;
    for (; next < body.headings.length; next++) {
      const heading = body.headings[next];
      if (!heading || heading.line > line) break;
      while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
      path.push(heading);
    }
    // Passages below the same heading share its path.
    if (next > before) headings = path.map((heading) => heading.text);
    return {
      kind: plain || (listItem && !(nested && category === formulaCategory)) ? entryKind : 'paragraph',
      text,
      length: text.length,
      headings,
      offset,
      line,
    };
  });
}
