import { textWidth } from '../text/width';
import { breakLines } from './breakLines';
import { columnWidths } from './columnWidths';
import type { Flow, FlowImprint, FlowItem, FlowParagraph, FlowPicture, FlowTable } from './flow';
import type { SourceLine, Span } from './officialDocument';
import { textOf } from './officialDocument';
import type { Picture } from './picture';
import { pictureSize } from './picture';
import type { LayoutProfile } from './profile';
import { characterWidth, pitchOf, points } from './profile';
import type { Style, StyleId } from './styles';
import { stylesOf, tableLine } from './styles';
import { spacingOf } from './stylesXml';

/** A line, a table or a picture on a page. Points from the top left corner of the type area. */
export interface PlacedItem {
  readonly y: number;
  readonly height: number;
  readonly item: FlowItem;
  readonly style: Style;
  readonly line: SourceLine;
  /** Of a paragraph: the part that stands in this line, and where it begins. */
  readonly spans: readonly Span[];
  readonly x: number;
  readonly width: number;
  readonly isLast: boolean;
}

export interface LayoutPage {
  readonly items: readonly PlacedItem[];
}

/** A line before it has a place. */
type LooseItem = Omit<PlacedItem, 'y'>;

interface LooseBlock {
  readonly before: number;
  readonly after: number;
  readonly lines: readonly LooseItem[];
  readonly pageBreak: boolean;
  readonly keepNext: boolean;
}

/**
 * Sets a document on pages: which line stands where. An estimate of what Word does, exact as far as lines are of exact height
 * and characters stand in the grid; tables and pictures are estimated. Lines of a paragraph are kept together at least by two.
 * Linear.
 */
export function layoutPages(
  flow: Flow,
  profile: LayoutProfile,
  pictures: ReadonlyMap<string, Picture>,
): readonly LayoutPage[] {
  const setter = new Typesetter(flow, profile, pictures);
  return setter.pages();
}

/** Height of 版记 in points. */
export function imprintHeight({ copies, printer, printed }: FlowImprint, profile: LayoutProfile): number {
  const size = profile.imprintSize;
  const first = points(profile.textWidth) - 2 * size;
  const lines = copies.reduce(
    (sum, { text }) => sum + breakLines(text, { size, gap: 0, first, width: first - 3 * size }).length,
    0,
  );
  return (lines + (printer || printed ? 1 : 0)) * pitchOf(profile);
}

class Typesetter {
  private readonly styles: ReadonlyMap<StyleId, Style>;
  private readonly character: number;
  private readonly full: number;
  private readonly high: number;
  private readonly done: LayoutPage[] = [];
  private items: PlacedItem[] = [];
  private y = 0;

  constructor(
    private readonly flow: Flow,
    private readonly profile: LayoutProfile,
    private readonly pictures: ReadonlyMap<string, Picture>,
  ) {
    this.styles = stylesOf(profile, flow.letterheadSize);
    this.character = characterWidth(profile);
    this.full = points(profile.textWidth);
    this.high = points(profile.textHeight) + 0.5;
  }

  pages(): readonly LayoutPage[] {
    if (this.flow.letterHead) this.y = this.letterHeadBottom(this.flow.letterHead);
    const blocks = this.flow.items.map((item) => this.block(item));
    for (const [at, block] of blocks.entries()) this.place(block, blocks, at);
    return [...this.done, { items: this.items }];
  }

  private letterHeadBottom(head: FlowParagraph): number {
    const pitch = this.styles.get('GwLetterhead')?.pitch ?? 0;
    return points(this.profile.letterLetterheadTop - this.profile.top) + pitch + (head.redLine ?? 0);
  }

  private newPage(): void {
    this.done.push({ items: this.items });
    this.items = [];
    this.y = 0;
  }

  private place(block: LooseBlock, blocks: readonly LooseBlock[], at: number): void {
    if (block.pageBreak && (this.items.length > 0 || this.done.length > 0)) this.newPage();
    let top = this.y + (this.y > 0 || this.items.length > 0 || this.done.length === 0 ? block.before : 0);
    const fits = (height: number): boolean => top + height <= this.high;
    if (this.items.length > 0 && !fits(this.atLeast(blocks, at))) {
      this.newPage();
      top = 0;
    }
    for (const [index, line] of block.lines.entries()) {
      const left = block.lines.length - index;
      // Of the last three a page takes all or leaves two.
      const together = left === 2 && index > 0 ? line.height + (block.lines[index + 1]?.height ?? 0) : line.height;
      if (index > 0 && !fits(together)) {
        this.newPage();
        top = 0;
      }
      this.items.push({ ...line, y: top });
      top += line.height;
    }
    this.y = top + block.after;
  }

