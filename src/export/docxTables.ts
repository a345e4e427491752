import type { FileChild, ITableBordersOptions } from 'docx';
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { textWidth } from '../text/width';
import type { FlowJointHead, FlowSignatures, FlowTable } from './flow';
import { columnWidths } from './columnWidths';
import type { DocxParagraphs } from './docxParagraphs';
import type { LayoutProfile } from './profile';
import { points } from './profile';

const twips = (length: number): number => Math.round(length * 20);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const noMargins = { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA } as const;

/** Makes the tables of a document, those included that only put things side by side. */
export class DocxTables {
  private readonly full: number;

  constructor(
    private readonly paragraphs: DocxParagraphs,
    private readonly profile: LayoutProfile,
  ) {
    this.full = twips(points(profile.textWidth));
  }

  /** A table of the draft: columns by what stands in them, its first row repeated on every page, single spacing. */
  table({ rows }: FlowTable): Table {
    const widths = columnWidths(rows, this.profile).map((width) => Math.floor(20 * width));
    return new Table({
      width: { size: this.full, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      rows: rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            tableHeader: index === 0,
            children: widths.map(
              (width, at) =>
                new TableCell({
                  width: { size: width, type: WidthType.DXA },
                  verticalAlign: VerticalAlignTable.CENTER,
                  margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
                  children: (row[at] ?? '').split('\n').map(
                    (text) =>
                      new Paragraph({
                        style: 'GwTable',
                        ...((index === 0 || isShort(text)) && { alignment: AlignmentType.CENTER }),
                        children: [...this.paragraphs.runs(index === 0 ? { text, heading: 1 } : { text })],
                      }),
                  ),
                }),
            ),
          }),
      ),
    });
  }

  /** 发文机关标志 of a joint issue: names set as wide as the widest, 文件 in the middle beside them. */
  jointHead({ names, end, before }: FlowJointHead): readonly FileChild[] {
    const style = this.paragraphs.styles.get('GwLetterhead');
    const size = style?.size ?? this.profile.titleSize;
    const nameWidth = twips(Math.max(...names.map(textWidth)) * size * 1.02);
    const endWidth = twips(textWidth(end) * size * 1.05 + size * 0.3);
    const cell = (text: string, width: number, distribute: boolean): ConstructorParameters<typeof TableCell>[0] => ({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      margins: noMargins,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style: 'GwLetterhead',
          alignment: distribute ? AlignmentType.DISTRIBUTE : AlignmentType.RIGHT,
          children: text ? [new TextRun(text)] : [],
        }),
      ],
    });
    const rows = names.map((name, at) => {
      const merge = at === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
      const ends = end ? [new TableCell({ ...cell(at === 0 ? end : '', endWidth, false), verticalMerge: merge })] : [];
      return new TableRow({ cantSplit: true, children: [new TableCell(cell(name, nameWidth, true)), ...ends] });
    });
    return [
      this.paragraphs.space(before),
      new Table({
        width: { size: nameWidth + (end ? endWidth : 0), type: WidthType.DXA },
        columnWidths: end ? [nameWidth, endWidth] : [nameWidth],
        layout: TableLayoutType.FIXED,
        alignment: AlignmentType.CENTER,
        borders: noBorders,
        rows,
      }),
    ];
  }

  /** Names side by side, the date below the last. */
  signatures({ rows, before, keepNext }: FlowSignatures): readonly FileChild[] {
    const columns = Math.max(...rows.map((row) => row.length));
    const width = Math.floor(this.full / columns);
    return [
      this.paragraphs.space(before, true),
      new Table({
        width: { size: this.full, type: WidthType.DXA },
        columnWidths: Array.from({ length: columns }, () => width),
        layout: TableLayoutType.FIXED,
        borders: noBorders,
        rows: rows.map(
          (row, index) =>
            new TableRow({
              cantSplit: true,
              children: Array.from(
                { length: columns },
                (_, at) =>
                  new TableCell({
                    width: { size: width, type: WidthType.DXA },
                    borders: noBorders,
                    margins: noMargins,
                    children: [
                      new Paragraph({
                        style: 'GwSignature',
                        alignment: AlignmentType.CENTER,
                        keepNext: keepNext || index < rows.length - 1,
                        children: [new TextRun(row[at] ?? '')],
                      }),
                    ],
                  }),
              ),
            }),
        ),
      }),
    ];
  }
}

/** Numbers and names stand in the middle of their cell, text begins at its left. */
const isShort = (text: string): boolean => textWidth(text) <= 6;
