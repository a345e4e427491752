import { isInsideWord } from '../index/tokenize';

/** A token of the query and how much its presence says. */
export interface Term {
  /** Folded. */
  readonly text: string;
  readonly weight: number;
}

/** Whether `part` stands in the folded `text`; a word of letters or digits only as a whole word. */
export const isIn = (text: string, part: string): boolean => nextIn(text, part, 0) >= 0;

/** The first place from `from` on at which `part` stands in the folded `text`; -1 where there is none. */
export function nextIn(text: string, part: string, from: number): number {
  let at = text.indexOf(part, from);
  while (at >= 0 && (isInsideWord(text, at) || isInsideWord(text, at + part.length))) at = text.indexOf(part, at + 1);
  return at;
}
