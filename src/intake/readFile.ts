import { finishInSlices } from '../base/slices';
import { decodeText, maximumBytes } from '../text/decodeText';
import { readHtml } from './formats/html/html';
import { isMhtml, readMhtml } from './formats/html/mhtml';
import { readMarkdown } from './formats/markdown';
import { documentIn, filesIn } from './archive';
import { isOle, isPdf, isRtf, isZip, oleFault } from './formats/signatures';
import { readOfficeXml } from './formats/officeXml';
import { readRtf } from './formats/rtf/rtf';
import type { UnpackingRoom } from './formats/zip';
import { readZip } from './formats/zip';
import { lineSteps } from './line';
import { importable, largestArchive, largestFile } from './limits';
import type { IntakeProblem, UnreadPart } from './problem';
import { IntakeError } from './problem';
import type { SourceText } from '../library/document';

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
  await readParts(name, bytes, parseFrontMatter, {
    onPart: () => undefined,
    onProgress: () => undefined,
    onProblem: (problem) => problems.push(problem),
    onText: (text, part) => {
      texts.push(text);
      for (const one of text.unread ?? []) unread.push({ ...one, name: part });
    },
  });
  return { texts, problems, unread };
}

/** Hears what a file gives, part by part: itself, or the entries of an archive. */
export interface PartListener {
  onPart(index: number, name: string): void;
  /** How much of the part is read, as far as its format says so. */
  onProgress(done: number, of: number): void;
  onText(text: SourceText, part: string): void;
  onProblem(problem: IntakeProblem): void;
}

/**
 * As `readFile`, part by part.
 * @param from the first part that is read; what is said of those before it was said already
 * @param room what the parts of an archive may take
 */
export async function readParts(
  name: string,
  bytes: Uint8Array,
  parseFrontMatter: ParseFrontMatter,
  listener: PartListener,
  from = 0,
  room: UnpackingRoom = { left: largestArchive },
): Promise<void> {
  const problems: IntakeProblem[] = [];
  const tell = (): void => problems.splice(0).forEach((problem) => listener.onProblem(problem));
  let index = 0;
  for (const file of partsOf(name, bytes, room, problems)) {
    if (index++ < from) {
      problems.length = 0;
      continue;
    }
    tell();
    listener.onPart(index - 1, file.name);
    try {
      const text = await readOne(file, room, parseFrontMatter, listener);
      const isEmpty = text.lines.length === 0;
      // What was left out is said even where nothing else is there.
      if (!isEmpty || text.removed?.length) listener.onText(text, file.name);
      if (isEmpty) throw new IntakeError(text.unread?.length ? 'noText' : 'empty');
    } catch (error) {
      const isFull = room.left <= 0;
      problems.push(
        isFull ? { code: 'archiveTooLarge', name, detail: `${largestArchive} bytes` } : problemOf(file.name, error),
      );
      if (isFull) break;
    }
    tell();
  }
  tell();
}

type ParseFrontMatter = Parameters<typeof readMarkdown>[2];

interface Part {
  readonly name: string;
  bytes(): Uint8Array;
}

/** The file itself, or the files in an archive. */
function* partsOf(name: string, bytes: Uint8Array, room: UnpackingRoom, problems: IntakeProblem[]): Generator<Part> {
  if (!isZip(bytes)) {
    yield { name, bytes: () => bytes };
    return;
  }
  try {
    const entries = readZip(bytes, room);
    if (documentIn(entries)) yield { name, bytes: () => bytes };
    else yield* filesIn(name, entries, importable, largestFile, problems);
  } catch (error) {
    problems.push(problemOf(name, error));
  }
}

async function readOne(
  part: Part,
  room: UnpackingRoom,
  parseFrontMatter: ParseFrontMatter,
  listener: PartListener,
): Promise<SourceText> {
  const { name } = part;
  const bytes = part.bytes();
  const title = name.replace(/\.[^.]*$/, '') || name;
  if (bytes.length === 0) throw new IntakeError('empty');
  if (isOle(bytes)) throw new IntakeError(oleFault(bytes));
  // Loaded when the first one comes: it is larger than everything else together.
  if (isPdf(bytes))
    return (await import('./formats/pdf/pdf')).readPdf(bytes, title, (done, of) => listener.onProgress(done, of));
  if (isZip(bytes)) {
    const read = documentIn(readZip(bytes, room));
    if (!read) throw new IntakeError('nestedArchive');
    return read(title);
  }
  if (isRtf(bytes)) return readRtf(bytes, title);
  if (isMhtml(bytes)) return readMhtml(bytes, title);
  const xml = readOfficeXml(bytes, title);
  if (xml) return xml;
  if (bytes.length > maximumBytes) throw new IntakeError('tooLarge', `${bytes.length} bytes`);
  const decoded = decodeText(bytes);
  if (!decoded) throw new IntakeError('binary');
  if (
    /\.x?html?$/i.test(name) ||
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(decoded.text.slice(0, 500))
  ) {
    return readHtml(decoded.text, title);
  }
  // Tags of a form that nobody here knows (UOF, a form of an office system) are no text.
  if (/^\s*<\?xml\s/.test(decoded.text)) throw new IntakeError('unsupported');
  if (/\.(?:docx|docm|dotx|dotm|odt|ott|sxw|pdf)$/i.test(name))
    throw new IntakeError('damaged', 'not the document that its name says');
  return /\.(?:md|markdown)$/i.test(name)
    ? readMarkdown(decoded.text, title, parseFrontMatter)
    : { name: title, lines: await finishInSlices(lineSteps(decoded.text)) };
}

const problemOf = (name: string, error: unknown): IntakeProblem =>
  error instanceof IntakeError
    ? { code: error.code, name, detail: error.message }
    : { code: 'damaged', name, detail: error instanceof Error ? error.message : String(error) };
