import { fenceAfter } from '../../text/codeFence';

/** A line of a draft, as the rules see it. */
export interface DraftLine {
  /** UTF-16 offset of the line in the draft. */
  readonly offset: number;
  /** Without its line feed. */
  readonly text: string;
  /** The same length as `text`: code, addresses, targets of links and comments are blanked out with spaces. */
  readonly masked: string;
  /** Where what is said begins, behind indentation and the marks of a heading, list, quotation or bold type. */
  readonly contentStart: number;
  /** Level of a Markdown heading, 1 to 6; 0 for none. */
  readonly heading: number;
  readonly isTable: boolean;
  /** Neither blank, nor front matter, nor within a fence or a comment, nor a row of a table. */
  readonly isProse: boolean;
  /** Key of the front matter whose value, or a part of it, the line gives. */
  readonly key: string | undefined;
}

/** A draft cut into lines. */
export interface DraftText {
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly lines: readonly DraftLine[];
  /** Line of the title: the first heading of level 1, else the first line of prose; undefined for an empty draft. */
  readonly title: DraftLine | undefined;
}

const lead = /^[\s>]*(?:(?:#{1,6}|[-*+])\s+)?(?:(\*\*|__)(?![*_]))?/;
const headingMark = /^(#{1,6})\s/;

/** What is nobody's prose within a line: code, comments, tags, addresses, the mark of a picture, the target of a link, an e-mail address, a file name. */
const verbatim =
  /`[^`\n]*`|<!--.*?-->|<\/?[a-z][^<>]*>|!(?=\[[^[\]\n]{0,500}\][([])|(?<=\]\()[^()\s]{1,2000}(?=\))|[a-z][a-z0-9+.-]{1,10}:\/\/[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|[\w-]{1,64}\.(?:com|cn|net|org|docx?|pdf|txt|xlsx?|pptx?|md|js|ts)\b/gi;

const blankOut = (text: string): string => text.replace(verbatim, (found) => ' '.repeat(found.length));

/** A trailing carriage return is no part of a line. */
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * Cuts a draft into lines and says what each is. Linear in the length of the text.
 * @param languageId `markdown`, or anything else for plain text
 */
export function draftText(text: string, languageId = 'markdown'): DraftText {
  const isMarkdown = languageId === 'markdown';
  const lines: DraftLine[] = [];
  let offset = 0;
  let block: 'frontMatter' | 'comment' | undefined;
  let fence: string | undefined;
  let key: string | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = withoutReturn(raw);
    const fenceBefore = fence;
    if (isMarkdown && block === undefined) fence = fenceAfter(fence, line);
    let outside = fenceBefore !== undefined || fence !== undefined;
    if (at === 0 && /^---\s*$/.test(line) && /\n---\s*(?:\r?\n|$)/.test(text)) {
      block = 'frontMatter';
      outside = true;
    } else if (block === 'frontMatter') {
      outside = true;
      if (/^---\s*$/.test(line)) block = undefined;
      if (/^\S/.test(line)) key = block && keyLine.exec(line)?.[1]?.trim();
    } else if (block === 'comment') {
      outside = true;
      if (line.includes('-->')) block = undefined;
    } else if (isMarkdown && !outside && /<!--(?!.*-->)/.test(line)) {
      block = 'comment';
      outside = true;
    }
    const isTable = isMarkdown && !outside && /^\s*\|/.test(line);
    lines.push({
      offset,
      text: line,
      masked: outside ? ' '.repeat(line.length) : blankOut(line),
      contentStart: (isMarkdown ? lead : /^[\s\u3000]*/).exec(line)?.[0].length ?? 0,
      heading: isMarkdown && !outside ? (headingMark.exec(line)?.[1]?.length ?? 0) : 0,
      isTable,
      isProse: !outside && !isTable && line.trim() !== '',
      key: block === 'frontMatter' ? key : undefined,
    });
    offset += raw.length + 1;
  }
  const title = lines.find(({ heading }) => heading === 1) ?? lines.find(({ isProse }) => isProse);
  return { text, isMarkdown, lines, title };
}

const keyLine = /^([^\s:：#][^:：]{0,40})[:：](?=\s|$)/;

/**
 * What a line says, for rules that look at lines alone: a line of prose as it is, each cell of a row of a table, the values of
 * the elements (GB/T 9704—2012, 7) that front matter gives. Cells and values are no paragraphs.
 */
export function partsOf(line: DraftLine): readonly DraftLine[] {
  if (line.isProse) return [line];
  // The row below the head of a table has nothing but dashes.
  if (line.isTable) return /^[\s|:-]*$/.test(line.text) ? [] : partsBetween(line, 0, /(?:[^|\\]|\\.)+/g);
  if (line.key === undefined || !isElement(line.key)) return [];
  const from = (keyLine.exec(line.text) ?? /^[ \t]*(?:- +)?/.exec(line.text))?.[0].length ?? 0;
  const value = line.text.slice(from).trim();
  if (/^(?:#|[|>][+-]?$)/.test(value)) return [];
  return partsBetween(line, from, /^\[.*\]$/.test(value) ? /(?<=[[,])[^[\],]+/g : /^.*?(?=\s#|$)/g, true);
}

/** The values that front matter gives for any of some keys: of a list each. */
export const valuesOf = ({ lines }: DraftText, ...keys: readonly string[]): readonly DraftLine[] =>
  lines.filter(({ key }) => key !== undefined && keys.includes(key)).flatMap(partsOf);

/** Keys that `src/export/elementKeys.ts` reads, in Chinese and English. */
const isElement = (key: string): boolean =>
  /^(?:title|number|signer|recipients)$/.test(key) || /\p{Script=Han}/u.test(key);

/** The runs of a line that a pattern finds, without white space and, if they may be quoted, quotation marks around them. */
function partsBetween(line: DraftLine, from: number, pattern: RegExp, isYaml = false): readonly DraftLine[] {
  return [...line.text.slice(from).matchAll(pattern)].flatMap(({ 0: found, index }): DraftLine[] => {
    const text = isYaml ? found.trim().replace(/^["']|["']$/g, '') : found.trim();
    if (text === '') return [];
    const offset = line.offset + from + index + found.indexOf(text);
    return [{ ...line, offset, text, masked: blankOut(text), contentStart: 0, heading: 0, isProse: true }];
  });
}

/** The part of a draft that is one line, for rules that look at lines alone. */
export const oneLine = (draft: DraftText, line: DraftLine): DraftText => ({
  ...draft,
  lines: [line],
  title: undefined,
});
