// An article whose text and passages lie in two buffers instead of in strings and objects. A library of 56 MB has 342,000
// passages: as strings and objects they took 150 MB, in buffers they take 60. Texts are decoded when they are asked for
// (0.3 µs for a passage), so that what is not shown or ranked never becomes a string.
import { Checksum } from '../base/checksum';
import type { Article, Heading, Passage, PassageKind } from './article';

/** Facts about an article, without its contents. */
export type ArticleFacts = Omit<Article, 'text' | 'passages' | 'headings'>;

/** What an article says, in buffers. */
export interface ArticleContent {
  /** UTF-16 units of the whole file. */
  readonly units: Uint16Array;
  readonly headings: readonly Heading[];
  /** The different heading paths of the passages. */
  readonly headingPaths: readonly (readonly string[])[];
  /** For each passage `rowLength` numbers: kind, offset, length, line, and index into `headingPaths`. */
  readonly rows: Uint32Array;
  /** Of `units`: tells whether the text is as it was. */
  readonly checksum: string;
}

/** An article that can give its contents as they are stored. */
export interface StoredArticle extends Article {
  readonly content: ArticleContent;
}

export const rowLength = 5;
const kinds: readonly PassageKind[] = ['paragraph', 'quote', 'phrase'];
/** Arguments of one call: more may not fit the stack. */
const decodedAtOnce = 8192;
/** Of little endian, as every machine is that VS Code runs on. */
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Turns an article into a stored one. */
export function storeArticle(article: Article): StoredArticle {
  const { text, passages, headings, ...facts } = article;
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  const headingPaths: (readonly string[])[] = [];
  const rows = new Uint32Array(rowLength * passages.length);
  for (const [number, { kind, offset, length, line, headings: path }] of passages.entries()) {
    const last = headingPaths.at(-1);
    if (last !== path && last?.join('\n') !== path.join('\n')) headingPaths.push(path);
    rows.set([kinds.indexOf(kind), offset, length, line, headingPaths.length - 1], rowLength * number);
  }
  // Copied, because parts of a text keep the whole of it in memory.
  const copies = structuredClone({ facts, headings, headingPaths });
  const checksum = new Checksum().addText(text).value;
  return openArticle(copies.facts, {
    units,
    headings: copies.headings,
    headingPaths: copies.headingPaths,
    rows,
    checksum,
  });
}

/** The article of stored contents. */
export function openArticle(facts: ArticleFacts, content: ArticleContent): StoredArticle {
  let passages: readonly Passage[] | undefined;
  return {
    ...facts,
    headings: content.headings,
    content,
    get text() {
      return decode(content.units, 0, content.units.length);
    },
    get passages() {
      return (passages ??= Array.from(
        { length: content.rows.length / rowLength },
        (_, number) => new StoredPassage(content, rowLength * number),
      ));
    },
  };
}

/** Whether an article is stored. */
export const isStored = (article: Article): article is StoredArticle => 'content' in article;

/** Number of an article's passages. */
export const passageCount = (article: Article): number =>
  isStored(article) ? article.content.rows.length / rowLength : article.passages.length;

/**
 * The passages of an article one after the other. Unlike `passages`, which a stored article makes when they are first asked
 * for and keeps from then on, they take no room.
 */
export function* passagesInTurn(article: Article): Generator<Passage> {
  if (!isStored(article)) {
    yield* article.passages;
    return;
  }
  const { content } = article;
  for (let row = 0; row < content.rows.length; row += rowLength) yield new StoredPassage(content, row);
}

class StoredPassage implements Passage {
  constructor(
    private readonly content: ArticleContent,
    private readonly row: number,
  ) {}

  get kind(): PassageKind {
    return kinds[this.content.rows[this.row] ?? 0] ?? 'paragraph';
  }

  get offset(): number {
    return this.content.rows[this.row + 1] ?? 0;
  }

  get length(): number {
    return this.content.rows[this.row + 2] ?? 0;
  }

  get line(): number {
    return this.content.rows[this.row + 3] ?? 0;
  }

  get headings(): readonly string[] {
    return this.content.headingPaths[this.content.rows[this.row + 4] ?? 0] ?? [];
  }

  get text(): string {
    return decode(this.content.units, this.offset, this.offset + this.length);
  }
}

/** By `TextDecoder`, ten times as fast as the language's own way, except where that replaces halves of surrogate pairs. */
function decode(units: Uint16Array, start: number, end: number): string {
  const text = utf16.decode(units.subarray(start, end));
  if (!text.includes('\ufffd')) return text;
  const parts: string[] = [];
  for (let at = start; at < end; at += decodedAtOnce) {
    parts.push(String.fromCharCode(...units.subarray(at, Math.min(end, at + decodedAtOnce))));
  }
  return parts.join('');
}
