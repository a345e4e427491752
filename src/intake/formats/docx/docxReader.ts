import { joinedTrimmed } from '../../../base/endRun';
import type { Line, LineMark, RemovalKind, SourceText, UnreadKind } from '../../../library/document';
import { linesOf } from '../../line';
import { mostCharacters } from '../../limits';
import { IntakeError } from '../../problem';
import { readHtml } from '../html/html';
import type { Note } from '../notes';
import { noteLines, withNotes } from '../notes';
import { paragraphLines, withLeader } from '../paragraphLines';
import { tableLines } from '../tableLines';
import type { XmlElement } from '../xml';
import { childOf, descendants, elementsOf, valueOf } from '../xml';
import { isComment, isDeletedRow, isDeletion } from './docxLeftOut';
import { DocxNumbering } from './docxNumbering';
import type { DocxPackage, DocxPart } from './docxPackage';
import { blankCells, columnsOf, joinsNext, noBlocks, partsOf, shapeText } from './docxParts';
import { DocxNotes } from './docxNotes';
import type { Runs } from './docxRuns';
import { RunReader } from './docxRuns';
import type { DocxStyle } from './docxStyles';
import { hasLeader, headingOf, listOfStyle, numberOf, readStyles } from './docxStyles';

/** Text of paragraphs whose mark was deleted or is hidden: it goes on with the next. */
interface Carried {
  text: string;
}

/** Reads the blocks of a body in order. */
export class DocxReader {
  private readonly styles: ReadonlyMap<string, DocxStyle>;
  private readonly numbering: DocxNumbering;
  private readonly runs: RunReader;
  private readonly parts: DocxPackage | undefined;
  private readonly main: DocxPart | undefined;
  private readonly counts = new Map<UnreadKind, number>();
  private readonly references: DocxNotes;
  /** Notes, and the line after which each is referred to. */
  private readonly notes: Note[] = [];
  private readonly lines: Line[] = [];
  private characters = 0;
  private inContents = 0;

  constructor(
    styles: XmlElement | undefined,
    numbering: XmlElement | undefined,
    { parts, main }: { parts: DocxPackage | undefined; main: DocxPart | undefined },
  ) {
    this.styles = readStyles(styles);
    this.numbering = new DocxNumbering(numbering, listOfStyle(styles));
    this.parts = parts;
    this.main = main;
    this.references = new DocxNotes(parts, main);
    this.runs = new RunReader(this.styles, (id) => this.related(id), this.references);
  }

  source(name: string, body: Iterable<XmlElement>): SourceText {
    let any = false;
    const carried: Carried = { text: '' };
    for (const block of body) {
      any = true;
      for (const line of this.block(block, carried)) this.lines.push(line);
    }
    if (!any) throw new IntakeError('damaged', 'no body');
    this.lines.push(...paragraphLines(carried.text, { kind: 'paragraph' }));
    const titled = this.lines.some(({ mark }) => mark?.kind === 'heading' && mark.level === 0);
    if (this.parts && this.main) this.count('damaged', this.runs.left.addParts(this.parts, this.main));
    this.count('note', this.references.missing);
    this.count('damaged', this.references.damaged);
    const { formulas, objects, signs, removed } = this.runs.left;
    for (const [what, amount] of [
      ['formula', formulas],
      ['object', objects],
      ['characters', signs],
    ] as const)
      this.count(what, amount);
    return {
      name,
      lines: withNotes(this.lines, this.notes).map((line) => (titled ? lowered(line) : line)),
      removed,
      unread: [...this.counts].map(([what, amount]) => ({ what, place: '', amount })),
    };
  }

  private count(what: UnreadKind, amount: number): void {
    if (amount > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + amount);
  }

  private blocks(parent: XmlElement): Line[] {
    const carried: Carried = { text: '' };
    const lines = elementsOf(parent).flatMap((element) => this.block(element, carried));
    return [...lines, ...paragraphLines(carried.text, { kind: 'paragraph' })];
  }

  private block(element: XmlElement, carried: Carried): Line[] {
    const within = (one: XmlElement): Line[] => elementsOf(one).flatMap((child) => this.block(child, carried));
    switch (element.name) {
      case 'w:p':
      case 'a:p':
        return this.paragraph(element, carried);
      case 'w:tbl':
        return this.table(element);
      case 'w:altChunk':
        return this.chunk(element.attributes['r:id'] ?? '');
      case 'mc:AlternateContent': {
        const [choice, ...others] = elementsOf(element);
        const lines = choice ? within(choice) : [];
        return lines.length > 0 ? lines : others.flatMap(within);
      }
      case 'w:del':
      case 'w:moveFrom':
        return this.leaveOut('deleted', element);
      case 'w:sectPr':
        return this.leaveOut('runningHead', element);
      case 'aml:annotation':
        if (isDeletion(element)) return this.leaveOut('deleted', element);
        return isComment(element) ? this.leaveOut('comment', element) : within(element);
      case 'w:sdt': {
        const isContents = descendants(childOf(element, 'w:sdtPr'), 'w:docPartGallery').some(
          ({ attributes }) => attributes['w:val'] === 'Table of Contents',
        );
        if (isContents) this.inContents++;
        const lines = within(element);
        if (isContents) this.inContents--;
        return lines;
      }
      default:
        return noBlocks.has(element.name) ? [] : within(element);
    }
  }

