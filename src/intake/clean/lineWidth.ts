import { withoutEnd } from '../../base/endRun';
import { endsSentence } from '../../text/characters';
import type { Line } from '../../library/document';
import { numberingOf } from '../../text/numbering';
import { textWidth } from '../../text/width';

/*
 * The width that the lines of a text were broken at, from the lines alone.
 *
 * A line of running text that breaks off in mid-sentence fits into the width, and with what follows on the next line (the
 * characters that may not be torn from it) it would not have: every such break gives an interval. The width that lies in
 * most intervals is sought; where nearly all agree it is *strict*, and then a line with room left was never broken. Else
 * the width that most broken lines are near to is taken.
 * Cost: O(b × w) for b breaks of w different widths (at most 136: half characters from 12 to 80).
 * Rejected: the longest line (one line that was joined already spoils it) and the commonest length (lines of Chinese text
 * differ by the marks that may not begin a line).
 */

/** The width that lines of running text were broken at, in Han characters. */
export interface LineWidth {
  /** Widest line that certainly fits. */
  readonly least: number;
  /** Width from which on a line certainly does not fit; `least` and `most` are one or two apart where few lines tell. */
  readonly most: number;
  /** Whether lines end only where what follows has no room: then a line with room left was never broken. */
  readonly strict: boolean;
}

const narrowest = 12;
const widest = 80;

/** Fewest lines that were surely broken, for a width that is strict and for one that is not. */
const fewestStrict = 4;
const fewestLoose = 2;
/** Share of the broken lines that keep to a strict width: punctuation that was squeezed explains a few others. */
const strictShare = 0.9;

/** Letters and digits stay together; what closes stays with what is before, and what opens with what follows. */
const lead = /^[（《“‘「『【〔(]*(?:[A-Za-z0-9.%&+-]+|[\s\S])[，。、；：！？）》”’…」』】〕,;:!?)]*/u;
const hanging = /[，。、；：！？）》”’…」』】〕,;:!?)]/;

/** Width of what may not be torn off the beginning of a line: had it had room, it would stand on the line before. */
export const leadWidth = (text: string): number => textWidth(lead.exec(text)?.[0] ?? '');

/** Width of a line without the marks at its end, which may hang beyond it. */
export const setWidth = (text: string): number => textWidth(withoutEnd(text, hanging));

/** Between which values the width must lie so that a line was broken where it was. */
interface Break {
  readonly fits: number;
  readonly tooWide: number;
}

/**
 * Measures the line width from the lines of running text that break off in mid-sentence.
 * @param margin white space before lines that open no paragraph
 */
export function measureLineWidth(lines: readonly Line[], margin: number): LineWidth | undefined {
  const breaks = lines.flatMap((line, at) => breakAfter(line, lines[at - 1], lines[at + 1], margin) ?? []);
  return strictWidth(breaks) ?? looseWidth(breaks);
}

/** The break at the end of a line, if the line surely was broken there and is surely no line of another width. */
function breakAfter(line: Line, before: Line | undefined, next: Line | undefined, margin: number): Break | undefined {
  const { text } = line;
  if (!next || next.blanks > 0 || next.page || next.indent > margin + 1 || isShortened(line)) return undefined;
  if (endsSentence(text) || !/[，。、；,;]./.test(text) || numberingOf(text)) return undefined;
  const indent = line.indent - margin;
  // The first line of a paragraph, two characters in; or one that goes on with the line before.
  const inset = indent === 4 ? 2 : 0;
  if (indent > 1 && !inset) return undefined;
  if (!inset && (!before || isShortened(before) || endsSentence(before.text) || !/[，。、；,;]./.test(before.text)))
    return undefined;
  const taken = line.taken ?? 0;
  const fits = setWidth(text) + taken + inset;
  if (fits < narrowest || fits > widest) return undefined;
  return { fits, tooWide: textWidth(text) + taken + inset + leadWidth(next.text) };
}

/** Whether something was taken out at the end of a line: where it was broken is not known. */
export const isShortened = ({ goesOn, taken = 0 }: Line): boolean => goesOn === true && taken > 0;

/** The width that almost all lines were broken at for want of room. */
function strictWidth(breaks: readonly Break[]): LineWidth | undefined {
  if (breaks.length < fewestStrict) return undefined;
  let best: { least: number; count: number } | undefined;
  for (const least of new Set(breaks.map(({ fits }) => fits))) {
    const count = breaks.filter(({ fits, tooWide }) => fits <= least && least < tooWide).length;
    if (!best || count > best.count || (count === best.count && least < best.least)) best = { least, count };
  }
  if (!best || best.count < breaks.length * strictShare) return undefined;
  const { least } = best;
  const within = breaks.filter(({ fits, tooWide }) => fits <= least && least < tooWide);
  return { least, most: Math.min(...within.map(({ tooWide }) => tooWide)), strict: true };
}

/** The width that most lines are near to. */
function looseWidth(breaks: readonly Break[]): LineWidth | undefined {
  const counts = new Map<number, number>();
  for (const { fits } of breaks) {
    const width = Math.round(fits);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: { width: number; near: number } | undefined;
  for (const width of counts.keys()) {
    const near = [-2, -1, 0, 1].reduce((sum, step) => sum + (counts.get(width + step) ?? 0), 0);
    if (!best || near > best.near || (near === best.near && width > best.width)) best = { width, near };
  }
  if (!best || best.near < fewestLoose || best.near * 2 < breaks.length) return undefined;
  return { least: best.width, most: best.width + 1, strict: false };
}
