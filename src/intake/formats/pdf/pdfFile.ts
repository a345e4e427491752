import { IntakeError } from '../../problem';
import type { PdfDictionary, PdfStream, PdfValue } from './pdfObjects';
import { isDictionary, isList, isName, isReference, isStream, latin, PdfScanner } from './pdfObjects';
import { inflate } from '../zip';

/** Bytes that one stream may unpack to. */
const largestStream = 64 * 1024 * 1024;
/** Pages are at most so many, and nested so deep. */
const mostPages = 20_000;
const deepestTree = 40;

/**
 * The objects of a PDF file. They are found by looking for all of them rather than by the table of places, which is what
 * programs do to repair a file; the last of a number counts. Source: ISO 32000-1, section 7.5.
 */
export class PdfFile {
  private readonly objects = new Map<number, PdfValue>();

  /** @throws an `IntakeError` when the file is encrypted, or has no pages */
  constructor(bytes: Uint8Array) {
    const text = latin(bytes);
    for (const found of text.matchAll(/(?<![0-9])(\d{1,10})[ \t\r\n]+\d{1,5}[ \t\r\n]+obj(?![a-z])/g)) {
      const scanner = new PdfScanner(bytes, found.index + found[0].length);
      const value = scanner.next();
      if (value === undefined) continue;
      this.objects.set(Number(found[1]), isDictionary(value) ? withStream(scanner, value, text) : value);
    }
    if (/\/Encrypt[ \t\r\n]*(?:\d+[ \t\r\n]+\d+[ \t\r\n]+R|<<)/.test(text)) throw new IntakeError('protected');
    for (const value of [...this.objects.values()]) this.addCompressed(value);
  }

  /** What a value means once references are followed. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let result = value;
    for (let depth = 0; isReference(result) && depth < deepestTree; depth++) result = this.objects.get(result.ref);
    return result;
  }

  /** An entry of a dictionary, references followed. */
  get(dictionary: PdfDictionary | undefined, key: string): PdfValue | undefined {
    return this.resolve(dictionary?.get(key));
  }

  /** An entry that is a dictionary itself. */
  dictionary(dictionary: PdfDictionary | undefined, key: string): PdfDictionary | undefined {
    const value = this.get(dictionary, key);
    return isDictionary(value) ? value : isStream(value) ? value.dictionary : undefined;
  }

  /** Pages in order, each with the entries that it inherits. */
  pages(): readonly PdfDictionary[] {
    const catalogs = [...this.objects.values()].filter((value) => isDictionary(value) && isType(value, 'Catalog'));
    const pages: PdfDictionary[] = [];
    const visit = (value: PdfValue | undefined, inherited: PdfDictionary, depth: number): void => {
      const node = this.resolve(value);
      if (!isDictionary(node) || depth > deepestTree || pages.length >= mostPages) return;
      const own = new Map([...inherited, ...node]);
      const kids = this.get(node, 'Kids');
      if (isList(kids))
        for (const kid of kids) visit(kid, new Map([...own].filter(([key]) => key === 'Resources')), depth + 1);
      else pages.push(own);
    };
    const last = catalogs.at(-1);
    if (isDictionary(last)) visit(last.get('Pages'), new Map(), 0);
    if (pages.length === 0) throw new IntakeError('damaged', 'no pages');
    return pages;
  }

  /** The content of a stream, unpacked; empty for filters of pictures. */
  unpack({ dictionary, bytes }: PdfStream): Uint8Array {
    const filter = this.get(dictionary, 'Filter');
    const filters = isList(filter) ? filter.map((one) => this.resolve(one)) : filter === undefined ? [] : [filter];
    let data = bytes;
    for (const one of filters) {
      if (!isName(one)) return new Uint8Array();
      if (one.name === 'FlateDecode' || one.name === 'Fl') data = inflate(data.subarray(2), largestStream);
      else if (one.name === 'ASCIIHexDecode') data = hexadecimal(data);
      else return new Uint8Array();
    }
    return this.unpredicted(dictionary, data);
  }

  private addCompressed(value: PdfValue): void {
    if (!isStream(value) || !isType(value.dictionary, 'ObjStm')) return;
    const [count, first] = [this.get(value.dictionary, 'N'), this.get(value.dictionary, 'First')];
    if (typeof count !== 'number' || typeof first !== 'number') return;
    const data = this.unpack(value);
    const heads = new PdfScanner(data);
    for (let index = 0; index < count; index++) {
      const [number, offset] = [heads.next(), heads.next()];
      if (typeof number !== 'number' || typeof offset !== 'number') return;
      const object = new PdfScanner(data, first + offset).next();
      // An object that stands by itself is a later version.
      if (object !== undefined && !this.objects.has(number)) this.objects.set(number, object);
    }
  }

  /** Undoes the PNG predictors, which files use for tables of objects. */
  private unpredicted(dictionary: PdfDictionary, data: Uint8Array): Uint8Array {
    const options = this.dictionary(dictionary, 'DecodeParms');
    const predictor = this.get(options, 'Predictor');
    if (typeof predictor !== 'number' || predictor < 10) return data;
    const columns = this.get(options, 'Columns');
    const width = typeof columns === 'number' ? columns : 1;
    const rows = Math.floor(data.length / (width + 1));
    const out = new Uint8Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const kind = data[row * (width + 1)] ?? 0;
      for (let column = 0; column < width; column++) {
        const at = row * width + column;
        const left = column > 0 ? (out[at - 1] ?? 0) : 0;
        const up = row > 0 ? (out[at - width] ?? 0) : 0;
        const add = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : 0;
        out[at] = (data[row * (width + 1) + 1 + column] ?? 0) + add;
      }
    }
    return out;
  }
}

const isType = (dictionary: PdfDictionary, name: string): boolean => {
  const type = dictionary.get('Type');
  return isName(type) && type.name === name;
};

/** The stream that follows a dictionary, if one does. Its end is looked for where its length is not said, or wrong. */
function withStream(scanner: PdfScanner, dictionary: PdfDictionary, text: string): PdfValue {
  scanner.skipBlank();
  if (!text.startsWith('stream', scanner.at)) return dictionary;
  const start = scanner.at + 6 + (text.startsWith('\r\n', scanner.at + 6) ? 2 : 1);
  const length = dictionary.get('Length');
  const said = typeof length === 'number' ? start + length : -1;
  const known = said > 0 && /^\s*endstream/.test(text.slice(said, said + 16));
  const found = text.indexOf('endstream', start);
  const end = known ? said : found < 0 ? text.length : found;
  return { dictionary, bytes: scanner.bytes.subarray(start, end) };
}

const hexadecimal = (data: Uint8Array): Uint8Array =>
  Uint8Array.from(
    latin(data)
      .replace(/[^0-9a-f]/gi, '')
      .match(/../g) ?? [],
    (pair) => parseInt(pair, 16),
  );