  /** Height that has to stand together: what is kept with the next, and two lines of that. */
  private atLeast(blocks: readonly LooseBlock[], at: number): number {
    let height = 0;
    for (let index = at; index < blocks.length && index < at + 8; index++) {
      const block = blocks[index];
      if (!block) break;
      if (index > at) height += block.before;
      const lines = block.lines.length <= 3 ? block.lines : block.lines.slice(0, 2);
      const kept = block.keepNext ? block.lines : lines;
      height += kept.reduce((sum, line) => sum + line.height, 0);
      if (!block.keepNext) break;
      height += block.after;
    }
    return Math.min(height, this.high);
  }

  private block(item: FlowItem): LooseBlock {
    const none = { before: 0, after: 0, pageBreak: false, keepNext: false };
    switch (item.kind) {
      case 'paragraph':
        return {
          before: item.before ?? 0,
          after: item.redLine === undefined ? 0 : item.redLine + 1.5,
          lines: this.paragraph(item),
          pageBreak: item.pageBreak ?? false,
          keepNext: item.keepNext ?? (item.style.startsWith('Heading') || item.style === 'Title'),
        };
      case 'table':
        return { ...none, before: item.before ?? 0, lines: this.table(item) };
      case 'picture':
        return { ...none, lines: [this.loose(item, 'GwPicture', this.pictureHeight(item))] };
      case 'jointHead': {
        const pitch = this.styles.get('GwLetterhead')?.pitch ?? 0;
        return { ...none, before: item.before, lines: [this.loose(item, 'GwLetterhead', pitch * item.names.length)] };
      }
      case 'signatures': {
        const height = pitchOf(this.profile) * item.rows.length;
        const lines = [this.loose(item, 'GwSignature', height)];
        return { ...none, before: item.before, lines, keepNext: item.keepNext };
      }
    }
  }

  private styleOf(id: StyleId): Style {
    const style = this.styles.get(id);
    if (!style) throw new Error(`no style ${id}`);
    return style;
  }

  private loose(item: FlowItem, id: StyleId, height: number): LooseItem {
    return { height, item, style: this.styleOf(id), line: item.line, spans: [], x: 0, width: this.full, isLast: true };
  }

  private paragraph(item: FlowParagraph): LooseItem[] {
    const style = this.styleOf(item.style);
    const { indent = {} } = item;
    const at = (characters = 0): number => characters * this.character;
    const left = at(indent.left);
    const start = left + at(indent.firstLine ?? style.firstLine) - at(indent.hanging);
    const room = this.full - at(indent.right);
    const text = textOf(item.spans).replaceAll('\t', '');
    const broken = breakLines(text, {
      size: style.size,
      gap: spacingOf(style, this.profile) / 20,
      first: room - start,
      width: room - left,
    });
    const tabbed = item.spans.some((span) => span.text.includes('\t'));
    const lines = tabbed ? [{ start: 0, end: text.length, width: 0, isLast: true }] : broken;
    return lines.map((line, index) => ({
      height: style.pitch || style.size * 1.3,
      item,
      style,
      line: item.line,
      spans: tabbed ? item.spans : slice(item.spans, line.start, line.end),
      x: index === 0 ? start : left,
      width: room - (index === 0 ? start : left),
      isLast: line.isLast,
    }));
  }

  private table(item: FlowTable): LooseItem[] {
    const size = this.profile.tableSize;
    const widths = columnWidths(item.rows, this.profile);
    return item.rows.map((row) => {
      const lines = widths.map((width, at) => {
        const room = Math.max(1, Math.floor((width - 8) / size));
        return (row[at] ?? '')
          .split('\n')
          .reduce((sum, text) => sum + Math.max(1, Math.ceil(textWidth(text) / room)), 0);
      });
      const height = Math.max(...lines) * tableLine(size) + 4.5;
      return this.loose({ ...item, rows: [row] }, 'GwTable', height);
    });
  }

  private pictureHeight({ address }: FlowPicture): number {
    const picture = this.pictures.get(address);
    return picture
      ? pictureSize(picture, this.full, points(this.profile.textHeight) * 0.9).height + 4
      : pitchOf(this.profile);
  }
}

/** A part of spans, by offsets in their text. */
function slice(spans: readonly Span[], start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  let offset = 0;
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (text) found.push({ ...span, text });
    offset += span.text.length;
  }
  return found;
}
