import { withoutEnd } from '../../base/endRun';
import { fenceAfter } from '../../text/codeFence';
import type { FrontMatter, Line, LineMark, SourceText } from '../../library/document';
import type { ParsedFrontMatter } from '../../library/frontMatter';
import { linesOf } from '../line';

/**
 * Reads Markdown (line ends LF). A file that uses its marks and has every paragraph on one line is taken at its word;
 * in any other, lines may have been broken as in plain text. If its front matter has a title, too, it is settled.
 * @param name the file's name without its ending
 * @param parseFrontMatter the library's; handed in, as it brings a YAML parser along
 */
export function readMarkdown(
  text: string,
  name: string,
  parseFrontMatter: (text: string) => ParsedFrontMatter,
): SourceText {
  const parsed = parseFrontMatter(text);
  const { bodyOffset, error, others } = parsed;
  const marked = markedLines(linesOf(text.slice(bodyOffset)));
  const plain = (line: Line | undefined): boolean => line !== undefined && !line.mark;
  const wrapped = marked.some((line, at) => plain(line) && line.blanks === 0 && plain(marked[at - 1]));
  const usesMarks = bodyOffset > 0 || marked.some(({ mark }) => mark?.kind === 'heading');
  const whole = usesMarks && !wrapped;
  const settled = whole && parsed.title !== undefined;
  const read = settled ? marked : marked.map((line) => ({ ...line, text: unbold(line.text) }));
  return {
    name,
    front: frontOf(parsed),
    settled,
    lines: whole ? read.map((line) => (line.mark ? line : { ...line, mark: { kind: 'paragraph' } })) : read,
    ...(error !== undefined && { unread: [{ what: 'properties', place: '', amount: 1 }] }),
    // Lines that YAML refuses cannot be written as YAML again.
    ...(error !== undefined && others ? { removed: [{ kind: 'source', text: others }] } : {}),
  };
}

const frontOf = ({ title, category, tags, source, date, others, error }: ParsedFrontMatter): Partial<FrontMatter> => ({
  ...(title !== undefined && { title }),
  ...(category !== undefined && { category }),
  ...(source !== undefined && { source }),
  ...(date !== undefined && { date }),
  ...(tags.length > 0 && { tags }),
  ...(others !== undefined && error === undefined && { others }),
});

/** Lines with what their marks say. In fenced code no mark means anything; a fence that is never closed is none. */
function markedLines(lines: readonly Line[]): Line[] {
  const marked: Line[] = [];
  let codeEnd = 0;
  let isClosed = true;
  for (const [at, line] of lines.entries()) {
    const { text } = line;
    if (at >= codeEnd && isClosed && fenceAfter(undefined, text) !== undefined) {
      codeEnd = endOfFence(lines, at);
      isClosed = codeEnd > at;
    }
    if (at < codeEnd) {
      marked.push({ ...line, text: ' '.repeat(line.indent) + text, mark: { kind: 'code' } });
      continue;
    }
    if (isRule(text)) continue;
    const above = marked.at(-1);
    // A line of = or - right below a short line makes it a heading.
    if (
      /^(?:=+|-{2,})$/.test(text) &&
      line.blanks === 0 &&
      above &&
      !above.mark &&
      lines[at - 1]?.text === above.text
    ) {
      marked[marked.length - 1] = { ...above, mark: { kind: 'heading', level: text.startsWith('=') ? 1 : 2 } };
    } else marked.push({ ...line, ...readMarks(text) });
  }
  return marked;
}

/** Place after the line that closes the fence on a line; that of the line itself where none does. */
function endOfFence(lines: readonly Line[], start: number): number {
  let fence = fenceAfter(undefined, lines[start]?.text ?? '');
  for (let at = start + 1; at < lines.length; at++) {
    fence = fenceAfter(fence, lines[at]?.text ?? '');
    if (fence === undefined) return at + 1;
  }
  return start;
}

/** The line below a table's head. */
const isRule = (line: string): boolean => /^\|(?:\s*:?-{3,}:?\s*\|)+$/.test(line);

/** A heading without the # that may close it, a blank before them. */
function withoutClosing(heading: string): string {
  const rest = withoutEnd(heading, /#/);
  return rest !== heading && /[ \t]$/.test(rest) ? withoutEnd(rest, /[ \t]/) : heading;
}

function readMarks(text: string): { text: string; mark?: LineMark } {
  const heading = /^(#{1,6})[ \t]+(\S.*)$/.exec(text);
  if (heading?.[1] && heading[2])
    return {
      text: withoutClosing(heading[2]).replace(/(\s)\\(\\*#+)$/, '$1$2'),
      mark: { kind: 'heading', level: heading[1].length },
    };
  const item = /^[-+*][ \t]+(\S.*)$/.exec(text);
  if (item?.[1] && !/^(?:[-*_][ \t]*){3,}$/.test(text)) return { text: item[1], mark: { kind: 'item' } };
  if (/^\|.*\|$/.test(text)) return { text, mark: { kind: 'row' } };
  return { text: text.replace(/^>[ \t]?(?=\S)/, '').replace(/^\\(?=[#>+\-*`~<|_=])/, '') };
}

/** A line that is bold as a whole was meant for a heading. */
const unbold = (text: string): string => text.replace(/^(\*\*|__)([^*_]+)\1$/, '$2');
