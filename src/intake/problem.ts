import type { Unread } from '../library/document';

/** Why a file, or an entry of an archive, could not be taken in. */
export type IntakeProblemCode =
  | 'unreadable'
  | 'tooLarge'
  | 'empty'
  | 'binary'
  | 'damaged'
  | 'oldWord'
  | 'protected'
  | 'noText'
  | 'unsupported'
  | 'archiveTooLarge'
  | 'nestedArchive'
  | 'unsafePath'
  /** Reading it was ended: it took more time, or more memory, than files of its size do. */
  | 'tookTooLong'
  /** The entries of an archive took more time together than archives of its size do; what was read until then is kept. */
  | 'archiveTookTooLong'
  | 'tooMuchMemory'
  /** The reader itself failed. */
  | 'readerFailed';

/** One problem with one file; the editor turns it into a message in the reader's language. */
export interface IntakeProblem {
  readonly code: IntakeProblemCode;
  /** The file's name, or the entry's after that of its archive. */
  readonly name: string;
  /** A parser's own words, for the log; may be empty. */
  readonly detail: string;
}

/** Something in a file that could not be read, while the rest of the file was. */
export interface UnreadPart extends Unread {
  /** The file's name. */
  readonly name: string;
}

/** Thrown by readers of formats; nothing else leaves them on purpose. */
export class IntakeError extends Error {
  constructor(
    readonly code: IntakeProblemCode,
    detail = '',
  ) {
    super(detail);
  }
}
