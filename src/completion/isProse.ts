import { lineEnd, lineStart } from './markdownLine';

/**
 * Tells whether the cursor at `offset` stands in running text: not in front matter, fenced or inline code, a table, an HTML
 * comment, a link's target or a web address. Looks for marks from the start of the text, which takes a millisecond or two
 * for a megabyte.
 */
export function isProse(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  return (
    !inAddress(before) &&
    !inCodeSpan(before, text.slice(offset, lineEnd(text, offset))) &&
    !isTableRow(before) &&
    !inComment(text, offset) &&
    !inFrontMatter(text, offset) &&
    !inFence(text, start)
  );
}

/** Chinese text may follow an address without a space; the target of a link may itself be Chinese. */
const inAddress = (before: string): boolean =>
  /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.)[!-~]*$/i.test(before.slice(-2048)) ||
  /\]\([^)\s]*$/.test(before.slice(-2048));

/** A row of a table in GitHub's Markdown that begins with a bar; nobody writes prose so. */
const isTableRow = (before: string): boolean => /^[ \t>]*\|/.test(before);

/** In an HTML comment, which may span lines. Source: CommonMark 0.31.2, section 4.6. */
function inComment(text: string, offset: number): boolean {
  const start = offset === 0 ? -1 : text.lastIndexOf('<!--', offset - 1);
  return start >= 0 && !text.slice(start + 4, offset).includes('-->');
}

/** A code span ends with as many backticks as it begins with. One that is not closed yet is being written. */
function inCodeSpan(before: string, after: string): boolean {
  const line = before + after;
  for (let from = before.indexOf('`'); from >= 0; from = before.indexOf('`', from)) {
    let start = from;
    while (line[start] === '`') start++;
    const close = indexOfTicks(line, start - from, start);
    if (close < 0 || close >= before.length) return start <= before.length;
    from = close + start - from;
  }
  return false;
}

/** Index of the next run of exactly `count` backticks. */
function indexOfTicks(line: string, count: number, from: number): number {
  const ticks = /`+/g;
  ticks.lastIndex = from;
  for (let found = ticks.exec(line); found; found = ticks.exec(line)) {
    if (found[0].length === count) return found.index;
  }
  return -1;
}

/** A block at the start is front matter if it holds a key. */
function inFrontMatter(text: string, offset: number): boolean {
  if (!/^---[ \t]*\r?\n/.test(text)) return false;
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  close.lastIndex = 3;
  const closed = close.exec(text);
  // Rules may stand around text, too.
  if (closed) return offset <= closed.index + 4 && /\n[^\n:：]*:/.test(text.slice(0, closed.index));
  return /^---[ \t]*\r?\n[^\n]*:/.test(text);
}

/** Follows fences from the start of the text, and displayed formulas. Source: CommonMark 0.31.2, section 4.5. */
function inFence(text: string, lineStart: number): boolean {
  const above = text.slice(0, lineEnd(text, lineStart));
  let open: string | undefined;
  for (const { index, marks, info } of fences(above)) {
    if (open === undefined) {
      // Marks after the fence make it a code span, or a formula of one line.
      if (!marks.startsWith('~') && info.includes(marks.charAt(0))) continue;
      open = marks;
    } else if (marks.startsWith(open) && info.trim() === '') {
      open = undefined;
    }
    if (index >= lineStart) return true;
  }
  return open !== undefined;
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)?(`{3,}|~{3,}|\$\$)([^\n]*)/gm;

interface Fence {
  readonly index: number;
  readonly marks: string;
  /** What follows the marks on their line. */
  readonly info: string;
}

/** Lines that begin with a fence, in a list or quotation, too, however far they are indented. */
function* fences(text: string): Generator<Fence> {
  // Most texts have none; to see that costs less than an expression.
  if (!text.includes('```') && !text.includes('~~~') && !text.includes('$$')) return;
  for (const { index, 1: marks = '', 2: info = '' } of text.matchAll(fence)) {
    yield { index, marks, info };
  }
}