  private leaveOut(kind: RemovalKind, element: XmlElement | undefined): Line[] {
    this.runs.left.addElement(kind, element);
    return [];
  }

  private paragraph(element: XmlElement, carried: Carried): Line[] {
    const properties = childOf(element, 'w:pPr');
    const style = this.styles.get(valueOf(properties, 'w:pStyle') ?? '');
    this.leaveOut('runningHead', childOf(properties, 'w:sectPr'));
    const inContents = this.inContents > 0 || (style?.isContents ?? false) || this.runs.isIn('TOC');
    const runs = element.name === 'a:p' ? shapeText(element) : this.runs.read(element, style?.isHidden ?? false);
    const isContents = inContents || this.runs.isIn('TOC') || runs.showsPage;
    const text = carried.text + runs.text;
    carried.text = '';
    const own = this.anchored(runs);
    if (joinsNext(properties)) {
      carried.text = text;
      return own;
    }
    if ((this.characters += text.length) > mostCharacters)
      throw new IntakeError('tooLarge', `more than ${mostCharacters} characters`);
    const reference = merged(numberOf(properties), style);
    // List 0 takes a style's number away.
    const number =
      reference && reference.list !== '0' ? this.number(reference, style, properties, text.trimStart()) : '';
    const heading = headingOf('', properties) ?? style?.heading;
    const mark: LineMark =
      heading !== undefined && !isContents
        ? { kind: 'heading', level: heading }
        : { kind: number === 'bullet' ? 'item' : 'paragraph' };
    const leads = isContents || hasLeader(properties) || (style?.hasLeader ?? false);
    // Breaks within a heading only balance its lines.
    const whole = mark.kind === 'heading' ? joinedTrimmed(text) : text;
    const shown = (leads ? withLeader(whole, isContents) : whole).replaceAll('\t', ' ');
    const lines = text.trim() ? paragraphLines((number === 'bullet' ? '' : number) + shown.trimStart(), mark) : [];
    return [...lines, ...own];
  }

  private number(
    reference: ReturnType<typeof merged> & object,
    style: DocxStyle | undefined,
    properties: XmlElement | undefined,
    text: string,
  ): string {
    // Word 2003 XML says what it shows.
    const shown = childOf(childOf(properties, 'w:listPr'), 'wx:t')?.attributes['wx:val'];
    const number = this.numbering.next(reference, style?.id, text);
    return number === 'bullet' ? number : (number ?? (text && shown ? shown : ''));
  }

  /** What is anchored in a paragraph comes after it; its notes are kept for the end. */
  private anchored({ boxes, wordArt }: Runs): Line[] {
    for (const note of this.references.take()) {
      // Its place is kept before it is read: a note may refer to another.
      const at = this.notes.push({ at: this.lines.length, lines: [] }) - 1;
      this.notes[at] = { at: this.lines.length, lines: noteLines(this.blocks(note)) };
    }
    return [
      ...wordArt.flatMap((text) => paragraphLines(text, { kind: 'paragraph' })),
      ...boxes.flatMap((box) => (box.name === 'a:p' ? this.block(box, { text: '' }) : this.blocks(box))),
    ];
  }

  private table(table: XmlElement): Line[] {
    const rows = partsOf(table, 'w:tr');
    for (const row of rows) if (isDeletedRow(row)) this.leaveOut('deleted', row);
    const kept = rows.filter((row) => !isDeletedRow(row));
    return tableLines(
      kept.map((row) => [
        ...blankCells(row),
        ...partsOf(row, 'w:tc').map((cell) => ({ lines: this.blocks(cell), columns: columnsOf(cell) })),
      ]),
    );
  }

  /** A document within, as other programs put one there. */
  private chunk(id: string): Line[] {
    const path = this.main?.relations.find((one) => one.id === id)?.target;
    const bytes = path === undefined ? undefined : this.parts?.bytes(path);
    if (path && bytes) {
      const text = new TextDecoder().decode(bytes);
      if (/\.x?html?$/i.test(path)) return readHtml(text, '').lines.map((line) => line);
      if (/\.txt$/i.test(path)) return linesOf(text);
    }
    this.count('object', 1);
    return [];
  }

  private related(id: string): XmlElement | undefined {
    const path = this.main?.relations.find((one) => one.id === id)?.target;
    try {
      return path === undefined ? undefined : this.parts?.xml(path);
    } catch {
      return undefined;
    }
  }
}

/** A title is above the headings. */
const lowered = (line: Line): Line =>
  line.mark?.kind === 'heading' ? { ...line, mark: { kind: 'heading', level: line.mark.level + 1 } } : line;

/** What a paragraph says about its number goes before what its style says, each for itself. */
function merged(own: ReturnType<typeof numberOf>, style: DocxStyle | undefined): ReturnType<typeof numberOf> {
  if (!own) return style?.number;
  return own.list === undefined ? style?.number && { ...style.number, level: own.level, isOfStyle: false } : own;
}
