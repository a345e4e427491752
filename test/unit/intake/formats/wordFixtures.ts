import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import type { FileTexts } from '../../../../src/intake/readFile';
import { readFile } from '../../../../src/intake/readFile';
import { parseFrontMatter } from '../../../../src/library/frontMatter';

/** Word documents written by hand, and what the importer reads of a file. */

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const read = (name: string, bytes: Uint8Array): Promise<FileTexts> => readFile(name, bytes, parseFrontMatter);

/** Lines of the only text of a file; headings with their level before them. */
export async function linesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { texts, problems } = await read(name, bytes);
  assert.deepEqual(problems, []);
  return texts.flatMap(({ lines }) =>
    lines.map(({ text, mark }) => (mark?.kind === 'heading' ? `${mark.level} ${text}` : text)),
  );
}

export const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const others =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
export const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': encode(`<w:document ${w} ${others}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, encode(text)])),
  });
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
export const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
