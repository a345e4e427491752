import type { IParagraphOptions, ParagraphChild } from 'docx';
import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  ImageRun,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { FlowParagraph, FlowPicture } from './flow';
import type { Span } from './officialDocument';
import type { Picture } from './picture';
import { pictureSize } from './picture';
import type { LayoutProfile } from './profile';
import { characterWidth, points } from './profile';
import type { Style, StyleId } from './styles';
import { fontAttributes } from './stylesXml';
import { whiteAbove } from './composeHead';

const twips = (length: number): number => Math.round(length * 20);
const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
/** Of a letter (10.1): double red lines of 170 mm, the lower 20 mm above the edge of the page. */
const letterLine = { width: 170, fromBottom: 20 };
/** Eighths of a point: 1.5 pt. */
const redLineSize = 12;

/** Makes the paragraphs of a document. */
export class DocxParagraphs {
  private readonly width: number;

  constructor(
    readonly styles: ReadonlyMap<StyleId, Style>,
    readonly profile: LayoutProfile,
    private readonly pictures: ReadonlyMap<string, Picture>,
  ) {
    this.width = characterWidth(profile);
  }

  paragraph(item: FlowParagraph): Paragraph {
    return new Paragraph(this.options(item));
  }

  /** What a paragraph says beside its style. */
  options({
    style,
    spans,
    before,
    indent,
    align,
    tabs,
    pageBreak,
    keepNext,
    redLine,
    font,
  }: FlowParagraph): IParagraphOptions {
    const at = (characters: number): number => twips(characters * this.width);
    return {
      style,
      children: spans.flatMap((span) => this.runs(span, font)),
      ...(before && { spacing: { before: twips(before) } }),
      ...(align && { alignment: alignments[align] }),
      ...(pageBreak && { pageBreakBefore: true }),
      ...(keepNext && { keepNext: true }),
      ...(indent && {
        indent: {
          ...(indent.left !== undefined && { left: at(indent.left) }),
          ...(indent.right !== undefined && { right: at(indent.right) }),
          ...(indent.firstLine !== undefined && { firstLine: at(indent.firstLine) }),
          ...(indent.hanging !== undefined && { hanging: at(indent.hanging) }),
        },
      }),
      ...(tabs && {
        tabStops: tabs.map(({ at: place, kind }) => ({
          type: kind === 'left' ? TabStopType.LEFT : TabStopType.RIGHT,
          position: at(place),
        })),
      }),
      ...(redLine !== undefined && { border: { bottom: this.redBorder(BorderStyle.SINGLE, redLine, redLineSize) } }),
    };
  }

  private redBorder(
    style: (typeof BorderStyle)[keyof typeof BorderStyle],
    space: number,
    size: number,
  ): { style: typeof style; size: number; space: number; color: string } {
    return { style, size, space, color: this.profile.red };
  }

  /** Runs of a span, its breaks and tabs as elements. */
  runs({ text, bold, heading }: Span, font?: string): readonly TextRun[] {
    const own = heading ? this.styles.get(`Heading${heading}`)?.font : font;
    const options = {
      ...(own !== undefined && { font: fontAttributes(own, this.profile.latinFont) }),
      ...(bold && { bold: true }),
    };
    return text.split('\n').map((line, at) => {
      const children = line
        .split('\t')
        .flatMap((part, index) => [...(index > 0 ? [new Tab()] : []), ...(part ? [part] : [])]);
      return new TextRun({ ...options, children, ...(at > 0 && { break: 1 }) });
    });
  }

  /** White of so many points: a line of no height, and the rest above it. */
  space(height: number, keepNext = false): Paragraph {
    const spacing = { before: twips(Math.max(0, height - 1)), line: 20, lineRule: 'exact' } as const;
    // A style that does not keep to the grid of lines.
    return new Paragraph({ style: 'GwPicture', spacing, keepNext, children: [] });
  }

  /** The head of a letter in a frame that hangs from the top of the page, its double line below. */
  letterHead(item: FlowParagraph): Paragraph {
    const style = this.styles.get('GwLetterhead');
    const y = points(this.profile.letterLetterheadTop) - whiteAbove(style?.pitch ?? 0, style?.size ?? 0);
    const border = this.redBorder(BorderStyle.THICK_THIN_SMALL_GAP, item.redLine ?? 1, 24);
    return new Paragraph({
      ...this.options(item),
      border: { bottom: border },
      frame: this.frame(y),
    });
  }

  /** The lower double line of a letter's first page. */
  letterFoot(): Paragraph {
    const y = points(this.profile.pageHeight - letterLine.fromBottom);
    const border = this.redBorder(BorderStyle.THIN_THICK_SMALL_GAP, 0, 24);
    // Programs take a frame without a character for none.
    const children = [new TextRun('\u00a0')];
    return new Paragraph({ style: 'GwPageNumber', children, border: { top: border }, frame: this.frame(y) });
  }

  private frame(y: number): NonNullable<IParagraphOptions['frame']> {
    return {
      type: 'absolute',
      position: { x: twips(points((this.profile.pageWidth - letterLine.width) / 2)), y: twips(y) },
      width: twips(points(letterLine.width)),
      wrap: FrameWrap.NOT_BESIDE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    };
  }

  /** A picture no wider and higher than the type area, or its name where it could not be read. */
  picture({ address, alt }: FlowPicture): Paragraph {
    const picture = this.pictures.get(address);
    if (!picture) return new Paragraph({ style: 'GwPicture', children: [new TextRun(alt || address)] });
    const { textWidth, textHeight } = this.profile;
    const { width, height } = pictureSize(picture, points(textWidth), points(textHeight) * 0.9);
    const run: ParagraphChild = new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: { width: (width * 96) / 72, height: (height * 96) / 72 },
      altText: { name: alt || address, title: alt, description: alt },
    });
    return new Paragraph({ style: 'GwPicture', children: [run] });
  }

  /** — 1 —, one character of its own size from the edge. */
  pageNumber(align: 'left' | 'right' | 'center'): Paragraph {
    const indent = twips(this.profile.pageNumberSize);
    return new Paragraph({
      style: 'GwPageNumber',
      alignment: alignments[align],
      indent: align === 'left' ? { left: indent } : align === 'right' ? { right: indent } : {},
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
    });
  }
}
