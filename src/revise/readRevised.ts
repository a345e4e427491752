import { fingerprintProperty } from '../export/draftFingerprint';
import { DocxNumbering } from '../intake/formats/docx/docxNumbering';
import type { DocxPart } from '../intake/formats/docx/docxPackage';
import { DocxPackage } from '../intake/formats/docx/docxPackage';
import { noBlocks, partsOf } from '../intake/formats/docx/docxParts';
import type { DocxStyle } from '../intake/formats/docx/docxStyles';
import { listOfStyle, numberOf, readStyles } from '../intake/formats/docx/docxStyles';
import { isOle, isZip, oleFault } from '../intake/formats/signatures';
import type { XmlElement } from '../intake/formats/xml';
import { childOf, decodeXml, elementsOf, textIn, valueOf, xmlBlocks } from '../intake/formats/xml';
import { readZip } from '../intake/formats/zip';
import { largestFile, mostCharacters } from '../intake/limits';
import { IntakeError } from '../intake/problem';
import { ParagraphUnits, revisionOf } from './paragraphUnits';
import type { Revision } from './paragraphUnits';
import { readComments } from './readComments';
import type { RevisedBlock, RevisedDocument, RevisedRow, RevisedTable, Unit } from './revisedDocument';
import { textAfter } from './revisedDocument';

/**
 * Reads a Word document with its tracked changes and comments. Headers, footers, footnotes and pictures are left out.
 * Cost: linear.
 * @throws an `IntakeError` when it is no Word document, protected, damaged or too large
 */
export function readRevised(bytes: Uint8Array): RevisedDocument {
  if (bytes.length > largestFile) throw new IntakeError('tooLarge');
  if (!isZip(bytes)) throw new IntakeError(isOle(bytes) ? oleFault(bytes) : 'damaged');
  const parts = DocxPackage.ofZip(readZip(bytes));
  const main = parts.main();
  const content = main && parts.bytes(main.path);
  if (!main || !content) throw new IntakeError('damaged', 'no main part');
  const reader = new BlockReader(partOf(parts, main, 'styles'), partOf(parts, main, 'numbering'));
  const xml = decodeXml(content);
  // What is cut off would look as if somebody had deleted it.
  if (!/<\/(?:[\w.-]{1,40}:)?document>\s*$/.test(xml.slice(-200))) throw new IntakeError('damaged', 'cut off');
  const body = xmlBlocks(xml, (_, above) => above.at(-1) === 'w:body');
  const blocks: RevisedBlock[] = [];
  let any = false;
  for (const element of body) {
    any = true;
    for (const block of reader.block(element)) blocks.push(block);
  }
  if (!any) throw new IntakeError('damaged', 'no body');
  const comments = readComments(partOf(parts, main, 'comments'), partOf(parts, main, 'commentsExtended'));
  return { blocks: [...blocks, ...reader.rest()], comments, fingerprint: fingerprintIn(parts) };
}

/** What the export noted of the draft. A damaged part counts as missing. */
function fingerprintIn(parts: DocxPackage): string | undefined {
  try {
    const property = elementsOf(parts.xml('docProps/custom.xml')).find(
      ({ attributes }) => attributes.name === fingerprintProperty,
    );
    return property && textIn(elementsOf(property)[0] ?? property);
  } catch (error) {
    if (error instanceof IntakeError) return undefined;
    throw error;
  }
}

/** A part that the main one refers to; a damaged one counts as missing. */
function partOf(parts: DocxPackage, main: DocxPart, type: string): XmlElement | undefined {
  const [path] = parts.related(main, type.toLowerCase());
  try {
    return path === undefined ? undefined : parts.xml(path);
  } catch (error) {
    if (error instanceof IntakeError) return undefined;
    throw error;
  }
}

class BlockReader {
  private readonly styles: ReadonlyMap<string, DocxStyle>;
  private readonly numbering: DocxNumbering;
  private readonly paragraphs = new ParagraphUnits();
  /** Text of paragraphs whose end is in no version: it goes on with the next. */
  private carried: Unit[] = [];
  private characters = 0;

