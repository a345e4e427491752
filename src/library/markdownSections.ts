import { fenceAfter } from '../text/codeFence';

/** A stretch of Markdown that means the same when it is read by itself. */
export interface MarkdownSection {
  readonly from: number;
  readonly to: number;
  /** Zero-based line of `from`. */
  readonly line: number;
  /** Whether it is the content of fenced code, in which no mark means anything. */
  readonly verbatim?: boolean;
}

/** Size from which a section may end: reading one takes a few milliseconds, so that the host can get a turn between. */
const enough = { characters: 1500, lines: 30 };

/** A block that no section may be cut in: what tells its last line, and whether its lines are text. */
interface Closed {
  readonly isEnd: (line: string) => boolean;
  readonly verbatim: boolean;
}

/**
 * Cuts Markdown where no block can go on: before a line at the margin that is a heading, begins a list item or follows
 * a blank line. Fenced code is a section of its own; comments, scripts and style sheets are in none.
 * Source: CommonMark 0.31.2, sections 4.2, 4.5, 4.6 (start conditions 1 and 2) and 5.2.
 */
export function* markdownSections(text: string, start: number, startLine: number): Generator<MarkdownSection> {
  let from = start;
  let fromLine = startLine;
  let afterBlank = true;
  let closed: Closed | undefined;
  const lastEnd = lastEndsIn(text);
  for (let at = start, line = startLine, next: number; at < text.length; at = next, line++) {
    const feed = text.indexOf('\n', at);
    next = feed < 0 ? text.length : feed + 1;
    const content = text.slice(at, next).trimEnd();
    if (closed) {
      if (!closed.isEnd(content)) continue;
      if (closed.verbatim && at > from) yield { from, to: at, line: fromLine, verbatim: true };
      closed = undefined;
      [from, fromLine, afterBlank] = [next, line + 1, true];
      continue;
    }
    closed = closedBlock(content, (end) => lastEnd(end) >= next);
    const large = at - from >= enough.characters || line - fromLine >= enough.lines;
    if (at > from && (closed ?? (large && beginsBlock(content, afterBlank)))) {
      yield { from, to: at, line: fromLine };
      [from, fromLine] = [at, line];
    }
    if (closed) [from, fromLine] = [next, line + 1];
    afterBlank = !content;
  }
  if (from < text.length) yield { from, to: text.length, line: fromLine, ...(closed?.verbatim && { verbatim: true }) };
}

const beginsBlock = (line: string, afterBlank: boolean): boolean =>
  afterBlank ? /^[^ \t]/.test(line) : /^(?:#{1,6}|[-+*])[ \t]+\S/.test(line);

/** Where each end of a block of HTML stands last: one that never comes is not looked for again from each line. */
function lastEndsIn(text: string): (end: string) => number {
  const known = new Map<string, number>();
  return (end) => {
    const last = known.get(end) ?? [...text.matchAll(new RegExp(end, 'gi'))].at(-1)?.index ?? -1;
    known.set(end, last);
    return last;
  };
}

/**
 * When `line` begins fenced code, or HTML that is no text and ends somewhere after it.
 * @param comes whether an expression matches behind the line
 */
function closedBlock(line: string, comes: (end: string) => boolean): Closed | undefined {
  const marks = fenceAfter(undefined, line);
  if (marks) return { isEnd: (later) => fenceAfter(marks, later) === undefined, verbatim: true };
  const html = /^ {0,3}<(?:!--|(script|style)(?![\w-]))/i.exec(line);
  if (!html) return undefined;
  const source = html[1] ? `</${html[1].toLowerCase()}>` : '-->';
  const end = new RegExp(source, 'i');
  // What never ends takes nothing along.
  if (end.test(line) || !comes(source)) return undefined;
  return { isEnd: (later) => end.test(later), verbatim: false };
}
