import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf, setDraft } from '../../../src/export/exportDraft';
import type { ExportOptions } from '../../../src/export/exportDraft';
import { snippetText } from '../../../src/draft/snippetText';
import { readFile } from '../../../src/intake/readFile';
import type { Line } from '../../../src/library/document';
import { parseFrontMatter } from '../../../src/library/frontMatter';

/** Lines that our own importer reads from the Word document of a draft. */
export async function linesOfExport(text: string, options?: ExportOptions): Promise<readonly Line[]> {
  const bytes = await docxOf(setDraft(text, options));
  const { texts, problems } = await readFile('文稿.docx', bytes, parseFrontMatter);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return texts.flatMap(({ lines }) => lines);
}

/** The parts of the Word document of a draft, by path. */
export async function partsOfExport(text: string, options?: ExportOptions): Promise<ReadonlyMap<string, string>> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(await docxOf(setDraft(text, options)));
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Characters without white space and without Markdown's marks. */
export const charactersOf = (text: string): string =>
  text
    .replace(/^#{1,6}(?: +|$)/gm, '')
    .replace(/^\|[\s|:-]+\|$/gm, '')
    .replace(/[\s\u3000|*]/g, '');

const draftFolder = join(import.meta.dirname, '../../fixtures/export');

/** Drafts of different genres as offices write them, by the names of their files. */
export const fixtures: ReadonlyMap<string, { readonly text: string; readonly options: ExportOptions }> = new Map(
  readdirSync(draftFolder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => {
      const languageId = name.endsWith('.txt') ? 'plaintext' : 'markdown';
      return [name, { text: readFileSync(join(draftFolder, name), 'utf8'), options: { languageId } }] as const;
    }),
);

const folder = join(import.meta.dirname, '../../../snippets');

/** The texts of all documents among the shipped templates, by name. */
export const skeletons: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const entries = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<
        string,
        { body: string | string[] }
      >;
      return Object.entries(entries).map(([title, { body }]): [string, string] => [
        title,
        snippetText(typeof body === 'string' ? body : body.join('\n')),
      ]);
    })
    .filter(([, text]) => text.startsWith('# ')),
);
