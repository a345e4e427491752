import type { Line, SourceText } from '../../../library/document';
import { visible } from '../../line';
import { IntakeError } from '../../problem';
import { textWidth } from '../../../text/width';
import { PdfFile } from './pdfFile';
import { pageTexts } from './pdfPage';
import type { PdfText } from './pdfPage';

/** Whether bytes begin like a PDF file; some programs put a few bytes before. */
export const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');

/** Most white space between lines of one paragraph, in heights of its letters. */
const widestLeading = 2.6;

/**
 * Reads the text layer of a PDF file, line by line as the pages show it. Pictures of text have none.
 * @throws an `IntakeError` when it is encrypted, damaged, or has no text layer
 */
export function readPdf(bytes: Uint8Array, name: string): SourceText {
  const file = new PdfFile(bytes);
  const lines = file.pages().flatMap((page, number) => pageLines(pageTexts(file, page), number > 0));
  if (!lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) throw new IntakeError('noText');
  return { name, lines };
}

/** Sets the texts of a page in lines: what stands on one height is one line, from left to right. */
function pageLines(texts: readonly PdfText[], newPage: boolean): Line[] {
  const rows: PdfText[][] = [];
  for (const text of [...texts].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - text.y) < Math.max(first.size, text.size) * 0.5) row.push(text);
    else rows.push([text]);
  }
  const left = Math.min(...texts.map(({ x }) => x));
  let above: number | undefined;
  let page = newPage;
  return rows.flatMap((row): Line[] => {
    const sorted = row.sort((a, b) => a.x - b.x);
    const [first] = sorted;
    const text = visible(joined(sorted)).trim();
    if (!first || !text) return [];
    const apart = above !== undefined && (above - first.y) / first.size > widestLeading;
    const line = { text, indent: Math.round((2 * (first.x - left)) / first.size), blanks: apart || page ? 1 : 0, page };
    above = first.y;
    page = false;
    return [line];
  });
}

/** Texts of one line; a gap as wide as a letter between Latin words is a blank. */
function joined(texts: readonly PdfText[]): string {
  let line = '';
  let end = 0;
  for (const { text, x, size } of texts) {
    const gap = line !== '' && x - end > size * 0.2;
    if (gap && (x - end > size * 1.5 || (/[A-Za-z0-9]$/.test(line) && /^[A-Za-z0-9]/.test(text)))) line += ' ';
    line += text;
    end = x + textWidth(text) * size;
  }
  return line;
}
