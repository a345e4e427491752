import type { TextRange } from '../../text/fold';

/** One line out of a passage, around what was found. */
export interface Excerpt {
  /** Without line breaks; `…` where something was left out. */
  readonly text: string;
  /** UTF-16 ranges of what was found in `text`. */
  readonly matches: readonly TextRange[];
}

/** Lengths of an excerpt in UTF-16 units, without the marks of omission. */
const maximumLength = 80;
const minimumLength = 50;
/** How much may stand before what was found: a row of the quick pick shows some 40 Chinese characters. */
const maximumBefore = 20;
const omission = '…';
/** The end of a clause, with the closing marks and the white space after it. */
const clauseEnd = /[，。；：！？、\n,;:!?…]+[”’」』）》]*\s*/g;

/**
 * Cuts an excerpt of at most 80 characters out of `text`, from clause to clause where it can.
 * @param matches ranges of `text`, in order
 * @param focus the range that the excerpt is about; its beginning is always in the excerpt
 */
export function excerptOf(text: string, matches: readonly TextRange[], focus: TextRange): Excerpt {
  const { start, end } = cut(text, focus);
  let line = start > 0 ? omission : '';
  /** Where each unit of `text`, from `start` on, stands in `line`. */
  const places: number[] = [];
  for (const [index, piece] of text
    .slice(start, end)
    .split(/((?<!\s)\s*\n\s*)/)
    .entries()) {
    const lineBreak = index % 2 === 1;
    for (let at = 0; at < piece.length; at++) places.push(line.length + (lineBreak ? 0 : at));
    line += lineBreak ? lineBreakBetween(line) : piece;
  }
  places.push(line.length);
  const ranges = matches.flatMap((match) => {
    const from = places[Math.max(match.start, start) - start];
    const to = places[Math.min(match.end, end) - start];
    return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : [];
  });
  return { text: end < text.length ? line + omission : line, matches: ranges };
}

/** A wrapped line goes on without a space in Chinese. */
const lineBreakBetween = (before: string): string => (/[\u2e80-\uffff]$/.test(before) ? '' : ' ');

function cut(text: string, focus: TextRange): TextRange {
  const boundaries = [
    0,
    ...Array.from(text.matchAll(clauseEnd), (match) => match.index + match[0].length),
    text.length,
  ];
  const focusEnd = Math.min(focus.end, focus.start + maximumLength);
  const earliest = Math.max(0, focusEnd - maximumLength, focus.start - maximumBefore);
  const start = boundaries.find((at) => at >= earliest && at <= focus.start) ?? wholeCharacter(text, earliest);
  const latest = Math.min(text.length, start + maximumLength);
  const enough = Math.max(focusEnd, start + minimumLength);
  const end = boundaries.findLast((at) => at >= enough && at <= latest) ?? wholeCharacter(text, latest);
  return { start, end };
}

/** `at`, or the offset before it where `at` is inside a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
