import type { IntakeProblem, UnreadPart } from '../problem';
import type { PackedIntake } from './packedIntake';

/** What the worker is asked: to read a file, an archive from one of its parts on. */
export interface ReadRequest {
  readonly name: string;
  /** Of its own: they change hands. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Part of an archive to begin with, counted from 0. */
  readonly from: number;
}

/** What the worker says while it reads. */
export type ReadMessage =
  /** A part is begun: a file, or an entry of an archive. */
  | { readonly kind: 'part'; readonly index: number; readonly name: string }
  /** What the part gave, as a whole: a worker that is ended leaves none half. */
  | { readonly kind: 'intake'; readonly intake: PackedIntake; readonly unread: readonly UnreadPart[] }
  | { readonly kind: 'problem'; readonly problem: IntakeProblem }
  /** How much of the part is read, as far as its format says so: pages. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done' };
