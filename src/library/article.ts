/** Names the place that an article comes from. The set is open: a source brings its own. */
export type Origin = string;
/** Shipped with the extension, in the writer's personal folder, in a workspace folder. */
export const origins = { builtin: 'builtin', personal: 'personal', workspace: 'workspace' } as const;

/** What a passage is: a paragraph of running text, a quote 金句, or a phrase 短语 (set expression). */
export type PassageKind = 'paragraph' | 'quote' | 'phrase';

/** The unit that is found, shown and inserted. `article.text.startsWith(passage.text, passage.offset)` holds. */
export interface Passage {
  readonly kind: PassageKind;
  /** As it stands in the file, without list marker and outer white space. */
  readonly text: string;
  /** UTF-16 units of `text`, which may have to be decoded first. */
  readonly length: number;
  /** Heading path from the outermost to the innermost heading; empty before the first heading. */
  readonly headings: readonly string[];
  /** UTF-16 offset of `text` in the article's text. */
  readonly offset: number;
  /** Zero-based line of `text`'s first character. */
  readonly line: number;
}

/** A heading of an article, in reading order. */
export interface Heading {
  readonly text: string;
  /** 1 for the outermost level, as Markdown counts. */
  readonly level: number;
  /** Zero-based line. */
  readonly line: number;
}

/** One piece of material. */
export interface Article {
  /** The file's URI as a string; unique in a library. */
  readonly id: string;
  readonly title: string;
  /** 栏目, one level: front matter, else the folder's name, else empty. */
  readonly category: string;
  readonly tags: readonly string[];
  /** 来源 as written in the front matter, or empty. */
  readonly source: string;
  /** As written in the front matter, or empty; `YYYY-MM-DD` where YAML reads it as a date. */
  readonly date: string;
  readonly origin: Origin;
  /** The whole file with line ends as LF. */
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly passages: readonly Passage[];
  /** Characters of the body that are not white space. */
  readonly characters: number;
}
