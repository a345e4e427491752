import type { Line, LineMark, SourceText, Unread, UnreadKind } from '../../../library/document';
import { largestPart, mostCharacters } from '../../limits';
import { IntakeError } from '../../problem';
import type { Note } from '../notes';
import { noteLines, noteMark, withNotes } from '../notes';
import { paragraphLines, withLeader } from '../paragraphLines';
import { tableLines } from '../tableLines';
import type { XmlElement, XmlLimits } from '../xml';
import { childOf, decodeXml, descendants, elementsOf, firstBlock, parseXml, xmlBlocks } from '../xml';
import type { ZipEntry } from '../zip';
import { OdtLeftOut } from './odtLeftOut';
import { cellsOf, columnsOf, rowsOf } from './odtTables';
import type { OdtNumber } from './odtNumbering';
import { OdtNumbering } from './odtNumbering';

/**
 * Reads OpenDocument texts: of LibreOffice, WPS and others, in an archive or as one XML file. Our own reader for the
 * same reasons as the one for Word documents; there is no kept library that reads them in a browser.
 *
 * Source: OpenDocument 1.3 part 3, sections 4–6, 9, 10.4 and 16.31. Cost: linear, block by block.
 */

const mostBlanks = 1000;

/** Whether an archive is an OpenDocument text. */
export function isOdt(entries: readonly ZipEntry[]): boolean {
  const mimetype = entries.find(({ path }) => path === 'mimetype');
  if (!mimetype) return false;
  try {
    return /opendocument\.text|sun\.xml\.writer/.test(new TextDecoder().decode(mimetype.unpack(200)));
  } catch {
    return false;
  }
}

/** Reads an OpenDocument text. @throws an `IntakeError` when it is encrypted, damaged or too large */
export function readOdt(entries: readonly ZipEntry[], name: string): SourceText {
  const part = (path: string): string => {
    const entry = entries.find((one) => one.path === path);
    return entry ? decodeXml(entry.unpack(largestPart)) : '';
  };
  if (/<manifest:encryption-data\b/.test(part('META-INF/manifest.xml'))) throw new IntakeError('protected');
  const content = part('content.xml');
  const unread: Unread[] = [];
  let styles: XmlElement | undefined;
  try {
    styles = parseXml(part('styles.xml'));
  } catch {
    unread.push({ what: 'damaged', place: 'styles.xml', amount: 1 });
  }
  const automatic = firstBlock(content, 'office:automatic-styles');
  const limits: XmlLimits = { skipped: 0 };
  const reader = new OdtReader([styles, automatic]);
  const source = reader.source(name, xmlBlocks(content, isInBody, limits));
  if (limits.skipped > 0) unread.push({ what: 'limit', place: '', amount: limits.skipped });
  return { ...source, unread: [...(source.unread ?? []), ...unread] };
}

/** Reads an OpenDocument text in one file. @param root its `office:document` */
export function readFlatOdt(root: XmlElement, name: string): SourceText {
  const text = childOf(childOf(root, 'office:body'), 'office:text');
  if (!text) throw new IntakeError('unsupported');
  return new OdtReader([root]).source(name, elementsOf(text));
}

/** OpenOffice.org 1 has no element for the kind of document. */
const isInBody = (name: string, above: readonly string[]): boolean =>
  above.at(-1) === 'office:text' || (above.at(-1) === 'office:body' && !name.startsWith('office:'));

/** Elements whose text is not the document's. */
const skipped = new Set([
  'office:annotation-end',
  'office:forms',
  'office:text',
  'text:note-citation',
  'text:index-title-template',
  'svg:title',
  'svg:desc',
  'office:binary-data',
]);

class OdtReader {
  private readonly numbering: OdtNumbering;
  private readonly left: OdtLeftOut;
  private readonly lines: Line[] = [];
  private readonly notes: Note[] = [];
  private readonly counts = new Map<UnreadKind, number>();
  private boxes: XmlElement[] = [];
  private characters = 0;
  private inContents = 0;

  constructor(styles: readonly (XmlElement | undefined)[]) {
    this.numbering = new OdtNumbering(styles);
    this.left = new OdtLeftOut(styles);
  }

  source(name: string, body: Iterable<XmlElement>): SourceText {
    let any = false;
    for (const block of body) {
      any = true;
      for (const line of this.block(block)) this.lines.push(line);
    }
    if (!any) throw new IntakeError('damaged', 'no text');
    const unread = [...this.counts].map(([what, amount]): Unread => ({ what, place: '', amount }));
    return { name, lines: withNotes(this.lines, this.notes), removed: this.left.removed, unread };
  }

  private blocks(parent: XmlElement): Line[] {
    return elementsOf(parent).flatMap((child) => this.block(child));
  }

