import type { Steps } from '../base/slices';
import { finish } from '../base/slices';
import type { Line, LineMark } from '../library/document';
import { longestLine, mostLines } from './limits';
import { IntakeError } from './problem';

/** Whether the words of a line have to tell what it is. */
export const isUnmarked = ({ mark }: { readonly mark?: LineMark | undefined }): boolean =>
  !mark || mark.kind === 'paragraph';

const tabWidth = 4;

/** A text cut where it is longer than lines are, never within a character. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = Math.min(at + longestLine, text.length);
    const isPair = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
    if (isPair) end--;
    pieces.push(text.slice(at, end));
  }
  return pieces;
}

/**
 * Lines of plain text (line ends LF) that are not blank. Odd spaces and invisible characters are made ordinary.
 * @throws an `IntakeError` when there are too many
 */
export const linesOf = (text: string): Line[] => finish(lineSteps(text));

const charactersPerStep = 50_000;

/** What `linesOf` does, some thousand characters at a time. */
export function* lineSteps(text: string): Steps<Line[]> {
  const lines: Line[] = [];
  let blanks = 0;
  let page = false;
  let sinceStep = 0;
  for (const raw of text.split(/[\n\v\u2028\u2029]/)) {
    sinceStep += raw.length + 1;
    if (sinceStep > charactersPerStep) {
      sinceStep = 0;
      yield;
    }
    if (raw === '') {
      blanks++;
      continue;
    }
    if (raw.includes('\f')) page = true;
    const content = visible(raw);
    const trimmed = content.trim();
    if (!trimmed) {
      blanks++;
      continue;
    }
    const indent = widthOfBlank(content.slice(0, content.indexOf(trimmed)));
    if (lines.length >= mostLines) throw new IntakeError('tooLarge', `more than ${mostLines} lines`);
    for (const [at, piece] of piecesOf(trimmed).entries())
      lines.push(at ? { text: piece, indent: 0, blanks: 0, page: false } : { text: piece, indent, blanks, page });
    [blanks, page] = [0, false];
  }
  return lines;
}

/**
 * Text without zero-width characters, soft hyphens, marks of direction and other controls; odd spaces become blanks, and
 * the radicals that PDF programs put for characters of the same shape become those.
 */
export const visible = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]/g, '')
    .replace(/[\u00a0\u2002-\u200a\u202f\u205f\f]/g, ' ')
    .replace(/[\u2e80-\u2fd5]/g, (radical) => supplement.get(radical) ?? radical.normalize('NFKC'));

/** Radicals of the CJK Radicals Supplement that look like a character; Unicode does not fold them. */
const supplement: ReadonlyMap<string, string> = new Map(
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'
    .match(/../g)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

function widthOfBlank(blank: string): number {
  let width = 0;
  for (const character of blank) width += character === '\t' ? tabWidth : character === '\u3000' ? 2 : 1;
  return width;
}
