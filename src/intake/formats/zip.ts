import { Inflate } from 'fflate';
import { mostEntries } from '../limits';
import { IntakeError } from '../problem';

/**
 * Lists and unpacks ZIP archives. Our own reader on top of fflate's inflate: an importer needs the names as bytes (old
 * Chinese programs write GBK without saying so), has to stop an entry in the middle whatever size it claims, and reads
 * one directory for two questions: is this a document, or a folder of files. `@zip.js/zip.js` does the same with streams,
 * workers of its own and encryption, asynchronously and in ten times the code.
 *
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 to 4.3.16, 4.5.3 and 4.6.9. Sizes come from the directory, so
 * that data descriptors need no reading.
 */

/** An entry of an archive, not yet unpacked. */
export interface ZipEntry {
  /** As it stands in the archive, `/` between segments; nothing is ever written under it. */
  readonly path: string;
  /** Whether a password is needed. */
  readonly encrypted: boolean;
  /** Unpacks it. Throws an `IntakeError` when it is damaged, or larger than `limit` bytes whatever the archive says. */
  unpack(limit: number): Uint8Array;
}

/** Bytes that may still be unpacked of an archive: of its entries, and of the parts of the documents among them, together. */
export interface UnpackingRoom {
  left: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endLength = 22;
const locatorLength = 20;
const longestComment = 65_535;
/** Stands where the number is in the ZIP64 record or field. */
const in64 = { short: 0xffff, long: 0xffffffff };
const field64 = 0x0001;
const fieldUnicodePath = 0x7075;

/**
 * Lists the files of a ZIP archive; folders are left out.
 * @param room what its entries take their bytes from; an entry that it has no room for is an `archiveTooLarge`
 * @throws an `IntakeError` when the archive is damaged, has too many entries, or entries that share their bytes
 */
export function readZip(bytes: Uint8Array, room: UnpackingRoom = { left: Infinity }): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, directory } = findDirectory(view);
    if (count > mostEntries) throw new IntakeError('archiveTooLarge', `${count} entries`);
    const entries: ZipEntry[] = [];
    let at = directory;
    let packed = 0;
    for (let index = 0; index < count; index++) {
      const { record, path, encrypted, length } = readEntry(bytes, view, at);
      packed += record.packed;
      const unpackTo = (limit: number): Uint8Array =>
        unpackWithin(room, limit, (most) => unpack(bytes, view, record, most));
      if (!path.endsWith('/')) entries.push({ path, encrypted, unpack: unpackTo });
      at += length;
    }
    // Entries over each other: a small archive that unpacks to any size.
    if (packed > bytes.length) throw new IntakeError('archiveTooLarge', 'entries that share their bytes');
    return entries;
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('damaged', String(error));
  }
}

/** Where the directory begins, and how many entries it has. */
function findDirectory(view: DataView): { count: number; directory: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  const locator = end - locatorLength;
  const is64 = locator >= 0 && view.getUint32(locator, true) === locator64Signature;
  if (is64 && (count === in64.short || directory === in64.long || view.getUint32(end + 12, true) === in64.long)) {
    const record = number64(view, locator + 8);
    if (view.getUint32(record, true) !== end64Signature) throw new IntakeError('damaged', 'ZIP64 record');
    return { count: number64(view, record + 32), directory: number64(view, record + 48) };
  }
  return { count, directory };
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0 && at >= view.byteLength - endLength - longestComment; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new IntakeError('damaged', 'no end of central directory');
}

