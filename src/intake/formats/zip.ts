import { Inflate } from 'fflate';
import { IntakeError } from '../problem';

/** An entry of an archive, not yet unpacked. */
export interface ZipEntry {
  /** As it stands in the archive, `/` between segments; nothing is ever written under it. */
  readonly path: string;
  /** Whether a password is needed. */
  readonly encrypted: boolean;
  /** Unpacks it. Throws an `IntakeError` when it is damaged, or larger than `limit` bytes whatever the archive says. */
  unpack(limit: number): Uint8Array;
}

/** More entries than a folder of material has. */
const mostEntries = 5000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65_535;

/** Whether bytes begin like a ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * Lists the files of a ZIP archive. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 * @throws an `IntakeError` when the archive is damaged or has too many entries
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new IntakeError('archiveTooLarge', `${count} entries`);
  const entries: ZipEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== entrySignature) throw new IntakeError('damaged', 'central directory');
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
        view.getUint16(at + field, true),
      ) as [number, number, number];
      const name = bytes.subarray(at + 46, at + 46 + nameLength);
      const flags = view.getUint16(at + 8, true);
      const path = decodeName(name, (flags & 0x800) !== 0).replaceAll('\\', '/');
      const packed = view.getUint32(at + 20, true);
      const method = view.getUint16(at + 10, true);
      const offset = view.getUint32(at + 42, true);
      if (!path.endsWith('/')) {
        entries.push({
          path,
          encrypted: (flags & 1) !== 0,
          unpack: (limit) => unpack(bytes, view, { offset, packed, method }, limit),
        });
      }
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('damaged', String(error));
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0 && at >= view.byteLength - endLength - longestComment; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new IntakeError('damaged', 'no end of central directory');
}

/** Old Chinese programs write names in GBK without saying so. */
function decodeName(name: Uint8Array, isUtf8: boolean): string {
  for (const encoding of isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(name);
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('latin1').decode(name);
}

/** Bytes inflated between two looks at how large the result is. */
const chunk = 65_536;

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { offset, packed, method }: { offset: number; packed: number; method: number },
  limit: number,
): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== fileSignature)
    throw new IntakeError('damaged', 'local header');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw new IntakeError('damaged', 'cut off');
  if (method === 0) {
    if (data.length > limit) throw new IntakeError('tooLarge');
    return data;
  }
  if (method !== 8) throw new IntakeError('damaged', `compression method ${method}`);
  return inflate(data, limit);
}

/** Inflates raw DEFLATE data. @throws an `IntakeError` when it is damaged or grows past `limit` bytes */
export function inflate(data: Uint8Array, limit: number): Uint8Array {
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
