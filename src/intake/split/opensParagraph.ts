import { endsSentence } from '../../text/characters';
import { textWidth } from '../../text/width';
import type { Line } from '../../library/document';
import { isSourceLine } from './metadata';
import { namesGenre } from './titles';

/** Lines below the first that tell how wide the text was set. */
const measuredLines = 12;
/** Nothing is set narrower, and a line is full when at most so much of the width is free; in Han characters. */
const narrowest = 12;
const slack = 2.5;

/**
 * Whether a file begins with a paragraph that was broken over lines, not with a title: the first line is as wide as the text
 * was set and goes on below. That it does, its indent tells, or marks in it or below and another line that was broken at this width.
 */
export function opensParagraph([first, ...below]: readonly Line[]): boolean {
  const [second, third] = below;
  if (!first || !second || first.mark || second.mark || second.indent > first.indent) return false;
  if (/。./.test(first.text) || /^[，。、；：！？）》”]/.test(second.text)) return true;
  if (second.blanks > 0 && second.blanks !== third?.blanks) return false;
  const width = (line: Line): number => textWidth(line.text) + line.indent / 2;
  const measured = below.slice(0, measuredLines);
  const full = Math.max(narrowest, Math.max(...measured.map(width)) - slack);
  if (width(first) < full) return false;
  const isBroken = (line: Line): boolean => !endsSentence(line.text) && width(line) >= full && !line.mark;
  if (second.indent < first.indent && isBroken(second)) return true;
  const told = second.indent < first.indent ? second.blanks === 0 : measured.slice(0, -1).some(isBroken);
  const isRunning = ({ text }: Line): boolean => /[，；、]|。./.test(text);
  const goesOnBelow = !namesGenre(first.text) && second.blanks === 0 && isBroken(second) && isRunning(second);
  return told && (isRunning(first) || goesOnBelow) && !isSourceLine(second.text);
}
