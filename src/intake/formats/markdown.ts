import type { ParsedFrontMatter } from '../../library/frontMatter';
import type { Line, LineMark, SourceText } from '../../library/document';
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
  const { title, category, tags, source, date, bodyOffset } = parseFrontMatter(text);
  const lines = linesOf(text.slice(bodyOffset)).filter(({ text: line }) => !isRule(line));
  const marked = lines.map((line): Line => ({ ...line, ...readMarks(line.text) }));
  const plain = (line: Line | undefined): boolean => line !== undefined && !line.mark;
  const wrapped = marked.some((line, at) => plain(line) && line.blanks === 0 && plain(marked[at - 1]));
  const usesMarks = bodyOffset > 0 || marked.some(({ mark }) => mark?.kind === 'heading');
  const front = {
    ...(title !== undefined && { title }),
    ...(category !== undefined && { category }),
    ...(source !== undefined && { source }),
    ...(date !== undefined && { date }),
    ...(tags.length > 0 && { tags }),
  };
  const whole = usesMarks && !wrapped;
  const settled = whole && title !== undefined;
  const read = settled ? marked : marked.map((line) => ({ ...line, text: unbold(line.text) }));
  return {
    name,
    front,
    settled,
    lines: whole ? read.map((line) => (line.mark ? line : { ...line, mark: { kind: 'paragraph' } })) : read,
  };
}

/** The line below a table's head. */
const isRule = (line: string): boolean => /^\|(?:\s*:?-{3,}:?\s*\|)+$/.test(line);

function readMarks(text: string): { text: string; mark?: LineMark } {
  const heading = /^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(text);
  if (heading?.[1] && heading[2])
    return { text: heading[2].replace(/(\s)\\(\\*#+)$/, '$1$2'), mark: { kind: 'heading', level: heading[1].length } };
  const item = /^[-+*][ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$/.exec(text);
  if (item?.[1] && !/^(?:[-*_][ \t]*){3,}$/.test(text)) return { text: item[1], mark: { kind: 'item' } };
  if (/^\|.*\|$/.test(text)) return { text, mark: { kind: 'row' } };
  return { text: text.replace(/^>[ \t]?(?=\S)/, '').replace(/^\\(?=[#>+\-*`~<|_=])/, '') };
}

/** A line that is bold as a whole was meant for a heading. */
const unbold = (text: string): string => text.replace(/^(\*\*|__)([^*_]+)\1$/, '$2');
