/** A part of an RTF file. Bytes of text stand one by one as `\'hh` and as they are: what they mean, the font says. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'bytes'; readonly from: number; readonly to: number }
  | { readonly kind: 'byte'; readonly byte: number }
  /** Bytes of a picture or object. */
  | { readonly kind: 'binary' };

const [backslash, openBrace, closeBrace, apostrophe] = [0x5c, 0x7b, 0x7d, 0x27];
/** Names and numbers of control words are at most this long. */
const longestWord = 32;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Splits an RTF file. Source: RTF Specification 1.9.1, “Formal Syntax”. Cost: linear. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    if (code === openBrace || code === closeBrace) {
      yield { kind: code === openBrace ? 'open' : 'close' };
      at++;
    } else if (code !== backslash) {
      const from = at;
      while (at < bytes.length && !isSyntax(bytes[at] ?? 0)) at++;
      yield { kind: 'bytes', from, to: at };
    } else if (bytes[at + 1] === apostrophe) {
      const byte = parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
      if (!Number.isNaN(byte)) yield { kind: 'byte', byte };
      at += 4;
    } else if (isLetter(bytes[at + 1] ?? 0)) {
      const from = ++at;
      while (at - from < longestWord && isLetter(bytes[at] ?? 0)) at++;
      const word = String.fromCharCode(...bytes.subarray(from, at));
      const start = at;
      if (bytes[at] === 0x2d) at++;
      while (at - start < longestWord && isDigit(bytes[at] ?? 0)) at++;
      const digits = String.fromCharCode(...bytes.subarray(start, at));
      const value = /\d/.test(digits) ? Number(digits) : undefined;
      if (bytes[at] === 0x20) at++;
      if (word === 'bin') {
        at += Math.max(0, value ?? 0);
        yield { kind: 'binary' };
      } else yield { kind: 'word', word, value };
    } else {
      // A control symbol: its sign is its name.
      yield { kind: 'word', word: String.fromCharCode(bytes[at + 1] ?? 0), value: undefined };
      at += 2;
    }
  }
}

const isSyntax = (code: number): boolean => code === backslash || code === openBrace || code === closeBrace;
