import type { SourceText, Unread } from '../../../library/document';
import { IntakeError } from '../../problem';
import type { XmlElement, XmlLimits } from '../xml';
import { childOf, decodeXml, descendants, elementsOf, xmlBlocks } from '../xml';
import type { ZipEntry } from '../zip';
import { DocxPackage } from './docxPackage';
import { DocxReader } from './docxReader';

/**
 * Reads Word documents. Our own reader, because what matters here is what converters to HTML (mammoth.js, docx-preview)
 * leave out: automatic numbers as text, in all formats that Chinese Word offers; text boxes; what revisions, hidden text
 * and reading aids leave; and a report of what could not be read.
 *
 * Source: ECMA-376 part 1, sections 17.3, 17.7, 17.9, 17.11 and 17.16. Cost: linear; a document is read block by block,
 * so that only its text is ever held.
 */

/** Whether an archive is a Word document. */
export const isDocx = (entries: readonly ZipEntry[]): boolean => DocxPackage.ofZip(entries).main() !== undefined;

/**
 * Reads a Word document: paragraphs with their automatic numbers as text, headings by style, lists, tables, text boxes,
 * notes at the end of their article. What was deleted under revision or is hidden, headers, footers and comments are listed
 * as removed.
 * @param name the file's name without its ending
 * @throws an `IntakeError` when it is damaged or too large
 */
export const readDocx = (entries: readonly ZipEntry[], name: string): SourceText =>
  readPackage(DocxPackage.ofZip(entries), name);

/** Reads a Word document whose parts stand in one XML file. @param root its `pkg:package` */
export const readFlatDocx = (root: XmlElement, name: string): SourceText => readPackage(DocxPackage.ofFlat(root), name);

/** Reads Word 2003 XML, which has the same body with everything else around it. @param root its `w:wordDocument` */
export function readWordXml(root: XmlElement, name: string): SourceText {
  const styles = childOf(root, 'w:styles');
  const reader = new DocxReader(styles, childOf(root, 'w:lists'), { parts: undefined, main: undefined });
  return reader.source(name, descendants(root, 'w:body').flatMap(elementsOf));
}

function readPackage(parts: DocxPackage, name: string): SourceText {
  const main = parts.main();
  if (!main) throw new IntakeError('damaged', 'no main part');
  const damaged: string[] = [];
  const part = (type: string): XmlElement | undefined => {
    const [path] = parts.related(main, type);
    if (path === undefined) return undefined;
    try {
      return parts.xml(path);
    } catch {
      damaged.push(path);
      return undefined;
    }
  };
  const reader = new DocxReader(part('styles'), part('numbering'), { parts, main });
  const limits: XmlLimits = { skipped: 0 };
  const bytes = parts.bytes(main.path);
  const body = bytes
    ? xmlBlocks(decodeXml(bytes), (_, above) => isBody(above.at(-1)), limits)
    : descendants(parts.xml(main.path), 'w:body').flatMap(elementsOf);
  const { unread = [], ...source } = reader.source(name, body);
  return {
    ...source,
    unread: [
      ...unread,
      ...damaged.map((place): Unread => ({ what: 'damaged', place, amount: 1 })),
      ...(limits.skipped > 0 ? [{ what: 'limit', place: '', amount: limits.skipped } as const] : []),
    ],
  };
}

const isBody = (name: string | undefined): boolean =>
  name === 'w:body' || name === 'wx:sect' || name === 'wx:sub-section';
