import type { TextRange } from '../../text/fold';
import { isInsideWord } from '../index/tokenize';

/** A token of the query and how much its presence says. */
export interface Term {
  /** Folded. */
  readonly text: string;
  readonly weight: number;
}

/** Where a term stands in a folded text. */
export interface Occurrence extends TextRange {
  readonly term: Term;
}

/** Places at which `term` stands in the folded `text`; a word of letters or digits only as a whole word. May overlap. */
export function occurrencesOf(term: Term, text: string): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (let start = nextIn(text, term.text, 0); start >= 0; start = nextIn(text, term.text, start + 1)) {
    occurrences.push({ term, start, end: start + term.text.length });
  }
  return occurrences;
}

/** Whether `part` stands in the folded `text`; a word of letters or digits only as a whole word. */
export const isIn = (text: string, part: string): boolean => nextIn(text, part, 0) >= 0;

/** The first place from `from` on at which `part` stands in the folded `text`; -1 where there is none. */
export function nextIn(text: string, part: string, from: number): number {
  let at = text.indexOf(part, from);
  while (at >= 0 && (isInsideWord(text, at) || isInsideWord(text, at + part.length))) at = text.indexOf(part, at + 1);
  return at;
}

/** Shorter words are mistyped into other words. */
const shortestMistyped = 4;

/**
 * The first place at which the folded `text` holds `word` with one character wrong, missing, added or exchanged with its
 * neighbour; undefined for a word that is too short to tell, and where there is none.
 */
export function nearlyIn(text: string, word: string): TextRange | undefined {
  if (word.length < shortestMistyped) return undefined;
  // One of the halves is right, unless the characters where they meet are exchanged.
  const middle = word.length >> 1;
  const [head, tail] = [word.slice(0, middle), word.slice(middle)];
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const start = at + head.length;
    const length = nearLength(tail, (place) => text.charCodeAt(start + place));
    if (length !== undefined) return { start: at, end: start + length };
  }
  const exchanged = head.slice(0, -1) + tail.charAt(0) + head.slice(-1) + tail.slice(1);
  const exchangedAt = text.indexOf(exchanged);
  if (exchangedAt >= 0) return { start: exchangedAt, end: exchangedAt + word.length };
  const backwards = [...Array(head.length).keys()].map((place) => head.charAt(head.length - 1 - place)).join('');
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    const length = nearLength(backwards, (place) => text.charCodeAt(at - 1 - place));
    if (length !== undefined) return { start: at - length, end: at + tail.length };
  }
  return undefined;
}

/** Length of the text that is `part` but for one character; undefined when it is not. Beyond the text `codeAt` gives NaN. */
function nearLength(part: string, codeAt: (place: number) => number): number | undefined {
  const same = (from: number, shift: number): boolean => {
    for (let at = from; at < part.length; at++) if (part.charCodeAt(at) !== codeAt(at + shift)) return false;
    return true;
  };
  let first = 0;
  while (first < part.length && part.charCodeAt(first) === codeAt(first)) first++;
  if (first === part.length) return part.length;
  const exchanged = part.charCodeAt(first) === codeAt(first + 1) && part.charCodeAt(first + 1) === codeAt(first);
  if ((exchanged && same(first + 2, 0)) || (same(first + 1, 0) && !Number.isNaN(codeAt(first)))) return part.length;
  if (same(first + 1, -1)) return part.length - 1;
  return same(first, 1) ? part.length + 1 : undefined;
}

/** Orders occurrences by their places. */
export const byPlace = (a: TextRange, b: TextRange): number => a.start - b.start || a.end - b.end;

/** A stretch of a text and the weight of the different terms in it. */
export interface Window extends TextRange {
  readonly weight: number;
}

/**
 * The stretch of at most `width` units (or one occurrence, if that is longer) in which the different terms weigh most; the
 * first and shortest of equals. Undefined without occurrences.
 * @param occurrences in the order of their places
 */
export function densestWindow(occurrences: readonly Occurrence[], width: number): Window | undefined {
  const counts = new Map<Term, number>();
  const leave = ({ term }: Occurrence): void => {
    const count = (counts.get(term) ?? 0) - 1;
    counts.set(term, count);
    if (count === 0) weight -= term.weight;
  };
  let best: Window | undefined;
  let weight = 0;
  let first = 0;
  for (const [last, { term, end }] of occurrences.entries()) {
    const count = counts.get(term) ?? 0;
    counts.set(term, count + 1);
    if (count === 0) weight += term.weight;
    for (let left = occurrences[first]; left && first < last; left = occurrences[++first]) {
      if (end - left.start <= width && counts.get(left.term) === 1) break;
      leave(left);
    }
    const start = occurrences[first]?.start ?? 0;
    // Weights come and go, so that equal ones may differ in the last digits.
    if (!best || weight > best.weight + 1e-9) best = { start, end, weight };
  }
  return best;
}
