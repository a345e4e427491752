import type { Heading } from './article';

/** A paragraph found in a file, before its kind is known. */
export interface BodyParagraph {
  readonly text: string;
  /** UTF-16 offset in the whole file. */
  readonly offset: number;
  /** Zero-based line in the whole file. */
  readonly line: number;
  /** Whether it is what a list item says: the item's first paragraph. */
  readonly listItem: boolean;
  /** Whether that item is in a list within another item. */
  readonly nested?: boolean;
}

/** What a parser of one format finds in a file, both lists in reading order. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly blocks: readonly BodyParagraph[];
}
