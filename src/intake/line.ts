import type { Line, LineMark } from '../library/document';

/** Whether the words of a line have to tell what it is. */
export const isUnmarked = ({ mark }: { readonly mark?: LineMark | undefined }): boolean =>
  !mark || mark.kind === 'paragraph';

/** Lines are cut at this length: nobody writes a paragraph that long, and every step of cleaning stays short. */
const longestLine = 20_000;

const tabWidth = 4;

/** Lines of plain text (line ends LF) that are not blank. Odd spaces and invisible characters are made ordinary. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let page = false;
  for (const raw of text.split(/[\n\v\u2028\u2029]/)) {
    if (raw.includes('\f')) page = true;
    const content = visible(raw);
    const trimmed = content.trim();
    if (!trimmed) {
      blanks++;
      continue;
    }
    const indent = widthOfBlank(content.slice(0, content.indexOf(trimmed)));
    for (let at = 0; at < trimmed.length; at += longestLine) {
      lines.push({
        text: trimmed.slice(at, at + longestLine),
        indent: at ? 0 : indent,
        blanks: at ? 0 : blanks,
        page: at ? false : page,
      });
    }
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
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]/g, '')
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