  constructor(styles: XmlElement | undefined, numbering: XmlElement | undefined) {
    this.styles = readStyles(styles);
    this.numbering = new DocxNumbering(numbering, listOfStyle(styles));
  }

  block(element: XmlElement): readonly RevisedBlock[] {
    if (element.name === 'w:p') return this.paragraph(element);
    if (element.name === 'w:tbl') return [this.table(element)];
    if (this.paragraphs.comment(element) || noBlocks.has(element.name) || element.name === 'w:sectPr') return [];
    if (element.name === 'mc:AlternateContent')
      return elementsOf(element)
        .slice(0, 1)
        .flatMap((one) => this.blocks(one));
    return this.blocks(element);
  }

  private blocks(element: XmlElement): readonly RevisedBlock[] {
    return elementsOf(element).flatMap((one) => this.block(one));
  }

  /** What is left of a document whose last paragraph has no end. */
  rest(): readonly RevisedBlock[] {
    const end = this.paragraphs.end({ state: 'kept', by: undefined }, '');
    return this.carried.length > 0 && end ? [{ kind: 'paragraph', units: [...this.carried.splice(0), end] }] : [];
  }

  private paragraph(element: XmlElement): readonly RevisedBlock[] {
    const properties = childOf(element, 'w:pPr');
    const style = this.styles.get(valueOf(properties, 'w:pStyle') ?? '');
    const mark = revisionOf(childOf(properties, 'w:rPr'));
    const { units, boxes } = this.paragraphs.read(element);
    const anchored = boxes.flatMap((box) => this.blocks(box));
    const number = this.number(properties, style, mark, units);
    this.carried.push(...trimmed([...number, ...units]));
    const end = this.paragraphs.end(mark, styleName(style));
    if (!end) return anchored;
    const whole = [...this.carried.splice(0), end];
    if ((this.characters += whole.length) > mostCharacters) throw new IntakeError('tooLarge');
    return [...anchored, { kind: 'paragraph', units: whole }];
  }

  /** An automatic number as the characters that it shows. */
  private number(
    properties: XmlElement | undefined,
    style: DocxStyle | undefined,
    mark: Revision,
    units: readonly Unit[],
  ): readonly Unit[] {
    const own = numberOf(properties);
    const reference = own?.list === undefined ? style?.number : own;
    const text = textAfter(units);
    if (!reference || reference.list === '0' || !mark || mark.state === 'deleted' || text === '') return [];
    const number = this.numbering.next(reference, style?.id, text);
    const shown = number === 'bullet' ? '' : (number ?? '');
    return [...shown].map((character) => ({ text: character, ...mark, comments: [] }));
  }

  private table(element: XmlElement): RevisedTable {
    const rows = partsOf(element, 'w:tr').flatMap((row): RevisedRow[] => {
      const revision = revisionOf(childOf(row, 'w:trPr'));
      const cells = partsOf(row, 'w:tc').map((cell) => this.cell(cell));
      return revision ? [{ ...revision, cells }] : [];
    });
    return { kind: 'table', rows };
  }

  /** A table within a cell is read as lines of its cells. */
  private cell(element: XmlElement): readonly Unit[] {
    return this.blocks(element).flatMap((block) =>
      block.kind === 'paragraph' ? block.units : block.rows.flatMap(({ cells }) => cells.flat()),
    );
  }
}

/** Headings by their level, whatever a program calls their style. */
const styleName = (style: DocxStyle | undefined): string =>
  style?.heading === undefined ? (style?.id ?? '') : style.heading === 0 ? 'Title' : `Heading${style.heading}`;

/** White space at the ends of a paragraph means nothing: people indent with it. */
function trimmed(units: readonly Unit[]): readonly Unit[] {
  const isText = ({ text }: Unit): boolean => text.trim() !== '';
  return units.slice(
    units.findIndex(isText) < 0 ? units.length : units.findIndex(isText),
    units.findLastIndex(isText) + 1,
  );
}
