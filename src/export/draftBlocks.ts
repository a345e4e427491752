import { replaceEnclosed } from '../base/enclosed';
import { withoutEnd } from '../base/endRun';
import { fenceAfter } from '../text/codeFence';
import { numberingOf } from '../text/numbering';
import { textWidth } from '../text/width';
import { dateBehind, readDate } from './draftDates';
import { isLinkDefinition, linkLabels } from './draftMarkdown';
import { pictureLine } from './draftPictures';
import { beginsBareTable, isTableRule, tableCells } from './draftTable';
import { genreOf } from './form';
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
  /** What stood before it: the mark of a list, or blanks; `code` is printed as it stands. */
  readonly lead?: 'item' | 'indent' | 'code';
}

/** The text of a paragraph or heading. */
export const textOfBlock = (block: DraftBlock | undefined): string =>
  block?.kind === 'paragraph' || block?.kind === 'heading' ? textOf(block.spans).trim() : '';

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
  const isWrapped = isHardWrapped(lines);
  const labels = isMarkdown ? linkLabels(lines) : undefined;
  const blocks: DraftBlock[] = [];
  let fence: string | undefined;
  let open: { spans: Span[]; line: number; text: string; lead: DraftParagraph['lead'] } | undefined;
  let table: { rows: (readonly string[])[]; line: number } | undefined;
  let [isRuled, isBare] = [false, false];
  const close = (): void => {
    if (open) blocks.push(paragraphOf(open.spans, open.line, open.lead));
    if (table) blocks.push({ kind: 'table', ...table });
    open = table = undefined;
  };
  for (const [at, raw] of lines.entries()) {
    const line = firstLine + at;
    const content = raw.trim();
    const before = fence;
    if (isMarkdown) fence = fenceAfter(before, raw);
    if (before !== fence) close();
    else if (content === '' || (isMarkdown && !fence && /^#{1,6}$/.test(content))) close();
    else if (fence) {
      close();
      blocks.push(paragraphOf([{ text: raw.trimEnd() }], line, 'code'));
    } else if (!isMarkdown) {
      if (open && isWrapped && goesOn(open.text, raw, lines[at + 1])) {
        open.spans.push({ text: joint(open.text, content) + content });
        open.text = content;
      } else {
        close();
        open = { spans: [{ text: content }], line, text: content, lead: leadOf(raw) };
      }
    } else if (
      (content.startsWith('|') && (table ?? !isTableRule(content, 1, false))) ||
      (table && isBare && content.includes('|')) ||
      beginsBareTable(content, lines[at + 1])
    ) {
      if (!table) {
        close();
        [isRuled, isBare] = [false, !content.startsWith('|')];
      }
      table ??= { rows: [], line };
      if (isTableRule(content, table.rows.length, isRuled)) isRuled = true;
      else table.rows.push(tableCells(content));
    } else {
      if (table) close();
      const [, marks = '', written = ''] = /^(#{1,6})\s+(\S.*)$/.exec(content) ?? [];
      const heading = withoutEnd(written, /#/).trimEnd();
      const pictures = pictureLine(content);
      if (marks) {
        close();
        blocks.push({ kind: 'heading', depth: marks.length, spans: spansOf(heading, labels), line });
      } else if (pictures.length > 0) {
        close();
        blocks.push(...pictures.map((one) => ({ kind: 'picture' as const, ...one, line })));
      } else if (isLinkDefinition(raw)) close();
      else if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(content)) {
        close();
        blocks.push({ kind: 'rule', line });
      } else if (open && /^={2,}$/.test(content)) {
        blocks.push({ kind: 'heading', depth: 1, spans: open.spans, line: open.line });
        open = undefined;
      } else if (open && goesOn(open.text, raw, lines[at + 1])) {
        open.spans.push(...spansOf(joint(open.text, content) + content, labels));
        open.text = content;
      } else {
        close();
        const [first = '', ...others] = content.replace(/^(?:>\s*)+|^[-*+]\s+/, '').split(/<br\s{0,3}\/?>/i);
        const lead = /^[-*+]\s/.test(content) ? 'item' : leadOf(raw);
        open = { spans: spansOf(first, labels), line, text: content, lead };
        for (const part of others) {
          close();
          open = { spans: spansOf(part.trim(), labels), line, text: part, lead };
        }
      }
    }
  }
  close();
  return blocks.filter((block) => block.kind !== 'paragraph' || textOfBlock(block) !== '');
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
  genreOf(above) === '' &&
  !/^[\s\u3000>*+-]/.test(line) &&
  !elementLine.test(line) &&
  readDate(line) === undefined &&
  !(readDate(below) !== undefined && isOffice(line.trim())) &&
  !isOffice(dateBehind(line)?.left ?? '') &&
  numberingOf(line) === undefined;

/** What parts words of letters that a line break parted. */
const joint = (above: string, line: string): string => (/[\w,.]$/.test(above) && /^\w/.test(line) ? ' ' : '');

/** Longest line, in characters, of a text whose lines were broken to fit a screen, and how many of them are about as long. */
const longestWrapped = 60;
const leastWrapped = 3;

/** Whether the lines of a plain text end where a program broke them: none is long, and several are as long as the longest. */
function isHardWrapped(lines: readonly string[]): boolean {
  const widths = lines.map((line) => (sentenceEnd.test(line.trimEnd()) ? 0 : textWidth(line.trimEnd())));
  const longest = Math.max(0, ...lines.map((line) => textWidth(line.trimEnd())));
  return longest <= longestWrapped && widths.filter((width) => width >= 0.8 * longest).length >= leastWrapped;
}

const withoutComments = (text: string, isMarkdown: boolean): string =>
  isMarkdown ? replaceEnclosed(text, '<!--', '-->', (found) => found.replace(/[^\n]/g, '')) : text;

/** The characters of a line of Markdown without its marks; what is strong is told apart. */
function spansOf(content: string, labels: ReadonlySet<string> | undefined): Span[] {
  const spans: Span[] = [];
  for (const { text, bold } of inlinePieces(content, labels)) {
    const last = spans.at(-1);
    if (last && (last.bold ?? false) === bold) spans[spans.length - 1] = { ...last, text: last.text + text };
    else spans.push(bold ? { text, bold } : { text });
  }
  return spans;
}
