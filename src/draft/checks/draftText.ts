/** A line of a draft, as the rules see it. */
export interface DraftLine {
  /** UTF-16 offset of the line in the draft. */
  readonly offset: number;
  /** Without its line feed. */
  readonly text: string;
  /** The same length as `text`: code, addresses, targets of links and comments are blanked out with spaces. */
  readonly masked: string;
  /** Where what is said begins, behind indentation and the marks of a heading, list or quotation. */
  readonly contentStart: number;
  /** Level of a Markdown heading, 1 to 6; 0 for none. */
  readonly heading: number;
  readonly isTable: boolean;
  /** Neither blank, nor front matter, nor within a fence or a comment, nor a row of a table. */
  readonly isProse: boolean;
}

/** A draft cut into lines. */
export interface DraftText {
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly lines: readonly DraftLine[];
  /** Line of the title: the first heading of level 1, else the first line of prose; undefined for an empty draft. */
  readonly title: DraftLine | undefined;
  /** Values of the front matter that are a text, by key. */
  readonly frontMatter: ReadonlyMap<string, string>;
}

const lead = /^[\s\u3000>]*(?:#{1,6}\s+|[-*+]\s+)?[\s\u3000]*/;
const headingMark = /^(#{1,6})\s/;
const fence = /^\s{0,3}(?:`{3,}|~{3,})/;

/** What is nobody's prose within a line: code, comments, addresses, the target of a link, an e-mail address, a file name. */
const verbatim =
  /`[^`\n]*`|<!--.*?-->|(?<=\]\()[^()\s]{1,2000}(?=\))|[a-z][a-z0-9+.-]{1,10}:\/\/[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}|[\w-]{1,64}\.(?:com|cn|net|org|docx?|pdf|txt|xlsx?|pptx?|md|js|ts)\b/gi;

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
  const frontMatter = new Map<string, string>();
  let offset = 0;
  let block: 'frontMatter' | 'fence' | 'comment' | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = withoutReturn(raw);
    let outside = false;
    if (at === 0 && /^---\s*$/.test(line) && /\n---\s*(?:\r?\n|$)/.test(text)) {
      block = 'frontMatter';
      outside = true;
    } else if (block === 'frontMatter') {
      outside = true;
      if (/^---\s*$/.test(line)) block = undefined;
      const [, key, value] = /^([^\s:：#][^:：]{0,40}):\s*(\S.*)$/.exec(line) ?? [];
      if (key && value) frontMatter.set(key.trim(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
    } else if (isMarkdown && block === 'fence') {
      outside = true;
      if (fence.test(line)) block = undefined;
    } else if (block === 'comment') {
      outside = true;
      if (line.includes('-->')) block = undefined;
    } else if (isMarkdown && fence.test(line)) {
      block = 'fence';
      outside = true;
    } else if (isMarkdown && /<!--(?!.*-->)/.test(line)) {
      block = 'comment';
      outside = true;
    }
    const isTable = isMarkdown && /^\s*\|/.test(line);
    lines.push({
      offset,
      text: line,
      masked: outside ? ' '.repeat(line.length) : blankOut(line),
      contentStart: (isMarkdown ? lead : /^[\s\u3000]*/).exec(line)?.[0].length ?? 0,
      heading: isMarkdown && !outside ? (headingMark.exec(line)?.[1]?.length ?? 0) : 0,
      isTable,
      isProse: !outside && !isTable && line.trim() !== '',
    });
    offset += raw.length + 1;
  }
  const title = lines.find(({ heading }) => heading === 1) ?? lines.find(({ isProse }) => isProse);
  return { text, isMarkdown, lines, title, frontMatter };
}

/** The part of a draft that is one line, for rules that look at lines alone. */
export const oneLine = (draft: DraftText, line: DraftLine): DraftText => ({
  ...draft,
  lines: [line],
  title: undefined,
});
