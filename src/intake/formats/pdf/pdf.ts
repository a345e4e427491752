import type { Line, Removal, SourceText, Unread } from '../../../library/document';
import { mostCharacters, mostPages } from '../../limits';
import { IntakeError } from '../../problem';
import { mendedPdf } from './mendedPdf';
import type { OperationList, PdfFont } from './pdfFonts';
import { fontTable } from './pdfFonts';
import type { PageGlyphs } from './pdfGlyphs';
import { pageGlyphs } from './pdfGlyphs';
import type { PdfDocument } from './pdfLibrary';
import { openPdf } from './pdfLibrary';
import { pageLines } from './pdfLines';
import type { PageRemarks } from './pdfRemarks';
import { attachedFiles, pageRemarks } from './pdfRemarks';

/** Pages by what is wrong with them. */
interface Faults {
  readonly damaged: number[];
  readonly scanned: number[];
  /** Characters that could not be read, by page. */
  readonly unreadable: Map<number, number>;
  /** Characters past the most that a page may have, by page. */
  readonly beyond: Map<number, number>;
  /** Names of files within the file. */
  readonly attached: Set<string>;
}

/**
 * Reads the text layer of a PDF file, line by line as the pages show it. Pictures of text have none.
 * @param name the file's name without its ending
 * @param onPage told how many pages of how many were read
 * @throws an `IntakeError` when it is encrypted, damaged, or has no text layer
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  onPage: (read: number, pages: number) => void = () => undefined,
): Promise<SourceText> {
  const pdf = await opened(bytes);
  const faults: Faults = { damaged: [], scanned: [], unreadable: new Map(), beyond: new Map(), attached: new Set() };
  const lines: Line[] = [];
  const removed: Removal[] = [];
  try {
    const count = Math.min(pdf.document.numPages, mostPages);
    const layers = await pdf.document.getOptionalContentConfig().catch(() => undefined);
    const isVisible = (layer: unknown): boolean => (layers?.isVisible(layer) as boolean | undefined) ?? true;
    for (const file of await attachedFiles(pdf.document)) faults.attached.add(file);
    let characters = 0;
    for (let number = 1; number <= count; number++) {
      const page = await readPage(pdf, number, isVisible).catch(() => undefined);
      if (pdf.takeDamage() || !page) faults.damaged.push(number);
      if (page) {
        const { glyphs, hidden, beyond, unreadable, hasPictures, rotation } = page;
        const remarks = [...page.written, ...page.removed.map(({ text }) => text)];
        characters += glyphs.length + hidden.length + remarks.reduce((sum, { length }) => sum + length, 0);
        if (characters > mostCharacters) throw new IntakeError('tooLarge', `${characters} characters`);
        lines.push(...pageLines(glyphs, rotation, number > 1));
        for (const text of page.written) lines.push({ text, indent: 0, blanks: 1, page: false });
        for (const { text } of pageLines(hidden, rotation, false)) removed.push({ kind: 'hidden', text });
        removed.push(...page.removed);
        for (const file of page.files) faults.attached.add(file);
        if (beyond > 0) faults.beyond.set(number, beyond);
        if (unreadable > 0) faults.unreadable.set(number, unreadable);
        else if (glyphs.length === 0 && page.written.length === 0 && hasPictures) faults.scanned.push(number);
      }
      onPage(number, count);
    }
  } finally {
    await pdf.close();
  }
  const unread = reportOf(faults, pdf.document.numPages);
  const isEmpty = !lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (isEmpty && removed.length === 0) throw new IntakeError(reasonOf(faults), detailOf(unread));
  return { name, lines, removed, unread };
}

async function opened(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await openedOrMended(bytes);
  } catch (error) {
    const isProtected = isPasswordError(error);
    throw new IntakeError(
      isProtected ? 'protected' : 'damaged',
      error instanceof Error ? error.message : String(error),
    );
  }
}

const isPasswordError = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** A document whose last page can be found, if need be after what is missing was put in. */
async function openedOrMended(bytes: Uint8Array): Promise<PdfDocument> {
  let opened: PdfDocument | undefined;
  try {
    // The library takes its bytes along, and refuses those of a kind of their own (`Buffer`).
    opened = await openPdf(new Uint8Array(bytes));
    await opened.document.getPage(opened.document.numPages);
    return opened;
  } catch (error) {
    const mended = isPasswordError(error) ? undefined : mendedPdf(bytes);
    if (!mended && opened) return opened;
    if (!mended) throw error;
    await opened?.close();
    return openPdf(mended);
  }
}

/** What a page shows, and by how many degrees it is turned. @throws when it is damaged */
async function readPage(
  { document, operations }: PdfDocument,
  number: number,
  isVisible: (layer: unknown) => boolean,
): Promise<PageGlyphs & PageRemarks & { readonly rotation: number }> {
  const page = await document.getPage(number);
  const list = (await page.getOperatorList()) as unknown as OperationList;
  const fonts = fontTable(
    (name) => {
      // A font that could not be loaded is missing.
      try {
        const font = page.commonObjs.get(name) as PdfFont | string;
        return typeof font === 'string' ? undefined : font;
      } catch {
        return undefined;
      }
    },
    list,
    operations,
  );
  const { view, rotate: rotation } = page;
  const shown = pageGlyphs(list, operations, fonts, isVisible);
  const remarks = await pageRemarks(page);
  page.cleanup();
  const [left = 0, bottom = 0, right = Infinity, top = Infinity] = view;
  const isOnPage = ({ x, y, size, width }: { x: number; y: number; size: number; width: number }): boolean =>
    x + width + size >= left && x - size <= right && y + size >= bottom && y - size <= top;
  const [glyphs, outside] = [shown.glyphs.filter(isOnPage), shown.glyphs.filter((glyph) => !isOnPage(glyph))];
  return { ...shown, ...remarks, glyphs, hidden: [...shown.hidden, ...outside], rotation };
}

const reasonOf = ({ damaged, unreadable }: Faults): 'damaged' | 'noText' =>
  damaged.length > 0 && unreadable.size === 0 ? 'damaged' : 'noText';

const detailOf = (unread: readonly Unread[]): string =>
  unread.map(({ what, place, amount }) => `${what} ${place} ${amount}`).join(', ');

const sumOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

function reportOf({ damaged, scanned, unreadable, beyond, attached }: Faults, pages: number): Unread[] {
  const unread: Unread[] = [];
  if (damaged.length > 0) unread.push({ what: 'damaged', place: rangesOf(damaged), amount: damaged.length });
  if (scanned.length > 0) unread.push({ what: 'scanned', place: rangesOf(scanned), amount: scanned.length });
  if (unreadable.size > 0) {
    unread.push({ what: 'characters', place: rangesOf([...unreadable.keys()]), amount: sumOf(unreadable) });
  }
  if (beyond.size > 0) unread.push({ what: 'limit', place: rangesOf([...beyond.keys()]), amount: sumOf(beyond) });
  const [file = '', ...others] = attached;
  if (file) unread.push({ what: 'object', place: others.length > 0 ? '' : file, amount: attached.size });
  if (pages > mostPages) unread.push({ what: 'limit', place: `${mostPages + 1}–${pages}`, amount: pages - mostPages });
  return unread;
}

/** `1, 3–5`: numbers in order. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
