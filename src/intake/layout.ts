import { endsSentence } from './characters';
import type { Line } from './line';
import { textWidth } from './width';

/** How the pages of a text were set, as far as its lines betray it. */
export interface Layout {
  /** Width of the column in Han characters; undefined where lines end only where paragraphs do. */
  readonly column: number | undefined;
  /** White space with which lines begin that open no paragraph. */
  readonly margin: number;
  /** Whether paragraphs usually begin with an indent. */
  readonly indents: boolean;
  /** Whether a paragraph that begins a page keeps its indent; undefined where no page tells. */
  readonly indentsAtTop: boolean | undefined;
  /** Whether blank lines are so rare that they stand where pages end, not between paragraphs. */
  readonly rareBlanks: boolean;
}

/** Enough lines to know. */
const measuredLines = 4000;

const narrowest = 12;
const widest = 80;
const fewestWrapped = 2;

/** A line is full when at most so much of the column is free: a mark that may not begin a line takes a character along. */
const slack = 2.5;

/**
 * Finds the layout of the lines of one article.
 * @param file layout of the file that the article comes from: says what the article alone does not
 */
export function measureLayout(lines: readonly Line[], file?: Layout): Layout {
  const plain = lines.slice(0, measuredLines).filter(({ mark }) => !mark);
  const indents = plain.map(({ indent }) => indent).sort((a, b) => a - b);
  // The least indent that more than a stray line has.
  const margin = indents[Math.floor(indents.length / 20)] ?? 0;
  const indented = plain.filter(({ indent }) => indent >= margin + 2).length;
  return {
    column: columnOf(plain) ?? file?.column,
    margin,
    indents: indented * 8 >= plain.length && indented > 0,
    indentsAtTop: indentsAtTop(plain, margin) ?? file?.indentsAtTop,
    rareBlanks: plain.filter(({ blanks }) => blanks > 0).length * 4 < plain.length,
  };
}

/** Whether a line reaches the end of the column, so that it may have been broken there. */
export function isFull({ text, indent }: Line, { column, margin }: Layout): boolean {
  if (column === undefined) return false;
  const width = textWidth(text) + Math.max(0, indent - margin) / 2;
  return width >= column - slack && width <= column + 2;
}

/** Whether a line is longer than the column: it was never broken, or was joined already. */
export const isLong = ({ text }: Line, { column }: Layout): boolean =>
  column === undefined ? text.length > widest : textWidth(text) > column + 2;

/** Fewest tops of pages that tell something. */
const fewestTops = 4;

/** After a blank line, which is where pages begin: whether some lines are indented. */
function indentsAtTop(lines: readonly Line[], margin: number): boolean | undefined {
  const tops = lines.slice(1).filter(({ blanks, page }) => blanks > 0 || page);
  if (tops.some(({ indent }) => indent >= margin + 2)) return true;
  return tops.length >= fewestTops ? false : undefined;
}

/**
 * The width that lines of running text break at: most lines that break off in mid-sentence, with another right below,
 * are within three characters of it.
 */
function columnOf(lines: readonly Line[]): number | undefined {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.blanks > 0 || next.indent > line.indent + 1 || endsSentence(line.text)) continue;
    // Headings and labels break off, too; running text has marks within.
    if (!/[，。、；,;]./.test(line.text)) continue;
    const width = Math.round(textWidth(line.text));
    if (width < narrowest || width > widest) continue;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    all++;
  }
  let best: { width: number; near: number } | undefined;
  for (const width of counts.keys()) {
    const near = [-2, -1, 0, 1].reduce((sum, step) => sum + (counts.get(width + step) ?? 0), 0);
    if (!best || near > best.near || (near === best.near && width > best.width)) best = { width, near };
  }
  return best && best.near >= fewestWrapped && best.near * 2 >= all ? best.width : undefined;
}
