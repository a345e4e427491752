import type { SourceText } from '../../library/document';
import { readFlatDocx, readWordXml } from './docx/docx';
import { readFlatOdt } from './odt/odt';
import type { XmlElement } from './xml';
import { decodeXml, parseXml } from './xml';

/** Characters of a file in which its root is looked for. */
const searched = 4096;

const forms: readonly (readonly [root: RegExp, read: (root: XmlElement, name: string) => SourceText])[] = [
  [/<(?:[\w-]+:)?wordDocument\b/, readWordXml],
  [/<(?:[\w-]+:)?package\b[^>]*\/xmlPackage/, readFlatDocx],
  [/<office:document\b/, readFlatOdt],
];

/**
 * Reads a document of a word processor that is one XML file, whatever it is called: Word 2003 XML, which office systems
 * fill from templates and name `.doc`; flat OPC; flat OpenDocument. Undefined for any other file.
 * @throws an `IntakeError` when it is damaged or too large
 */
export function readOfficeXml(bytes: Uint8Array, name: string): SourceText | undefined {
  const start = decodeXml(bytes.subarray(0, searched));
  if (!/^\s*</.test(start)) return undefined;
  const read = forms.find(([root]) => root.test(start))?.[1];
  const root = read && parseXml(decodeXml(bytes));
  return root && read?.(root, name);
}
