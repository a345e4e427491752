/**
 * Exports drafts that nobody here wrote, reads the Word documents back, and takes them back unchanged:
 * `npx tsx bench/foreignDrafts.ts FOLDER` with `.md`, `.txt` and `.docx` files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf, setDraft } from '../src/export/exportDraft';
import { exportNotes } from '../src/export/exportReport';
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';
import { takeBack } from '../src/revise/takeBack';

/** Letters, digits and Han characters, by how often they stand in a text. */
const countsOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** A draft without what Markdown does not show: comments, front matter, where links lead, tags, the language of code. */
const shownOf = (draft: string, isMarkdown: boolean): string =>
  isMarkdown
    ? draft
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/^\s*(?:```|~~~).*$/gm, '')
        .replace(/\]\([^)\n]*\)/g, ']')
        .replace(/^\s*\[[^\]\n]+\]: \S.*$/gm, '')
        .replace(/<\/?[a-z][^<>\n]*>/gi, '')
    : draft;

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const { texts } = await readFile(name, bytes, parseFrontMatter);
  return texts.map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n');
}

async function main(folder: string): Promise<void> {
  console.log('| document | characters | lost in Word | found | remarks | changes of the untouched document |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const isDraft = /\.(?:md|txt)$/.test(name);
    if (!isDraft && !name.endsWith('.docx')) continue;
    const draft = isDraft ? bytes.toString('utf8') : await textOf(name, bytes);
    const languageId = name.endsWith('.md') ? 'markdown' : 'plaintext';
    const set = setDraft(draft, { languageId });
    const docx = await docxOf(set);
    const read = countsOf(await textOf('文稿.docx', docx));
    const lost = [...countsOf(shownOf(draft, languageId === 'markdown'))].filter(
      ([one, count]) => count > (read.get(one) ?? 0),
    );
    const { changes, unplaced } = takeBack(draft, languageId, docx);
    const { title, number, recipients, attachments, signatures, date, annexes, notes, form } = set.document;
    const found = [
      form,
      title ? '标题' : '',
      number ? '发文字号' : '',
      recipients ? '主送' : '',
      attachments.length > 0 ? `附件说明 ${attachments.length}` : '',
      signatures.length > 0 ? `署名 ${signatures.map(({ text }) => text).join('、')}` : '',
      date ? `成文日期 ${date.text}` : '',
      notes.length > 0 ? `附注 ${notes.length}` : '',
      annexes.length > 0 ? `附件 ${annexes.length}` : '',
    ];
    const remarks = exportNotes(set).filter(({ kind }) => kind === 'reading').length;
    const size = draft.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const missing = lost.map(([one, count]) => `${one}×${count - (read.get(one) ?? 0)}`).join(' ');
    console.log(
      `| ${name} | ${size} | ${missing || '–'} | ${found.filter(Boolean).join(', ')} | ${remarks} | ${changes.length + unplaced.length} |`,
    );
    if (process.argv.includes('--changes'))
      for (const one of [...changes, ...unplaced]) console.log(JSON.stringify([one.before, one.after]));
  }
}

void main(process.argv[2] ?? '.');
