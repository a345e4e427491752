import { IntakeError } from '../../problem';

/** A reference to an indirect object. */
export interface PdfReference {
  readonly ref: number;
}
/** A stream: its dictionary, and its bytes as they stand in the file. */
export interface PdfStream {
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
/** A string's bytes. */
export interface PdfString {
  readonly bytes: Uint8Array;
}
/** A name, or an operator of a content stream. */
export interface PdfName {
  readonly name: string;
  readonly operator?: boolean;
}
export type PdfValue =
  number | boolean | null | PdfName | PdfString | PdfReference | PdfStream | PdfDictionary | readonly PdfValue[];

export const isName = (value: PdfValue | undefined): value is PdfName =>
  typeof value === 'object' && value !== null && 'name' in value;
export const isString = (value: PdfValue | undefined): value is PdfString =>
  typeof value === 'object' && value !== null && 'bytes' in value && !('dictionary' in value);
export const isStream = (value: PdfValue | undefined): value is PdfStream =>
  typeof value === 'object' && value !== null && 'dictionary' in value;
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'ref' in value;
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

const isBlank = (code: number | undefined): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
const delimiters = new Set([...'()<>[]{}/%'].map((mark) => mark.charCodeAt(0)));
const isRegular = (code: number | undefined): boolean => code !== undefined && !isBlank(code) && !delimiters.has(code);

/** Deepest nesting of lists and dictionaries. */
const deepest = 64;

/** Reads the values of a PDF file or content stream one after the other. Source: ISO 32000-1, sections 7.2 and 7.3. */
export class PdfScanner {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** The next value; undefined at the end, and for a closing bracket, which is passed over. */
  next(depth = 0): PdfValue | undefined {
    this.skipBlank();
    const { bytes, at } = this;
    const code = bytes[at];
    if (code === undefined || depth > deepest) return undefined;
    if (code === 0x2f) return this.name();
    if (code === 0x28) return this.literal();
    if (code === 0x3c) return bytes[at + 1] === 0x3c ? this.dictionary(depth) : this.hexadecimal();
    if (code === 0x5b) return this.list(depth);
    if (delimiters.has(code)) {
      this.at += code === 0x3e && bytes[at + 1] === 0x3e ? 2 : 1;
      return undefined;
    }
    return this.word();
  }

  skipBlank(): void {
    for (;;) {
      while (isBlank(this.bytes[this.at])) this.at++;
      if (this.bytes[this.at] !== 0x25) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.at++;
    }
  }

  private name(): PdfName {
    const start = ++this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    const name = latin(this.bytes.subarray(start, this.at));
    return { name: name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) };
  }

  private word(): PdfValue {
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at++;
    const word = latin(this.bytes.subarray(start, this.at));
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return this.reference(Number(word));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { name: word, operator: true };
  }

  /** `12 0 R` is one value. */
  private reference(number: number): PdfValue {
    const near = latin(this.bytes.subarray(this.at, this.at + 16));
    const found = Number.isInteger(number) && number >= 0 ? /^\s+\d{1,5}\s+R(?![A-Za-z0-9])/.exec(near) : null;
    if (!found) return number;
    this.at += found[0].length;
    return { ref: number };
  }

  private list(depth: number): readonly PdfValue[] {
    this.at++;
    const list: PdfValue[] = [];
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === undefined) return list;
      if (this.bytes[this.at] === 0x5d) {
        this.at++;
        return list;
      }
      const value = this.next(depth + 1);
      if (value !== undefined) list.push(value);
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const dictionary = new Map<string, PdfValue>();
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === undefined) return dictionary;
      if (this.bytes[this.at] === 0x3e) {
        this.at += 2;
        return dictionary;
      }
      const key = this.next(depth + 1);
      const value = this.next(depth + 1);
      if (isName(key) && value !== undefined) dictionary.set(key.name, value);
      if (key === undefined && value === undefined) return dictionary;
    }
  }

  private literal(): PdfString {
    const out: number[] = [];
    let depth = 1;
    this.at++;
    while (this.at < this.bytes.length) {
      const code = this.bytes[this.at++] ?? 0;
      if (code === 0x5c) this.escape(out);
      else {
        if (code === 0x28) depth++;
        if (code === 0x29 && --depth === 0) break;
        out.push(code);
      }
    }
    return { bytes: Uint8Array.from(out) };
  }

  private escape(out: number[]): void {
    const code = this.bytes[this.at++] ?? 0;
    const plain = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }[code];
    if (code >= 0x30 && code <= 0x37) {
      let value = code - 0x30;
      for (let digits = 1; digits < 3; digits++) {
        const digit = this.bytes[this.at] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + digit - 0x30;
        this.at++;
      }
      out.push(value & 0xff);
    } else if (code === 0x0d) {
      if (this.bytes[this.at] === 0x0a) this.at++;
    } else if (code !== 0x0a) out.push(plain ?? code);
  }

  private hexadecimal(): PdfString {
    this.at++;
    const start = this.at;
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x3e) this.at++;
    const digits = latin(this.bytes.subarray(start, this.at++)).replace(/[^0-9a-f]/gi, '');
    const pairs = (digits.length % 2 ? `${digits}0` : digits).match(/../g) ?? [];
    return { bytes: Uint8Array.from(pairs, (pair) => parseInt(pair, 16)) };
  }
}

/** Bytes as characters of the same number. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** A number, or the error that a file is damaged. */
export function numberOf(value: PdfValue | undefined, what: string): number {
  if (typeof value !== 'number') throw new IntakeError('damaged', `no ${what}`);
  return value;
}
