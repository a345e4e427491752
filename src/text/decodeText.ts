/** Files past this many bytes are not read into the library: about 3.5 million Chinese characters. */
export const maximumBytes = 10 * 1024 * 1024;

/** Bytes looked at to tell a binary file. */
const sniffedBytes = 8192;

/** Text of a file, and the encoding it was read in. */
export interface DecodedText {
  /** Line ends are LF, a byte order mark is gone. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** A text is still taken for UTF-8 when at most one in this many of its characters outside ASCII is damaged. */
const goodForEachDamaged = 20;

/**
 * Decodes a text file as UTF-8 (with or without byte order mark), UTF-16 (with one) or GB18030.
 * UTF-8 with a few damaged bytes is read with U+FFFD in their place, and cut off within a character without that one.
 * Returns undefined for what is not text: bytes that hold NUL, or that are valid in none of these encodings.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decode(bytes);
  if (!decoded || decoded.text.includes('\0')) return undefined;
  return { text: decoded.text.replace(/\r\n?/g, '\n'), encoding: decoded.encoding };
}

function decode(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly(bytes, 'utf-16be');
  if (bytes.subarray(0, sniffedBytes).includes(0)) return undefined;
  return strictly(bytes, 'utf-8') ?? damagedUtf8(bytes) ?? plausible(strictly(bytes, 'gb18030'));
}

function strictly(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\ufffd$/, '');
  let damaged = 0;
  let good = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) good++;
  }
  return good > 0 && damaged * goodForEachDamaged <= good ? { text, encoding: 'utf-8' } : undefined;
}

/** GB18030 gives a meaning to nearly every byte sequence; in real text private-use characters and controls are absent. */
const plausible = (decoded: DecodedText | undefined): DecodedText | undefined =>
  decoded && /[\p{Co}\p{Cn}]|[\x01-\x08\x0e-\x1f]/u.test(decoded.text) ? undefined : decoded;
