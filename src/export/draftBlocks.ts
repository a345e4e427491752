import { withoutEnd } from '../base/endRun';
import { numberingOf } from '../text/numbering';
import { dateBehind, readDate } from './draftDates';
import { inlinePieces } from './inlineText';
import { isOffice } from './officeNames';
import type { Block, Span } from './officialDocument';
import { textOf } from './officialDocument';

/** A block of a draft; headings still with the level that Markdown gives them. */
export type DraftBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly spans: readonly Span[]; readonly line: number }
  | { readonly kind: 'rule'; readonly line: number }
  | DraftParagraph
  | Exclude<Block, { kind: 'heading' | 'paragraph' }>;

export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
  readonly line: number;
  /** What stood before it: the mark of a list, or blanks. */
  readonly lead?: 'item' | 'indent';
}

/** The text of a paragraph or heading. */
export const textOfBlock = (block: DraftBlock | undefined): string =>
  block?.kind === 'paragraph' || block?.kind === 'heading' ? textOf(block.spans).trim() : '';

const fence = /^\s{0,3}(?:`{3,}|~{3,})/;
const picture = /^!\[([^\]]*)\]\(\s*<?([^\s>)]+)>?(?:\s+["'][^"']*["'])?\s*\)$/;
const tableRule = /^(?=.*-)[\s|:-]+$/;
/** Line ends at which a paragraph may end; a line of that length that ends otherwise was wrapped. */
const sentenceEnd = /[。！？；：…”’）)》〉」』】〕.!?;:]$/;
const wrappedWidth = 30;

/**
 * Cuts a draft into headings, paragraphs, tables and pictures. A line is a paragraph, as people write official documents; where
 * it was only wrapped it goes on with the next. Comments are left out.
 * @param text line ends LF
 * @param start offset behind the front matter
 * @param isMarkdown else nothing but lines has a meaning
 */
export function draftBlocks(text: string, start: number, isMarkdown: boolean): readonly DraftBlock[] {
  const firstLine = text.slice(0, start).split('\n').length - 1;
  const lines = withoutComments(text.slice(start), isMarkdown).split('\n');
  const blocks: DraftBlock[] = [];
  let fenced = false;
  let open: { spans: Span[]; line: number; text: string; lead: DraftParagraph['lead'] } | undefined;
  let table: { rows: (readonly string[])[]; line: number } | undefined;
  const close = (): void => {
    if (open) blocks.push(paragraphOf(open.spans, open.line, open.lead));
    if (table) blocks.push({ kind: 'table', ...table });
    open = table = undefined;
  };
  for (const [at, raw] of lines.entries()) {
    const line = firstLine + at;
    const content = raw.trim();
    if (isMarkdown && fence.test(raw)) {
      close();
      fenced = !fenced;
    } else if (content === '' || (isMarkdown && /^#{1,6}$/.test(content))) close();
    else if (fenced || !isMarkdown) {
      close();
      blocks.push(paragraphOf([{ text: content }], line, leadOf(raw)));
    } else if (content.startsWith('|')) {
      if (!table) close();
      table ??= { rows: [], line };
      if (!tableRule.test(content)) table.rows.push(cells(content));
    } else {
      if (table) close();
      const [, marks = '', written = ''] = /^(#{1,6})\s+(\S.*)$/.exec(content) ?? [];
      const heading = withoutEnd(written, /#/).trimEnd();
      const [, alt = '', address = ''] = picture.exec(content) ?? [];
      if (marks) {
        close();
        blocks.push({ kind: 'heading', depth: marks.length, spans: spansOf(heading), line });
      } else if (address) {
        close();
        blocks.push({ kind: 'picture', address, alt, line });
      } else if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(content)) {
        close();
        blocks.push({ kind: 'rule', line });
      } else if (open && goesOn(open.text, raw, lines[at + 1])) {
        const joint = /[\w,.]$/.test(open.text) && /^\w/.test(content) ? ' ' : '';
        open.spans.push(...spansOf(joint + content));
        open.text = content;
      } else {
        close();
        const spans = spansOf(content.replace(/^(?:>\s*)+|^[-*+]\s+/, ''));
        open = { spans, line, text: content, lead: /^[-*+]\s/.test(content) ? 'item' : leadOf(raw) };
      }
    }
  }
  close();
  return blocks;
}

const paragraphOf = (spans: readonly Span[], line: number, lead: DraftParagraph['lead']): DraftParagraph => ({
  kind: 'paragraph',
  spans,
  line,
  ...(lead && { lead }),
});

const leadOf = (raw: string): DraftParagraph['lead'] => (/^[\s\u3000]/.test(raw) ? 'indent' : undefined);

/** Lines that are elements of their own, whatever stands above them. */
const elementLine =
  /^(?:附\s{0,4}件\s{0,4}\d{0,2}\s{0,4}[：:]|(?:抄送|分送|主送|抄报|出席|列席|请假)[：:]|特此[^，。]{2,8}$|签发人[：:])/;

/** Whether a line only wraps the paragraph above it. A signature stands over a date. */
const goesOn = (above: string, line: string, below = ''): boolean =>
  above.length >= wrappedWidth &&
  !sentenceEnd.test(above) &&
  !/^[\s\u3000>*+-]/.test(line) &&
  !elementLine.test(line) &&
  readDate(line) === undefined &&
  !(readDate(below) !== undefined && isOffice(line.trim())) &&
  !isOffice(dateBehind(line)?.left ?? '') &&
  numberingOf(line) === undefined;

const withoutComments = (text: string, isMarkdown: boolean): string =>
  isMarkdown ? text.replace(/<!--[\s\S]*?-->/g, (found) => found.replace(/[^\n]/g, '')) : text;

const cells = (row: string): readonly string[] =>
  row
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      textWithoutMarks(
        cell
          .trim()
          .replaceAll('\\|', '|')
          .replace(/<br\s*\/?>/gi, '\n'),
      ),
    );

/** The characters of a line of Markdown without its marks; what is strong is told apart. */
function spansOf(content: string): Span[] {
  const spans: Span[] = [];
  for (const { text, bold } of inlinePieces(content)) {
    const last = spans.at(-1);
    if (last && (last.bold ?? false) === bold) spans[spans.length - 1] = { ...last, text: last.text + text };
    else spans.push(bold ? { text, bold } : { text });
  }
  return spans;
}

function textWithoutMarks(content: string): string {
  return /[\\*_`[<]/.test(content)
    ? inlinePieces(content)
        .map(({ text }) => text)
        .join('')
    : content;
}
