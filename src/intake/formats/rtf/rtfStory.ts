import type { Line, LineMark, RemovalKind } from '../../../library/document';
import { paragraphLines, withLeader } from '../paragraphLines';
import { tableLines } from '../tableLines';
import { columnsByEdges } from './rtfGrid';

/** What the styles of a document say, by their numbers. */
export interface RtfStyles {
  /** Levels of headings; 0 for a title. */
  readonly headings: Map<number, number>;
  /** Styles of lines of a table of contents. */
  readonly contents: Set<number>;
}

/** Notes what the name of a style says. */
export function nameStyle({ headings, contents }: RtfStyles, number: number, written: string): void {
  const name = written.replace(/;\s*$/, '').trim();
  const heading = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1];
  if (heading) headings.set(number, Number(heading));
  if (/^(?:title|标题)$/i.test(name)) headings.set(number, 0);
  if (/^(?:toc|目录)\s*\d$/i.test(name)) contents.add(number);
}

/** What a group inherits and gives back. */
export interface RtfState {
  destination: string;
  isSilent: boolean;
  hidden: RemovalKind | undefined;
  font: number;
  /** Bytes that stand for a `\u` where it is not known. */
  fallback: number;
  /** Whether the group began with `\*`. */
  isStarred: boolean;
}

/** A paragraph that is being read; `\\pard` resets its properties. */
interface Paragraph {
  text: string;
  style: number;
  outline: number | undefined;
  inTable: boolean;
  leads: boolean;
}

const blank = (): Paragraph => ({ text: '', style: -1, outline: undefined, inTable: false, leads: false });

/** Text that is read apart: the body, a note, a text box. */
export class RtfStory {
  readonly lines: Line[] = [];
  paragraph: Paragraph = blank();
  /** Right edges of the cells of a row, as far as the file says them. */
  private edges: number[] = [];
  private rows: { cells: Line[][]; edges: readonly number[] }[] = [];
  private cells: Line[][] = [];
  private cell: Line[] = [];

  /** @param depth of the group in which it stands */
  constructor(
    private readonly styles: RtfStyles,
    readonly depth: number,
    /** A note is kept for the end of its article, a box comes after what is read already, and others are removed. */
    readonly use: 'body' | 'note' | 'box' | RemovalKind,
  ) {}

  /** Takes the properties of the paragraph back. */
  reset(): void {
    this.paragraph = { ...blank(), text: this.paragraph.text };
  }

  /** @param isPage whether a page ends, and a table may go on after it */
  endParagraph(isPage: boolean): void {
    const { text, inTable, style, outline, leads } = this.paragraph;
    this.paragraph.text = '';
    if (!inTable && !isPage) this.endTable();
    if (!text.trim()) return;
    const isContents = this.styles.contents.has(style);
    const heading = outline === undefined ? this.styles.headings.get(style) : outline + 1;
    const mark: LineMark =
      heading !== undefined && heading < 7 && !isContents
        ? { kind: 'heading', level: heading }
        : { kind: /^\s*[•·●■◆➢]\t/.test(text) ? 'item' : 'paragraph' };
    const bare = mark.kind === 'item' ? text.replace(/^[^\t]*\t/, '') : text;
    const shown = isContents || leads ? withLeader(bare) : bare;
    this.put(paragraphLines(numbered(shown), mark));
  }

  /** Lines where the text has come to. */
  put(lines: readonly Line[]): void {
    const target = this.paragraph.inTable ? this.cell : this.lines;
    for (const line of lines) target.push(line);
  }

  /** A word that builds a table. */
  table(word: string, value = 0): void {
    if (word === 'trowd') this.edges = [];
    else if (word === 'cellx') this.edges.push(value);
    else if (word === 'intbl') this.paragraph.inTable = true;
    else if (word.endsWith('cell')) this.endCell();
    else this.endRow();
  }

  private endCell(): void {
    this.paragraph.inTable = true;
    this.endParagraph(false);
    this.cells.push(this.cell);
    this.cell = [];
  }

  private endRow(): void {
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, edges: this.edges });
    this.cells = [];
  }

  end(): void {
    this.endParagraph(false);
    this.endTable();
  }

  private endTable(): void {
    if (this.cell.length > 0) this.cells.push(this.cell);
    this.endRow();
    const columns = columnsByEdges(this.rows.map(({ edges }) => edges));
    const rows = this.rows.map(({ cells }, row) =>
      cells.map((lines, cell) => ({ lines, columns: columns[row]?.[cell] })),
    );
    for (const line of rows.length > 0 ? tableLines(rows) : []) this.lines.push(line);
    [this.rows, this.cell] = [[], []];
  }
}

/** A number and its tab: none where a mark stands between, a blank where the two would run together. */
const numbered = (text: string): string =>
  text
    .replace(/^(\s*[^\t\n]{1,20}?)\t+(?=\S)/, (_, number: string) =>
      /[、，．）)】：:〉》]$/.test(number) ? number : `${number} `,
    )
    .replaceAll('\t', ' ');
