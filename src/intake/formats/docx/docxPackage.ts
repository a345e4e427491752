import { largestPart } from '../../limits';
import { IntakeError } from '../../problem';
import type { XmlElement } from '../xml';
import { childOf, decodeXml, elementsOf, parseXml } from '../xml';
import type { ZipEntry } from '../zip';

/** A part of a document, and the parts that it refers to. */
export interface DocxPart {
  readonly path: string;
  readonly relations: readonly Relation[];
}

interface Relation {
  readonly id: string;
  /** Last segment of the type: `styles`, `footnotes`. */
  readonly type: string;
  /** Path of the part; undefined for what is outside. */
  readonly target: string | undefined;
}

/**
 * The parts of a Word document: they are found by what refers to them and by their content types, whatever their names.
 * Where a program left these out, by the names that Word gives. Source: ECMA-376 part 2, sections 9.2 and 9.3.
 */
export class DocxPackage {
  private readonly parts = new Map<string, () => Uint8Array | XmlElement>();

  /** @throws an `IntakeError` when an entry is damaged */
  static ofZip(entries: readonly ZipEntry[]): DocxPackage {
    const document = new DocxPackage();
    for (const entry of entries) document.parts.set(keyOf(entry.path), () => entry.unpack(largestPart));
    return document;
  }

  /** A document whose parts stand in one XML file (flat OPC). @param root its `pkg:package` */
  static ofFlat(root: XmlElement): DocxPackage {
    const document = new DocxPackage();
    for (const part of elementsOf(root)) {
      const content = elementsOf(childOf(part, 'pkg:xmlData'))[0];
      if (content) document.parts.set(keyOf(part.attributes['pkg:name'] ?? ''), () => content);
    }
    return document;
  }

  /** The main part of a Word document; undefined when it is another kind of package. */
  main(): DocxPart | undefined {
    const start = this.relationsOf('').find(({ type }) => type === 'officedocument')?.target;
    const path = [start, this.declaredMain(), 'word/document.xml', this.likelyMain()].find(
      (candidate) => candidate !== undefined && this.parts.has(keyOf(candidate)) && this.isWord(candidate),
    );
    return path === undefined ? undefined : { path, relations: this.relationsOf(path) };
  }

  /** Paths of the parts of a type that a part refers to, or the one with the usual name. */
  related({ path, relations }: DocxPart, type: string): readonly string[] {
    const targets = relations.flatMap((one) => (one.type === type && one.target !== undefined ? [one.target] : []));
    const usual = `${folderOf(path)}${type}.xml`;
    return targets.length > 0 ? targets : this.parts.has(keyOf(usual)) ? [usual] : [];
  }

  /** A part as XML, whole. @throws an `IntakeError` when it is damaged or too large */
  xml(path: string): XmlElement | undefined {
    const content = this.parts.get(keyOf(path))?.();
    return content instanceof Uint8Array ? parseXml(decodeXml(content)) : content;
  }

  /** A part as its bytes; undefined where there is none, or none with bytes. */
  bytes(path: string): Uint8Array | undefined {
    const content = this.parts.get(keyOf(path))?.();
    return content instanceof Uint8Array ? content : undefined;
  }

  private relationsOf(path: string): readonly Relation[] {
    const folder = folderOf(path);
    const root = this.readable(`${folder}_rels/${path.slice(folder.length)}.rels`);
    return elementsOf(root).map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type?.split('/').at(-1) ?? '').toLowerCase(),
      target: attributes.TargetMode === 'External' ? undefined : resolved(folder, attributes.Target ?? ''),
    }));
  }

  private declaredMain(): string | undefined {
    const types = elementsOf(this.readable('[Content_Types].xml'));
    return types
      .find(({ attributes }) => isMainType(attributes.ContentType ?? ''))
      ?.attributes.PartName?.replace(/^\//, '');
  }

  private likelyMain(): string | undefined {
    return [...this.parts.keys()].find((path) => /(?:^|\/)word\/document\d*\.xml$/.test(path));
  }

  /** Whether a main part is that of a text document: a package may hold a spreadsheet or slides. */
  private isWord(path: string): boolean {
    const types = elementsOf(this.readable('[Content_Types].xml'));
    const declared = types.find(({ attributes }) => keyOf(attributes.PartName ?? '') === keyOf(path));
    const type = declared?.attributes.ContentType;
    return type === undefined || isMainType(type) ? /\.xml$/i.test(path) : false;
  }

  /** A part of the package itself; a damaged one counts as missing. */
  private readable(path: string): XmlElement | undefined {
    try {
      return this.xml(path);
    } catch (error) {
      if (error instanceof IntakeError) return undefined;
      throw error;
    }
  }
}

const isMainType = (type: string): boolean =>
  /\b(?:wordprocessingml|ms-word)\.(?:document|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml/i.test(type);

/** Names of parts do not tell upper case from lower. */
const keyOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function resolved(folder: string, target: string): string {
  const segments = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
