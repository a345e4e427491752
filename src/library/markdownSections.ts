/** A stretch of Markdown that means the same when it is read by itself. */
export interface MarkdownSection {
  readonly from: number;
  readonly to: number;
  /** Zero-based line of `from`. */
  readonly line: number;
}

/** Size from which a section may end: reading one takes a few milliseconds, so that the host can get a turn between. */
const enough = { characters: 1500, lines: 30 };

/**
 * Cuts Markdown where no block can go on: before a line at the margin that is a heading, begins a list item or follows
 * a blank line. Fenced code and HTML that runs on over blank lines (comments, scripts) are in no section.
 * Source: CommonMark 0.31.2, sections 4.2, 4.5, 4.6 (start conditions 1 and 2) and 5.2.
 */
export function* markdownSections(text: string, start: number, startLine: number): Generator<MarkdownSection> {
  let from = start;
  let fromLine = startLine;
  let afterBlank = true;
  let skippedUntil: ((line: string) => boolean) | undefined;
  for (let at = start, line = startLine, next: number; at < text.length; at = next, line++) {
    const feed = text.indexOf('\n', at);
    next = feed < 0 ? text.length : feed + 1;
    const content = text.slice(at, next).trimEnd();
    if (skippedUntil) {
      if (skippedUntil(content)) skippedUntil = undefined;
      [from, fromLine, afterBlank] = [next, line + 1, true];
      continue;
    }
    skippedUntil = skippedBlock(content);
    const large = at - from >= enough.characters || line - fromLine >= enough.lines;
    if (at > from && (skippedUntil ?? (large && beginsBlock(content, afterBlank)))) {
      yield { from, to: at, line: fromLine };
      [from, fromLine] = [at, line];
    }
    if (skippedUntil) [from, fromLine] = [next, line + 1];
    afterBlank = !content;
  }
  if (from < text.length) yield { from, to: text.length, line: fromLine };
}

const beginsBlock = (line: string, afterBlank: boolean): boolean =>
  afterBlank ? /^[^ \t]/.test(line) : /^(?:#{1,6}|[-+*])[ \t]+\S/.test(line);

/** When `line` begins a block to be skipped: what tells its last line. */
function skippedBlock(line: string): ((line: string) => boolean) | undefined {
  const marks = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)?.slice(1).find(Boolean);
  if (marks) return (later) => /^ {0,3}(`{3,}|~{3,})$/.exec(later)?.[1]?.startsWith(marks) ?? false;
  const html = /^ {0,3}<(?:!--|(?:script|pre|style|textarea)(?![\w-]))/i.exec(line);
  if (!html) return undefined;
  const end = html[0].endsWith('--') ? /-->/ : /<\/(?:script|pre|style|textarea)>/i;
  return end.test(line) ? undefined : (later) => end.test(later);
}
