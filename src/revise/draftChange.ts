import type { Reviser } from './revisedDocument';

/** A part of the draft and what is to stand in its place. UTF-16 offsets, `end` exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit among others. */
export interface DraftEdit extends TextEdit {
  /** Of edits at one place, the one with the lower number comes first. */
  readonly order: number;
}

/** A change that can be taken over or not, whatever becomes of the others. */
export interface DraftChange {
  readonly kind: 'insert' | 'delete' | 'replace' | 'move';
  /** By their place; a move has two. They do not overlap, neither with each other nor with those of other changes. */
  readonly edits: readonly DraftEdit[];
  /** What is read before and after, without marks of Markdown. */
  readonly before: string;
  readonly after: string;
  /** undefined where revision was not tracked. */
  readonly by: Reviser | undefined;
}

/** A change that is not yet put in order with others. */
export interface FoundChange extends Omit<DraftChange, 'edits'> {
  readonly edits: readonly TextEdit[];
}

/** A change of what the draft does not say itself, or says in two ways at once. */
export type UnplacedChange = Pick<DraftChange, 'before' | 'after' | 'by'>;

export const kindOf = (before: string, after: string): 'insert' | 'delete' | 'replace' =>
  before === '' ? 'insert' : after === '' ? 'delete' : 'replace';
