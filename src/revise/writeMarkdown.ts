import { parse } from 'yaml';
import { endsSentence } from '../text/characters';
import { numberingOf } from '../text/numbering';
import type { ExportedDraft } from './exportedDraft';

/** What Markdown takes for a mark: a link, a footnote, a tag, a sign by its name. */
const marks =
  /\\(?=[!-/:-@[-`{-~])|[*`]|__|(?<![\p{L}\p{N}_])_(?=\S)|<(?=[a-z/!])|\[(?=\^|[^\]\n]{0,1000}\][([])|&(?=#?\w{1,8};)/giu;

/** Characters of a line from which on the next may go on with it. */
const wrapped = 30;

/** Writes what is new in a document the way the draft is written. */
export class MarkdownWriter {
  /** What parts paragraphs. */
  readonly gap: string;
  /** Marks of headings, by their style. */
  private readonly marks = new Map<string, string>();
  private readonly isMarkdown: boolean;

  constructor({ text, isMarkdown, items }: ExportedDraft) {
    this.isMarkdown = isMarkdown;
    let [apart, together] = [0, 0];
    let end: number | undefined;
    for (const { block, ...item } of items) {
      if (!block) continue;
      if (end !== undefined && block.start > end) {
        if (/\n[ \t]*\n/.test(text.slice(end, block.start))) apart++;
        else together++;
      }
      end = block.end;
      const marks = /^#{1,6}\s+/.exec(text.slice(block.start, block.end))?.[0];
      if (item.kind === 'paragraph' && marks) this.marks.set(item.style, marks);
    }
    this.gap = isMarkdown && apart >= together ? '\n\n' : '\n';
  }

  /** What parts a paragraph from the next: a line that seems only wrapped needs a blank one. */
  gapBehind(text: string): string {
    return this.isMarkdown && text.length >= wrapped && !/[。！？；：]$/.test(text) ? '\n\n' : this.gap;
  }

  /** A paragraph of its own. */
  paragraph(text: string, style: string): string {
    return this.lead(text, style) + this.inline(text, true);
  }

  /** Marks of a heading that its number does not make one. */
  lead(text: string, style: string): string {
    const level = /^Heading([1-6])$/.exec(style)?.[1];
    if (!this.isMarkdown || !level) return '';
    const known = this.marks.get(style);
    if (known) return known;
    const isNumbered = (numberingOf(text)?.level ?? 9) <= 2 && !endsSentence(text);
    return isNumbered ? '' : `${'#'.repeat(Math.min(6, Number(level) + 1))} `;
  }

  /** Characters within a paragraph; what Markdown would take for a mark is escaped. */
  inline(text: string, beginsLine: boolean): string {
    if (!this.isMarkdown) return text;
    const escaped = text.replace(marks, '\\$&');
    return beginsLine
      ? escaped.replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|-)|\||~~~|=|\[(?=[^\]\n]{1,100}\]:))/, '\\$&')
      : escaped;
  }

  /** A cell of a table. */
  cell(text: string): string {
    return this.inline(text, false).replaceAll('|', '\\|').replaceAll('\n', '<br>');
  }

  table(rows: readonly (readonly string[])[]): string {
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const lines = rows.map((row) => this.row(Array.from({ length: columns }, (_, at) => row[at] ?? '')));
    const rule = `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`;
    return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
  }

  row(cells: readonly string[]): string {
    return `| ${cells.map((cell) => this.cell(cell)).join(' | ')} |`;
  }
}

/** A value of front matter as YAML: as it stands where YAML reads it so, else in quotes. */
export function yamlScalar(value: string, isInFlow: boolean): string {
  try {
    const read: unknown = parse(isInFlow ? `[${value}]` : `a: ${value}`, { schema: 'failsafe', logLevel: 'silent' });
    const found = isInFlow ? (read as unknown[]) : [(read as Readonly<Record<string, unknown>>).a];
    if (found.length === 1 && found[0] === value) return value;
  } catch {
    // It goes into quotes.
  }
  return JSON.stringify(value);
}
