/** What is said about an article above its text; absent values are empty. */
export interface FrontMatter {
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly source: string;
  /** `YYYY-MM-DD`, or as the writer wrote it. */
  readonly date: string;
  /** 发文字号 of an official document. */
  readonly number?: string | undefined;
  /** 签发人. */
  readonly signer?: string | undefined;
  /** 主送机关. */
  readonly recipients?: string | undefined;
  /** 附件: names of what is attached. */
  readonly attachments?: readonly string[] | undefined;
  /** Keys that nothing here reads, as lines of YAML; empty or absent for none. */
  readonly others?: string | undefined;
}

/** A part of an article: a heading, a paragraph, a list item, a row of a table or a line of fenced code as Markdown writes it. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  readonly text: string;
  /** Of a heading: 1 for the outermost below the article's title. */
  readonly level?: number;
}

/**
 * What a format says about a line; such a line is never joined with another. A heading's level is 1 for the outermost
 * that the format has, titles included. Whether a `paragraph` is a heading remains to be seen.
 */
export type LineMark =
  { readonly kind: 'heading'; readonly level: number } | { readonly kind: 'item' | 'row' | 'code' | 'paragraph' };

/** A line of a file that is not blank. */
export interface Line {
  /** Without outer white space; of code, with that in front. */
  readonly text: string;
  /** Width of the white space before it, in half-width characters. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly blanks: number;
  /** Whether a page begins with it, as far as the file says so (form feed, page of a PDF). */
  readonly page: boolean;
  readonly mark?: LineMark;
  /** Whether the next line is known to go on with it: something was taken out at its end, the file begins with it, or a page shows it. */
  readonly goesOn?: boolean;
  /** Width of what was taken out of it, in Han characters: the line was that much longer. */
  readonly taken?: number;
}

/** What a reader of a format can fail to read in a file that it reads otherwise. */
export type UnreadKind =
  /** Characters of a font that has no table of characters, or of a table that is damaged. */
  | 'characters'
  /** A page, or another part of the file, that is damaged. */
  | 'damaged'
  /** A page that shows pictures and no text: it was scanned. */
  | 'scanned'
  | 'textBox'
  | 'formula'
  /** A footnote or endnote. */
  | 'note'
  /** An embedded object: a chart, a spreadsheet, another document. */
  | 'object'
  /** Front matter or properties. */
  | 'properties'
  /** What lies beyond a limit of the reader: pages, elements, nesting. */
  | 'limit';

/** Something in a file that its reader could not read: a line of the import report. */
export interface Unread {
  readonly what: UnreadKind;
  /** Where: the number of a page as `3` or pages as `3–5`, else the name of the part; empty for the whole file. */
  readonly place: string;
  /** How much: of `characters` their number, else how many such things. */
  readonly amount: number;
}

/** Why a text of a source is in none of its articles. `title`, `source` and `issuing` say what went into front matter. */
export type RemovalKind =
  | 'advertisement'
  /** What a web page puts around a text: navigation, links, disclaimers. */
  | 'footer'
  /** What readers of the file do not see: hidden text. */
  | 'hidden'
  /** Deleted or moved under revision, where the revision is not accepted yet. */
  | 'deleted'
  /** What somebody remarked on the text. */
  | 'comment'
  /** Pronunciation written above or behind characters. */
  | 'pronunciation'
  | 'pageNumber'
  | 'runningHead'
  | 'contents'
  | 'compendiumTitle'
  | 'title'
  | 'source'
  /** Letterhead, document number, signers: what the standard form of an official document puts around its text. */
  | 'issuing'
  | 'separator';

/** A text that is in a source and in none of its articles. */
export interface Removal {
  readonly kind: RemovalKind;
  readonly text: string;
  /** The text that it stood behind, where it is known: there it is put back. */
  readonly after?: string | undefined;
}

/** A file as the reader of its format gives it: lines, and what is known about the whole. */
export interface SourceText {
  readonly lines: readonly Line[];
  /** Name of the file without its ending: the title where the text has none. */
  readonly name: string;
  /** What the file's own front matter or properties say. */
  readonly front?: Partial<FrontMatter>;
  /** Whether it has the form that the library keeps: lines are blocks, and none is a heading that is not marked as one. */
  readonly settled?: boolean;
  /** What the reader left out on purpose; nothing when absent. */
  readonly removed?: readonly Removal[];
  /** What could not be read; nothing when absent. */
  readonly unread?: readonly Unread[];
}
