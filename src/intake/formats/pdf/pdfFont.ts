import type { PdfFile } from './pdfFile';
import type { PdfDictionary, PdfValue } from './pdfObjects';
import { isList, isName, isStream, isString, PdfScanner } from './pdfObjects';

/** Turns the bytes of a shown string into text. */
export type PdfFont = (bytes: Uint8Array) => string;

/** Makes the decoder of a font: by its own table of characters, else by its encoding. Source: ISO 32000-1, section 9.10. */
export function pdfFont(file: PdfFile, font: PdfDictionary | undefined): PdfFont {
  const table = file.get(font, 'ToUnicode');
  const encoding = file.get(font, 'Encoding');
  const subtype = file.get(font, 'Subtype');
  const composite = isName(subtype) && subtype.name === 'Type0';
  const fallback = composite ? compositeFont(encoding) : simpleFont(file, encoding);
  if (!isStream(table)) return fallback;
  const characters = readCharacterMap(file.unpack(table));
  const width = composite ? 2 : 1;
  return (bytes) => {
    let text = '';
    for (let at = 0; at + width <= bytes.length; at += width) {
      const code = width === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      text += characters.get(code) ?? fallback(bytes.subarray(at, at + width));
    }
    return text;
  };
}

/** Encodings that everybody knows need no table: their codes are Unicode or GBK. Glyph numbers alone say nothing. */
function compositeFont(encoding: PdfValue | undefined): PdfFont {
  const name = isName(encoding) ? encoding.name : '';
  const decoder = /UCS2|UTF16/.test(name)
    ? new TextDecoder('utf-16be')
    : name.startsWith('GB')
      ? new TextDecoder('gb18030')
      : /B5|ETen/.test(name)
        ? new TextDecoder('big5')
        : undefined;
  return (bytes) => decoder?.decode(bytes) ?? '';
}

function simpleFont(file: PdfFile, encoding: PdfValue | undefined): PdfFont {
  const windows = new TextDecoder('windows-1252');
  const dictionary = encoding instanceof Map ? (encoding as PdfDictionary) : undefined;
  const names = new Map<number, string>();
  const differences = file.get(dictionary, 'Differences');
  let code = 0;
  for (const value of isList(differences) ? differences : []) {
    if (typeof value === 'number') code = value;
    else if (isName(value)) names.set(code++, characterOf(value.name));
  }
  return (bytes) => [...bytes].map((byte) => names.get(byte) ?? windows.decode(Uint8Array.of(byte))).join('');
}

/** The character that a glyph's name means: uni4E00, A, one, comma…. */
function characterOf(name: string): string {
  const code = /^(?:uni|u)([0-9A-F]{4,6})/.exec(name)?.[1];
  if (code) return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
  const known: Readonly<Record<string, string>> = {
    space: ' ',
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    comma: ',',
    period: '.',
    colon: ':',
    semicolon: ';',
    hyphen: '-',
    percent: '%',
    parenleft: '(',
    parenright: ')',
    slash: '/',
  };
  return known[name] ?? (name.length === 1 ? name : '');
}

/** Codes and the text that they stand for, from a ToUnicode table: bfchar and bfrange sections. */
function readCharacterMap(bytes: Uint8Array): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const scanner = new PdfScanner(bytes);
  let stack: PdfValue[] = [];
  while (scanner.at < bytes.length) {
    const value = scanner.next();
    if (value === undefined) continue;
    if (!isName(value) || !value.operator) {
      stack.push(value);
      continue;
    }
    if (value.name === 'endbfchar') {
      for (let at = 0; at + 1 < stack.length; at += 2) map.set(codeOf(stack[at]), textOf(stack[at + 1]));
    } else if (value.name === 'endbfrange') {
      for (let at = 0; at + 2 < stack.length; at += 3)
        addRange(map, codeOf(stack[at]), codeOf(stack[at + 1]), stack[at + 2]);
    }
    stack = [];
  }
  return map;
}

function addRange(map: Map<number, string>, from: number, to: number, target: PdfValue | undefined): void {
  const last = Math.min(to, from + 0xffff);
  const start = textOf(target);
  for (let code = from; code <= last; code++) {
    if (isList(target)) map.set(code, textOf(target[code - from]));
    else map.set(code, start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - from));
  }
}

const codeOf = (value: PdfValue | undefined): number =>
  isString(value) ? [...value.bytes].reduce((code, byte) => code * 256 + byte, 0) : -1;

const textOf = (value: PdfValue | undefined): string =>
  isString(value) ? new TextDecoder('utf-16be').decode(value.bytes) : '';
