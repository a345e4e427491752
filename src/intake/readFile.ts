import { decodeText, maximumBytes } from '../text/decodeText';
import { isDocx, readDocx } from './formats/docx/docx';
import { readHtml } from './formats/html/html';
import { readMarkdown } from './formats/markdown';
import { isPdf, readPdf } from './formats/pdf/pdf';
import { readPlainText } from './formats/plainText';
import type { ZipEntry } from './formats/zip';
import { isZip, readZip } from './formats/zip';
import type { IntakeProblem, UnreadPart } from './problem';
import { IntakeError } from './problem';
import type { SourceText } from '../library/document';

/** Files past this many bytes are refused before they are read: a Word document may hold pictures. */
export const largestFile = 64 * 1024 * 1024;

/** Bytes that the entries of an archive may have together when they are unpacked. */
const largestArchive = 256 * 1024 * 1024;

/** Names of files that are looked at; anything else in a folder or an archive is passed over. */
export const importable = /\.(?:txt|text|md|markdown|docx|html?|xhtml|pdf|zip|docm?|wps|rtf)$/i;

/** What a file gave: one text, or the texts of an archive; what could not be read at all, and what of the texts could not. */
export interface FileTexts {
  readonly texts: readonly SourceText[];
  readonly problems: readonly IntakeProblem[];
  readonly unread: readonly UnreadPart[];
}

/**
 * Reads a file of any format that is taken in. What it is, its bytes say, not its name. Never rejects.
 * A reader of a format returns a `SourceText` or a promise of one, and throws an `IntakeError`.
 * @param name with its ending, without folders
 * @param parseFrontMatter the library's
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  parseFrontMatter: ParseFrontMatter,
): Promise<FileTexts> {
  const texts: SourceText[] = [];
  const problems: IntakeProblem[] = [];
  const unread: UnreadPart[] = [];
  for (const file of filesIn(name, bytes, problems)) {
    try {
      const text = await readOne(file.name, file.bytes(), parseFrontMatter);
      if (text.lines.length === 0) throw new IntakeError('empty');
      texts.push(text);
      for (const part of text.unread ?? []) unread.push({ ...part, name: file.name });
    } catch (error) {
      problems.push(problemOf(file.name, error));
    }
  }
  return { texts, problems, unread };
}

type ParseFrontMatter = Parameters<typeof readMarkdown>[2];

interface Part {
  readonly name: string;
  bytes(): Uint8Array;
}

/** The file itself, or the files in an archive. */
function* filesIn(name: string, bytes: Uint8Array, problems: IntakeProblem[]): Generator<Part> {
  if (!isZip(bytes)) {
    yield { name, bytes: () => bytes };
    return;
  }
  try {
    const entries = readZip(bytes);
    if (isDocx(entries)) yield { name, bytes: () => bytes };
    else yield* entriesOf(name, entries, problems);
  } catch (error) {
    problems.push(problemOf(name, error));
  }
}

function* entriesOf(archive: string, entries: readonly ZipEntry[], problems: IntakeProblem[]): Generator<Part> {
  let room = largestArchive;
  for (const entry of entries) {
    const { path, encrypted } = entry;
    const name = `${archive} › ${path}`;
    const own = path.split('/').at(-1) ?? path;
    // Folders that systems put into archives for themselves.
    if (/(?:^|\/)(?:__MACOSX|\.[^/.][^/]*)(?:\/|$)/.test(path) || !importable.test(own)) continue;
    const fault = entryFault(path, encrypted);
    if (fault) {
      problems.push({ code: fault, name, detail: '' });
      continue;
    }
    if (room <= 0) {
      problems.push({ code: 'archiveTooLarge', name: archive, detail: `more than ${largestArchive} bytes` });
      return;
    }
    yield {
      name: own,
      bytes: () => {
        const unpacked = entry.unpack(Math.min(largestFile, room));
        room -= unpacked.length;
        return unpacked;
      },
    };
  }
}

function entryFault(path: string, encrypted: boolean): IntakeProblem['code'] | undefined {
  if (/^(?:\/|[a-z]:)/i.test(path) || path.split('/').includes('..')) return 'unsafePath';
  if (encrypted) return 'protected';
  return /\.zip$/i.test(path) ? 'nestedArchive' : undefined;
}

function readOne(
  name: string,
  bytes: Uint8Array,
  parseFrontMatter: ParseFrontMatter,
): SourceText | Promise<SourceText> {
  const title = name.replace(/\.[^.]*$/, '') || name;
  if (bytes.length === 0) throw new IntakeError('empty');
  if (isOle(bytes)) throw new IntakeError(oleFault(bytes));
  if (isPdf(bytes)) return readPdf(bytes, title);
  if (isZip(bytes)) {
    const entries = readZip(bytes);
    if (isDocx(entries)) return readDocx(entries, title);
    throw new IntakeError('nestedArchive');
  }
  if (bytes.length > maximumBytes) throw new IntakeError('tooLarge', `${bytes.length} bytes`);
  if (startsWith(bytes, '{\\rtf')) throw new IntakeError('oldWord', 'RTF');
  const decoded = decodeText(bytes);
  if (!decoded) throw new IntakeError('binary');
  if (
    /\.x?html?$/i.test(name) ||
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(decoded.text.slice(0, 500))
  ) {
    return readHtml(decoded.text, title);
  }
  return /\.(?:md|markdown)$/i.test(name)
    ? readMarkdown(decoded.text, title, parseFrontMatter)
    : readPlainText(decoded.text, title);
}

/** OLE compound files: Word before 2007, WPS, and Office documents with a password. */
const isOle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/** Names of streams stand in the directory as UTF-16. */
const oleFault = (bytes: Uint8Array): IntakeProblem['code'] =>
  includesUtf16(bytes, 'EncryptedPackage') ? 'protected' : includesUtf16(bytes, 'Workbook') ? 'unsupported' : 'oldWord';

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  const last = bytes.length - codes.length;
  for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0 && at <= last; at = bytes.indexOf(codes[0] ?? 0, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, at) => bytes[at] === character.charCodeAt(0));

const problemOf = (name: string, error: unknown): IntakeProblem =>
  error instanceof IntakeError
    ? { code: error.code, name, detail: error.message }
    : { code: 'damaged', name, detail: error instanceof Error ? error.message : String(error) };
