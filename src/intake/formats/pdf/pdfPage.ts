import type { PdfFile } from './pdfFile';
import type { PdfFont } from './pdfFont';
import { pdfFont } from './pdfFont';
import type { PdfDictionary, PdfValue } from './pdfObjects';
import { isList, isName, isStream, isString, PdfScanner } from './pdfObjects';
import { textWidth } from '../../../text/width';

/** A text that a page shows, in units of the page from its lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
}

/** a b c d e f of a transformation. Source: ISO 32000-1, section 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number];
const unit: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Forms within forms are followed so far. */
const deepestForm = 8;
/** Texts of a page; more is a drawing. */
const mostTexts = 50_000;

/** The texts of a page in the order in which it shows them. Source: ISO 32000-1, section 9.4. */
export function pageTexts(file: PdfFile, page: PdfDictionary): readonly PdfText[] {
  const contents = file.get(page, 'Contents');
  const streams = (isList(contents) ? contents.map((one) => file.resolve(one)) : [contents]).filter((one) =>
    isStream(one),
  );
  const reader = new PageReader(file);
  // A page's streams are one: an operation may begin in one and end in the next.
  const parts = streams.map((stream) => file.unpack(stream));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0)).fill(0x20);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  reader.read(whole, file.dictionary(page, 'Resources'), unit, 0);
  return reader.texts;
}

class PageReader {
  readonly texts: PdfText[] = [];
  private readonly fonts = new Map<PdfDictionary | undefined, PdfFont>();

  constructor(private readonly file: PdfFile) {}

  read(content: Uint8Array, resources: PdfDictionary | undefined, start: Matrix, depth: number): void {
    const scanner = new PdfScanner(content);
    const saved: Matrix[] = [];
    let transformation = start;
    let line = unit;
    let text = unit;
    let font: PdfFont | undefined;
    let size = 1;
    let leading = 0;
    let operands: PdfValue[] = [];
    const number = (at: number): number => {
      const value = operands[at];
      return typeof value === 'number' ? value : 0;
    };
    const matrix = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
    const move = (x: number, y: number): void => {
      line = multiply([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (value: PdfValue | undefined): void => {
      if (typeof value === 'number') text = multiply([1, 0, 0, 1, (-value / 1000) * size, 0], text);
      if (!isString(value) || !font || this.texts.length >= mostTexts) return;
      const shown = font(value.bytes);
      const [, , c, d, x, y] = multiply(text, transformation);
      const height = Math.hypot(c, d) * Math.abs(size) || 1;
      if (shown.trim()) this.texts.push({ text: shown, x, y, size: height });
      text = multiply([1, 0, 0, 1, textWidth(shown) * size, 0], text);
    };
    while (scanner.at < content.length) {
      const value = scanner.next();
      if (value === undefined) continue;
      if (!isName(value) || !value.operator) {
        operands.push(value);
        continue;
      }
      switch (value.name) {
        case 'q':
          saved.push(transformation);
          break;
        case 'Q':
          transformation = saved.pop() ?? start;
          break;
        case 'cm':
          transformation = multiply(matrix(), transformation);
          break;
        case 'BT':
          line = text = unit;
          break;
        case 'Tf':
          font = this.font(resources, operands[0]);
          size = number(1);
          break;
        case 'TL':
          leading = number(0);
          break;
        case 'TD':
          leading = -number(1);
          move(number(0), number(1));
          break;
        case 'Td':
          move(number(0), number(1));
          break;
        case 'Tm':
          line = text = matrix();
          break;
        case 'T*':
          move(0, -leading);
          break;
        case 'Tj':
          show(operands[0]);
          break;
        case "'":
        case '"':
          move(0, -leading);
          show(operands.at(-1));
          break;
        case 'TJ':
          if (isList(operands[0])) operands[0].forEach(show);
          break;
        case 'Do':
          this.readForm(resources, operands[0], transformation, depth);
          break;
        case 'BI':
          skipImage(scanner);
          break;
      }
      operands = [];
    }
  }

  private font(resources: PdfDictionary | undefined, name: PdfValue | undefined): PdfFont | undefined {
    if (!isName(name)) return undefined;
    const dictionary = this.file.dictionary(this.file.dictionary(resources, 'Font'), name.name);
    const known = this.fonts.get(dictionary);
    if (known) return known;
    const font = pdfFont(this.file, dictionary);
    this.fonts.set(dictionary, font);
    return font;
  }

  private readForm(resources: PdfDictionary | undefined, name: PdfValue | undefined, at: Matrix, depth: number): void {
    if (!isName(name) || depth >= deepestForm) return;
    const form = this.file.get(this.file.dictionary(resources, 'XObject'), name.name);
    if (!isStream(form)) return;
    const subtype = this.file.get(form.dictionary, 'Subtype');
    if (!isName(subtype) || subtype.name !== 'Form') return;
    const own = this.file.get(form.dictionary, 'Matrix');
    const numbers = isList(own) ? own.map((value) => (typeof value === 'number' ? value : 0)) : [];
    const matrix: Matrix = numbers.length === 6 ? (numbers as unknown as Matrix) : unit;
    const inner = this.file.dictionary(form.dictionary, 'Resources') ?? resources;
    this.read(this.file.unpack(form), inner, multiply(matrix, at), depth + 1);
  }
}

/** The bytes of a picture in a page are no operations. */
function skipImage(scanner: PdfScanner): void {
  const { bytes } = scanner;
  for (let at = scanner.at; at + 3 < bytes.length; at++) {
    const ends =
      bytes[at] === 0x45 && bytes[at + 1] === 0x49 && (bytes[at - 1] ?? 0) <= 0x20 && (bytes[at + 2] ?? 0) <= 0x20;
    if (ends) {
      scanner.at = at + 2;
      return;
    }
  }
  scanner.at = bytes.length;
}