  private block(element: XmlElement, number?: OdtNumber): Line[] {
    if (this.left.takes(element)) return [];
    switch (element.name) {
      case 'text:p':
        return this.paragraph(element, { kind: number === 'bullet' ? 'item' : 'paragraph' }, number);
      case 'text:h': {
        const level = Number(element.attributes['text:outline-level'] ?? element.attributes['text:level'] ?? 1);
        const own = number ?? this.numbering.heading(element);
        return this.paragraph(element, { kind: 'heading', level: Math.min(Math.max(1, level || 1), 6) }, own);
      }
      case 'text:list':
      case 'text:ordered-list':
      case 'text:unordered-list':
        return this.list(element);
      case 'table:table':
        return this.table(element);
      case 'text:table-of-content':
      case 'text:table-of-content-source': {
        this.inContents++;
        const lines = this.blocks(element);
        this.inContents--;
        return lines;
      }
      case 'draw:frame':
      case 'draw:g':
        this.drawing(element);
        return this.anchored();
      default:
        return skipped.has(element.name) || /-(?:source|decls)$/.test(element.name) ? [] : this.blocks(element);
    }
  }

  private paragraph(element: XmlElement, mark: LineMark, number: OdtNumber): Line[] {
    const text = this.text(element);
    if ((this.characters += text.length) > mostCharacters)
      throw new IntakeError('tooLarge', `more than ${mostCharacters} characters`);
    const shown = (this.inContents > 0 ? withLeader(text) : text).replaceAll('\t', ' ').trimStart();
    const prefix = number === undefined || number === 'bullet' ? '' : number(shown);
    const title = this.numbering.isTitle(element) ? ({ kind: 'heading', level: 1 } as const) : mark;
    const lines = shown.trim()
      ? paragraphLines(prefix + shown, this.inContents > 0 ? { kind: 'paragraph' } : title)
      : [];
    return [...lines, ...this.anchored()];
  }

  /** What is anchored in a paragraph comes after it. */
  private anchored(): Line[] {
    const boxes = this.boxes;
    this.boxes = [];
    return boxes.flatMap((box) => this.blocks(box));
  }

  private text(element: XmlElement): string {
    let text = '';
    for (const part of element.content) {
      text += typeof part === 'string' ? part.replace(/[\t\n\r ]+/g, ' ') : this.inline(part);
    }
    return text;
  }

  private inline(element: XmlElement): string {
    if (this.left.takes(element)) return '';
    switch (element.name) {
      case 'text:s':
        return ' '.repeat(Math.min(mostBlanks, Number(element.attributes['text:c'] ?? 1) || 1));
      case 'text:tab':
      case 'text:tab-stop':
        return '\t';
      case 'text:line-break':
        return '\n';
      case 'text:note':
      case 'text:footnote':
      case 'text:endnote':
        return this.note(element);
      case 'draw:frame':
      case 'draw:g':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:rect':
      case 'draw:a':
        this.drawing(element);
        return '';
      default:
        return skipped.has(element.name) ? '' : this.text(element);
    }
  }

  private drawing(element: XmlElement): void {
    if (element.name === 'draw:text-box' || element.name === 'draw:custom-shape' || element.name === 'draw:rect')
      this.boxes.push(element);
    else if (element.name === 'draw:object' || element.name === 'draw:object-ole') {
      const formula = descendants(element, 'math:math').length > 0;
      const what = formula ? 'formula' : 'object';
      this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    } else for (const child of elementsOf(element)) this.drawing(child);
  }

  /** @returns the mark that stands for it in the text */
  private note(element: XmlElement): string {
    const body =
      childOf(element, 'text:note-body') ??
      childOf(element, 'text:footnote-body') ??
      childOf(element, 'text:endnote-body');
    const boxes = this.boxes;
    this.boxes = [];
    const at = this.notes.push({ at: this.lines.length, lines: [] }) - 1;
    this.notes[at] = { at: this.lines.length, lines: noteLines(body ? this.blocks(body) : []) };
    this.boxes = boxes;
    return noteMark(at + 1);
  }

  private list(element: XmlElement): Line[] {
    const leave = this.numbering.enter(element);
    const lines = elementsOf(element).flatMap((item) => {
      const isItem = item.name === 'text:list-item';
      let number = isItem ? this.numbering.next(item) : undefined;
      return elementsOf(item).flatMap((child) => {
        const own = this.block(child, child.name === 'text:p' || child.name === 'text:h' ? number : undefined);
        // Only the first paragraph of an item has its number.
        if (child.name === 'text:p' || child.name === 'text:h') number = undefined;
        return own;
      });
    });
    leave();
    return lines;
  }

  private table(table: XmlElement): Line[] {
    const rows = rowsOf(table);
    return tableLines(
      rows.map((row) => cellsOf(row).map((cell) => ({ lines: this.blocks(cell), columns: columnsOf(cell) }))),
    );
  }
}
