/** Who changed something under revision, and when. */
export interface Reviser {
  readonly author: string;
  /** ISO 8601 as the program wrote it; may be empty. */
  readonly date: string;
}

/** A character of a document, or the end of a paragraph, and what revision says of it. */
export interface Unit {
  /** `\n` ends a paragraph; `\v` breaks a line. */
  readonly text: string;
  readonly state: 'kept' | 'inserted' | 'deleted';
  readonly by: Reviser | undefined;
  /** Style of the paragraph that ends here. */
  readonly style?: string;
  /** Ids of the comments on it. */
  readonly comments: readonly string[];
}

/** A paragraph with its end as the last unit. */
export interface RevisedParagraph {
  readonly kind: 'paragraph';
  readonly units: readonly Unit[];
}

export interface RevisedRow {
  readonly state: Unit['state'];
  readonly by: Reviser | undefined;
  /** Paragraphs of each cell, with their ends. */
  readonly cells: readonly (readonly Unit[])[];
}

export interface RevisedTable {
  readonly kind: 'table';
  readonly rows: readonly RevisedRow[];
}

export type RevisedBlock = RevisedParagraph | RevisedTable;

/** A comment in the margin. */
export interface DocumentComment extends Reviser {
  readonly id: string;
  readonly text: string;
  /** The comment that it answers. */
  readonly parent: string | undefined;
  readonly resolved: boolean;
}

/** A document with its revisions still told apart. */
export interface RevisedDocument {
  readonly blocks: readonly RevisedBlock[];
  readonly comments: readonly DocumentComment[];
  /** Of the draft that it was exported from; undefined where that is not known. */
  readonly fingerprint: string | undefined;
}

/** Text before the tracked changes, or after them. */
export const textBefore = (units: readonly Unit[]): string =>
  units.map(({ text, state }) => (state === 'inserted' ? '' : text)).join('');
export const textAfter = (units: readonly Unit[]): string =>
  units.map(({ text, state }) => (state === 'deleted' ? '' : text)).join('');
