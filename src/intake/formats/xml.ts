import { Parser } from 'htmlparser2';
import { deepestElement, mostElements, mostElementsInAll } from '../limits';
import { IntakeError } from '../problem';

/** An element of an XML document: names as `canonicalName` gives them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts within, in order. */
  readonly content: readonly (XmlElement | string)[];
}

/**
 * Tables are held nested no deeper than this: the paragraphs of deeper ones belong to the cell around them. Of other elements,
 * the text of those nested deeper than both limits together is counted, not read.
 */
const deepest = 800;
const deepestWithin = 200;
const isTable = (name: string): boolean => name === 'w:tbl' || name === 'table:table';
const isParagraph = (name: string): boolean => /^(?:w:p|a:p|text:[ph])$/.test(name);
/** Characters handed to the parser between two looks at what it gave. */
const stride = 1 << 16;

/**
 * Prefixes by which this code names the namespaces that it knows; files choose their own. Those of OpenDocument carry
 * their usual prefix in their name, today's and OpenOffice.org's alike.
 */
const prefixes: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$|\/word\/2003\/wordml$/, 'w'],
  [/\/word\/2003\/auxHint$/, 'wx'],
  [/\/aml\/2001\/core$/, 'aml'],
  [/\/officeDocument\/(?:2006\/)?math$|\/omml\/2004\/12\/core$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/\/2006\/xmlPackage$/, 'pkg'],
  [/\/package\/2006\/(?:relationships|content-types)$/, ''],
];

function prefixOf(namespace: string, own: string): string {
  const office = /^(?:urn:oasis:names:tc:opendocument:xmlns:|http:\/\/openoffice\.org\/2000\/)(\w+)/.exec(
    namespace,
  )?.[1];
  if (office !== undefined) return office === 'drawing' ? 'draw' : office;
  return prefixes.find(([pattern]) => pattern.test(namespace))?.[1] ?? own;
}

/** Namespaces in force for an element. */
type Scope = ReadonlyMap<string, string>;

function scopeWithin(scope: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let inner: Map<string, string> | undefined;
  for (const [name, namespace] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const own = name.slice('xmlns:'.length);
    (inner ??= new Map(scope)).set(own, prefixOf(namespace, own));
  }
  return inner ?? scope;
}

/** A name with the prefix that this code uses for its namespace; attributes without a prefix have no namespace. */
function canonicalName(name: string, scope: Scope, isAttribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && isAttribute) return name;
  const own = colon < 0 ? '' : name.slice(0, colon);
  const prefix = scope.get(own) ?? own;
  const local = name.slice(colon + 1);
  return prefix ? `${prefix}:${local}` : local;
}

/** The parser cuts text at entities and at the ends of its pieces. */
function addText(content: (XmlElement | string)[], part: string): void {
  const last = content.at(-1);
  if (typeof last === 'string') content[content.length - 1] = last + part;
  else content.push(part);
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (XmlElement | string)[];
}

/** What parsing left out. */
export interface XmlLimits {
  /** Characters of text that were nested too deep. */
  skipped: number;
}

/**
 * Parses XML leniently, block by block, so that a large document is never held whole. What is not in a block is
 * given up once it is closed. Entities other than the five of XML and those by number mean nothing and are kept:
 * nothing is expanded or fetched. Cost: linear.
 * @param isBlock whether an element is to be given out, by its name and those of its ancestors, outermost first
 * @param limits counts what is left out
 * @throws an `IntakeError` when a block holds too many elements
 */
export function* xmlBlocks(
  text: string,
  isBlock: (name: string, ancestors: readonly string[]) => boolean,
  limits: XmlLimits = { skipped: 0 },
): Generator<XmlElement> {
  const path: string[] = [];
  const scopes: Scope[] = [new Map()];
  const open: Open[] = [];
  const done: XmlElement[] = [];
  let held = 0;
  let seen = 0;
  let tooDeep = 0;
  /** Of every element of the path, whether it is left out and what is in it belongs to the one around it. */
  const flat: boolean[] = [];
  /** Paragraphs that are held, one within the other. */
  let paragraphs = 0;
  const parser = new Parser(
    {
      onopentag: (raw, attributes) => {
        if (++seen > mostElementsInAll) throw new IntakeError('tooLarge', `more than ${mostElementsInAll} elements`);
        if (path.length + tooDeep > deepestElement) throw new IntakeError('damaged', `nested ${deepestElement} deep`);
        if (tooDeep > 0 || open.length >= deepest + deepestWithin) {
          tooDeep++;
          return;
        }
        const scope = scopeWithin(scopes.at(-1) ?? new Map(), attributes);
        const name = canonicalName(raw, scope, false);
        const isFlat =
          open.length >= deepest && !isParagraph(name) && paragraphs === 0 && (flat.at(-1) === true || isTable(name));
        flat.push(isFlat);
        if (!isFlat && (open.length > 0 || isBlock(name, path))) {
          if (isParagraph(name)) paragraphs++;
          if (++held > mostElements) throw new IntakeError('tooLarge', `more than ${mostElements} elements`);
          open.push({ name, attributes: canonicalAttributes(attributes, scope), content: [] });
        }
        path.push(name);
        scopes.push(scope);
      },
      ontext: (part) => {
        if (tooDeep > 0 || flat.at(-1)) limits.skipped += part.replace(/\s/g, '').length;
        else if (open.length > 0) addText(open.at(-1)?.content ?? [], part);
      },
      onclosetag: () => {
        if (tooDeep > 0) {
          tooDeep--;
          return;
        }
        path.pop();
        scopes.pop();
        if (flat.pop()) return;
        const element = open.pop();
        if (!element) return;
        if (isParagraph(element.name)) paragraphs--;
        const parent = open.at(-1);
        if (parent) parent.content.push(element);
        else done.push(element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length; at += stride) {
    parser.write(text.slice(at, at + stride));
    yield* done.splice(0);
    if (open.length === 0) held = 0;
  }
  parser.end();
  yield* done;
}

function canonicalAttributes(attributes: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  const canonical: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) canonical[canonicalName(name, scope, true)] = value;
  return canonical;
}

/** Parses a small document whole. @returns its root, undefined where it has none */
export function parseXml(text: string): XmlElement | undefined {
  for (const root of xmlBlocks(text, () => true)) return root;
  return undefined;
}

/** Text of a part of a document: UTF-8 unless it says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : (/^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/.exec(start)?.[1] ?? 'utf-8');
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A name of an encoding that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}

/** Elements directly within, texts left out. */
export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element?.content.filter((one): one is XmlElement => typeof one === 'object') ?? [];

/** Text directly within. */
export const textIn = (element: XmlElement): string =>
  element.content.filter((one): one is string => typeof one === 'string').join('');

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.content.find((one): one is XmlElement => typeof one === 'object' && one.name === name);

/** The attribute `w:val` of the child of this name, as WordprocessingML writes values. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const attributes = childOf(element, name)?.attributes;
  return attributes?.['w:val'] ?? attributes?.val;
};

/** Elements of this name at any depth, in order; those within another are not looked for. Cost: linear. */
export function descendants(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (within: XmlElement): void => {
    for (const child of elementsOf(within)) {
      if (child.name === name) found.push(child);
      else look(child);
    }
  };
  if (element) look(element);
  return found;
}

/** The first element of this name in a document, which is not read further. */
export function firstBlock(text: string, name: string): XmlElement | undefined {
  for (const block of xmlBlocks(text, (one) => one === name)) return block;
  return undefined;
}
