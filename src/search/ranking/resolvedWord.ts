import type { Term } from './terms';

/** One way in which a word of the query may stand in a text: as typed, or one of the texts that pinyin or a typo stands for. */
export interface Wording {
  /** Folded. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** Whether the library has it in one piece: who has parts of it only is not meant. */
  readonly isKnown?: boolean;
}

/** A word of the query, resolved against the library. */
export interface ResolvedWord {
  /** As typed. */
  readonly typed: string;
  /** Any of them will do; at least one. */
  readonly wordings: readonly Wording[];
  /** Whether only the whole wording counts, not its terms apart from each other. */
  readonly verbatim: boolean;
}

/** Weight of all terms of a wording. */
export const weightOf = ({ terms }: Wording): number => terms.reduce((total, { weight }) => total + weight, 0);

/** Width of the window in which the wordings together count as one place, in UTF-16 units. */
export const windowWidth = (wordings: readonly Wording[]): number =>
  Math.max(20, 1.5 * wordings.reduce((length, { text }) => length + text.length, 0));
