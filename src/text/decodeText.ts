/*
 * Tells the encoding of a text from its bytes: a byte order mark, else UTF-8 where the bytes are valid (chance makes no
 * Chinese text so; of seven bits, HZ where all its marks are right), else UTF-16 where nearly every unit is a Chinese or ASCII character, else what the file declares, else
 * Big5 where its frequent characters explain the bytes and those of GB 2312 do not, else GB18030.
 * A few damaged bytes change nothing: they are read as U+FFFD. Cost: O(n).
 * Sources: Encoding Standard (whatwg); Unicode, GB 2312—80 (level 1 is 0xB0A1 to 0xD7F9), Big5 (level 1 is 0xA440 to 0xC67E).
 * Rejected: chardet and its ports (0.2 to 0.6 MB of frequency tables for languages that nobody here writes).
 */

import { decodeHz } from './decodeHz';
import { repairGbk } from './repairGbk';

/** Files past this many bytes are not read into the library: about 3.5 million Chinese characters. */
export const maximumBytes = 10 * 1024 * 1024;

/** Bytes looked at to tell a binary file, and to find what a file declares. */
const sniffedBytes = 8192;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'hz';

/** Text of a file, and the encoding it was read in. */
export interface DecodedText {
  /** Line ends are LF, a byte order mark is gone. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** A text is still taken for one of an encoding when at most one in this many of its characters outside ASCII is damaged. */
const goodForEachDamaged = 20;
/** A text holds no NUL; at most one in this many bytes is damage. */
const bytesForEachNul = 200;
/** Share of the units of UTF-16 without a mark that are Chinese or ASCII. */
const certain = 0.97;

/**
 * Decodes a text file as UTF-8 or UTF-16 (with or without byte order mark), GB18030, Big5 or HZ.
 * A few damaged bytes are read as U+FFFD, and a character that is cut off at the end is left out.
 * Returns undefined for what is not text: bytes that hold more than a stray NUL, or that make sense in none of these encodings.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decode(bytes);
  if (!decoded || (decoded.text.includes('\0') && !isReadable(decoded.text))) return undefined;
  return { text: decoded.text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'), encoding: decoded.encoding };
}

function decode(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  const sample = bytes.subarray(0, sniffedBytes);
  const binary = sample.filter((byte) => byte === 0).length * bytesForEachNul > sample.length;
  const utf8 = binary ? undefined : (strictly(bytes, 'utf-8') ?? damagedUtf8(bytes));
  const hz = utf8 && decodeHz(utf8.text);
  if (hz !== undefined) return { text: hz, encoding: 'hz' };
  if (utf8) return utf8;
  const marked = unmarkedUtf16(bytes);
  if (marked || binary) return marked;
  const declared = declaredBig5(bytes);
  return (declared || looksLikeBig5(bytes) ? tolerantly(bytes, 'big5') : undefined) ?? tolerantly(bytes, 'gb18030');
}

function strictly(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** UTF-16 with a mark; a last odd byte is half a character. */
function utf16(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  if (whole.length < bytes.length && whole.length <= 2) return undefined;
  const text = new TextDecoder(encoding).decode(whole);
  return isReadable(text) ? { text, encoding } : strictly(whole, encoding);
}

function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\ufffd$/, '');
  return isReadable(text) ? { text, encoding: 'utf-8' } : undefined;
}

/** GB18030 and Big5 give a meaning to nearly every pair of bytes; controls and many private characters are absent from text. */
function tolerantly(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): DecodedText | undefined {
  const isControl = bytes.includes(0x1a);
  const whole = encoding === 'gb18030' && !isControl ? repairGbk(bytes) : bytes;
  const decoded = new TextDecoder(encoding).decode(whole);
  const text = (isControl ? decoded : decoded.replaceAll('\x1a', '\ufffd')).replace(/\ufffd$/, '');
  return isReadable(text) ? { text, encoding } : undefined;
}

/** Whether at most a few characters are damaged, private, unassigned or controls. */
function isReadable(text: string): boolean {
  let good = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) good++;
  const bad = text.match(/[\ufffd\p{Co}\p{Cn}\x00-\x08\x0e-\x1f]/gu)?.length ?? 0;
  return good > bad && bad * goodForEachDamaged <= good - bad;
}

/** UTF-16 without a mark, where nearly every unit says so in one byte order and not in the other. */
function unmarkedUtf16(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, sniffedBytes) & ~1);
  if (sample.length < 8) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const units = new TextDecoder(encoding).decode(sample);
    const text = units.match(/[\t\n\r -~\u3000-\u301c\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]/g)?.length ?? 0;
    const chinese = units.match(/[\u3000-\u301c\u4e00-\u9fff\uff01-\uff5e]/g)?.length ?? 0;
    if (text >= units.length * certain && chinese * 4 >= units.length) return utf16(bytes, encoding);
  }
  return undefined;
}

/** What a page says of itself: `<meta charset="big5">`, `encoding="Big5"`. Other names are left to the bytes. */
const declaredBig5 = (bytes: Uint8Array): boolean =>
  /(?:charset|encoding)\s{0,9}=[\s"']{0,9}(?:big5|x-x-big5|csbig5)/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  );

/** Whether pairs of bytes are nearly all frequent characters or signs of Big5, and often none of GB 2312. */
function looksLikeBig5(bytes: Uint8Array): boolean {
  let [pairs, big5, gb2312] = [0, 0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x81) continue;
    at++;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) big5++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) gb2312++;
  }
  return pairs >= 8 && big5 >= pairs * 0.9 && gb2312 <= pairs * 0.7;
}
