import type { Line, LineMark, SourceText } from '../../../library/document';
import { visible } from '../../line';
import { IntakeError } from '../../problem';
import type { NumberReference } from './docxNumbering';
import { DocxNumbering } from './docxNumbering';
import { tableRow } from '../tableRow';
import type { XmlElement } from '../xml';
import { childOf, parseXml, valueOf } from '../xml';
import type { ZipEntry } from '../zip';

/** Unpacked size from which a part of a document is refused. */
const largestPart = 64 * 1024 * 1024;

/** A paragraph style: what its name and its parents say. */
interface Style {
  /** 0 for the title, 1 for the outermost heading, undefined for text. */
  readonly heading: number | undefined;
  readonly number: NumberReference | undefined;
}

/** What a paragraph is read with. */
interface Context {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: DocxNumbering;
}

/** Whether an archive is a Word document. */
export const isDocx = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ path }) => path === 'word/document.xml');

/**
 * Reads a Word document: paragraphs with their automatic numbers as text, headings by style, lists, tables. What was
 * deleted under revision, notes, headers and footers are left out. Source: ECMA-376 part 1, sections 17.3, 17.7 and 17.9.
 * @throws an `IntakeError` when it is damaged
 */
export function readDocx(entries: readonly ZipEntry[], name: string): SourceText {
  const part = (path: string): XmlElement | undefined => {
    const entry = entries.find((candidate) => candidate.path === path);
    return entry && parseXml(new TextDecoder().decode(entry.unpack(largestPart)));
  };
  const body = childOf(childOf(part('word/document.xml'), 'w:document'), 'w:body');
  if (!body) throw new IntakeError('damaged', 'word/document.xml has no body');
  const context = {
    styles: readStyles(part('word/styles.xml')),
    numbering: new DocxNumbering(part('word/numbering.xml')),
  };
  const lines = blocksOf(body, context);
  const titled = lines.some(({ mark }) => mark?.kind === 'heading' && mark.level === 0);
  return { name, lines: lines.map((line) => lowered(line, titled ? 1 : 0)) };
}

/** A title is above the headings. */
const lowered = (line: Line, by: number): Line =>
  line.mark?.kind === 'heading' ? { ...line, mark: { kind: 'heading', level: line.mark.level + by } } : line;

function readStyles(root: XmlElement | undefined): ReadonlyMap<string, Style> {
  const elements = new Map(
    (childOf(root, 'w:styles')?.children ?? [])
      .filter(({ name }) => name === 'w:style')
      .map((element) => [element.attributes['w:styleId'] ?? '', element] as const),
  );
  const styles = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const known = styles.get(id);
    if (known) return known;
    const element = elements.get(id);
    const parent = valueOf(element, 'w:basedOn');
    const base = parent !== undefined && depth < 10 ? resolve(parent, depth + 1) : undefined;
    const properties = childOf(element, 'w:pPr');
    const style = {
      heading: headingOf(valueOf(element, 'w:name') ?? '', properties) ?? base?.heading,
      number: numberOf(properties) ?? base?.number,
    };
    styles.set(id, style);
    return style;
  };
  for (const id of elements.keys()) resolve(id, 0);
  return styles;
}

function headingOf(name: string, properties: XmlElement | undefined): number | undefined {
  if (/^(?:title|标题)$/i.test(name)) return 0;
  const named = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1];
  if (named) return Number(named);
  const outline = valueOf(properties, 'w:outlineLvl');
  return outline !== undefined && Number(outline) < 6 ? Number(outline) + 1 : undefined;
}

function numberOf(properties: XmlElement | undefined): NumberReference | undefined {
  const number = childOf(properties, 'w:numPr');
  const list = valueOf(number, 'w:numId');
  return list === undefined ? undefined : { list, level: Number(valueOf(number, 'w:ilvl') ?? 0) };
}

/** Elements that hold blocks like a body does. */
const containers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:body']);

function blocksOf(parent: XmlElement, context: Context): Line[] {
  return parent.children.flatMap((element) => {
    if (element.name === 'w:p') return paragraphLines(element, context);
    if (element.name === 'w:tbl') return tableLines(element, context);
    return containers.has(element.name) ? blocksOf(element, context) : [];
  });
}

function paragraphLines(element: XmlElement, { styles, numbering }: Context): Line[] {
  const properties = childOf(element, 'w:pPr');
  const style = styles.get(valueOf(properties, 'w:pStyle') ?? '');
  const text = textOf(element);
  if (!text.trim()) return [];
  const reference = numberOf(properties) ?? style?.number;
  // List 0 takes a style's number away.
  const number = reference && reference.list !== '0' ? numbering.next(reference) : undefined;
  const heading = headingOf('', properties) ?? style?.heading;
  const mark: LineMark =
    heading !== undefined ? { kind: 'heading', level: heading } : { kind: number === 'bullet' ? 'item' : 'paragraph' };
  const prefix = typeof number === 'object' ? number.text : '';
  return text
    .split('\n')
    .map((line) => visible(line).trim())
    .filter(Boolean)
    .map((line, at): Line => ({ text: (at === 0 ? prefix : '') + line, indent: 0, blanks: 0, page: false, mark }));
}

/** Elements whose text is not part of the paragraph: deleted, field codes, a drawing's second form, what is inside boxes. */
const left = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:drawing',
  'w:pict',
  'w:object',
]);

function textOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return element.text;
    case 'w:tab':
      return ' ';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    default:
      return left.has(element.name) ? '' : element.children.map(textOf).join('');
  }
}

function tableLines(table: XmlElement, context: Context): Line[] {
  return table.children
    .filter(({ name }) => name === 'w:tr')
    .map((row) =>
      row.children
        .filter(({ name }) => name === 'w:tc')
        .map((cell) =>
          blocksOf(cell, context)
            .map(({ text }) => text)
            .join(' '),
        ),
    )
    .filter((cells) => cells.some(Boolean))
    .map((cells) => tableRow(cells));
}
