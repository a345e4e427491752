import type { IntakeProblemCode } from '../problem';

/** What a file is by its first bytes, whatever its name. Kept apart from the readers, which are loaded when needed. */

/** A PDF file; some programs put a few bytes before, and one that lost its first line begins with an object and ends as they do. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes('%PDF-') || (/^\s*(?:%[^\r\n]*[\r\n]\s*)*1 0 obj\s*<</.test(head) && endsAsPdf(bytes));
}

const endsAsPdf = (bytes: Uint8Array): boolean => /%%EOF\s*$/.test(String.fromCharCode(...bytes.subarray(-1024)));

/** A ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** Rich text. */
export const isRtf = (bytes: Uint8Array): boolean =>
  /^\s*\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 100)).replace(/^\xef\xbb\xbf/, ''));

/** OLE compound files: Word before 2007, WPS, and Office documents with a password. */
export const isOle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/** Why a compound file is not read, as far as the names of its streams tell, which stand in it as UTF-16. */
export const oleFault = (bytes: Uint8Array): IntakeProblemCode =>
  includesUtf16(bytes, 'EncryptedPackage')
    ? 'protected'
    : ['Workbook', 'Book', 'PowerPoint Document', '__properties_version1.0'].some((name) => includesUtf16(bytes, name))
      ? 'unsupported'
      : 'oldWord';

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  const last = bytes.length - codes.length;
  for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0 && at <= last; at = bytes.indexOf(codes[0] ?? 0, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}
