import type { Line } from '../../library/document';
import type { Contents } from './contents';
import type { Issuing } from './officialForm';

/** The lines of one article, title taken off. */
export interface Piece {
  /** Empty where the file does not say. */
  readonly title: string;
  /** Empty where the file does not say. */
  readonly category: string;
  readonly lines: readonly Line[];
  /** What the head of the document said, which is taken off. */
  readonly issuing?: Issuing;
}

/** The articles of a file, and what the file promised. */
export interface Compendium {
  readonly pieces: readonly Piece[];
  /** What the table of contents promises; undefined without one. */
  readonly contents: Contents | undefined;
  /** Number of pieces that the file's own title states, if it does. */
  readonly stated: number | undefined;
  /** Promised titles that are not there. */
  readonly missing: readonly { readonly title: string; readonly category: string }[];
}