/** What is past 2^53 is past the end of any file. */
const number64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the bytes of an entry are. */
interface Packed {
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { record: Packed; path: string; encrypted: boolean; length: number } {
  if (view.getUint32(at, true) !== entrySignature) throw new IntakeError('damaged', 'central directory');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const fields = extraFields(view, at + 46 + nameLength, extraLength);
  const flags = view.getUint16(at + 8, true);
  // The field has only those numbers whose places say so, in this order.
  let next = fields.get(field64)?.start ?? 0;
  const number = (place: number): number => {
    const value = view.getUint32(place, true);
    if (value !== in64.long || !fields.has(field64)) return value;
    next += 8;
    return number64(view, next - 8);
  };
  number(at + 24);
  const packed = number(at + 20);
  const offset = number(at + 42);
  const unicode = fields.get(fieldUnicodePath);
  const path = unicode
    ? new TextDecoder().decode(bytes.subarray(unicode.start + 5, unicode.end))
    : decodeName(name, (flags & 0x800) !== 0);
  return {
    record: { offset, packed, method: view.getUint16(at + 10, true) },
    path: path.replaceAll('\\', '/'),
    encrypted: (flags & 1) !== 0,
    length: 46 + nameLength + extraLength + view.getUint16(at + 32, true),
  };
}

function extraFields(
  view: DataView,
  start: number,
  length: number,
): ReadonlyMap<number, { start: number; end: number }> {
  const fields = new Map<number, { start: number; end: number }>();
  for (let at = start; at + 4 <= start + length;) {
    const size = view.getUint16(at + 2, true);
    fields.set(view.getUint16(at, true), { start: at + 4, end: Math.min(at + 4 + size, start + length) });
    at += 4 + size;
  }
  return fields;
}

/** Bytes of at most two Chinese characters may be letters of other scripts in UTF-8 by chance: those of 通 are a mark without letter. */
function shortChineseName(name: Uint8Array): string | undefined {
  if (name.filter((byte) => byte > 0x7f).length > 4) return undefined;
  const [other = '', chinese = ''] = ['utf-8', 'gb18030'].map((encoding) =>
    new TextDecoder(encoding).decode(name).replace(/[\x00-\x7f]/g, ''),
  );
  const isOther = other !== '' && !/[\p{Script=Han}\p{Script=Latin}\ufffd]/u.test(other);
  return isOther && /^\p{Script=Han}+$/u.test(chinese) ? new TextDecoder('gb18030').decode(name) : undefined;
}

/** Old Chinese programs write names in GBK without saying so. */
function decodeName(name: Uint8Array, isUtf8: boolean): string {
  const decoded = isUtf8 ? undefined : shortChineseName(name);
  if (decoded !== undefined) return decoded;
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(name);
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('latin1').decode(name);
}

/** What is refused for its size has cost as much as it would have given. */
function unpackWithin(room: UnpackingRoom, limit: number, unpackTo: (most: number) => Uint8Array): Uint8Array {
  const most = Math.min(limit, room.left);
  room.left -= most;
  try {
    const unpacked = unpackTo(most);
    room.left += most - unpacked.length;
    return unpacked;
  } catch (error) {
    const isFull = most < limit && error instanceof IntakeError && error.code === 'tooLarge';
    throw isFull ? new IntakeError('archiveTooLarge', 'more than all entries may have together') : error;
  }
}

/** Bytes inflated between two looks at how large the result is. */
const chunk = 65_536;

function unpack(bytes: Uint8Array, view: DataView, { offset, packed, method }: Packed, limit: number): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== fileSignature)
    throw new IntakeError('damaged', 'local header');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw new IntakeError('damaged', 'cut off');
  if (method === 0) {
    if (data.length > limit) throw new IntakeError('tooLarge');
    return data;
  }
  if (method !== 8) throw new IntakeError('unsupported', `compression method ${method}`);
  return inflate(data, limit);
}

/** Inflates raw DEFLATE data. @throws an `IntakeError` when it is damaged or grows past `limit` bytes */
function inflate(data: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > limit) throw new IntakeError('tooLarge', `more than ${limit} bytes`);
    parts.push(part);
  });
  try {
    for (let at = 0; at < data.length; at += chunk)
      stream.push(data.subarray(at, at + chunk), at + chunk >= data.length);
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('damaged', String(error));
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
