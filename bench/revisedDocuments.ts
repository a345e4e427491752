/**
 * Word documents of others, read with their tracked changes: the version before them is taken as a draft, and taking over all
 * changes has to give the version after them, line by line as the importer reads it.
 *   npx tsx bench/revisedDocuments.ts FOLDER
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntakeError } from '../src/intake/problem';
import { applyChanges } from '../src/revise/applyChanges';
import { readRevised } from '../src/revise/readRevised';
import { textAfter, textBefore } from '../src/revise/revisedDocument';
import { takeBack } from '../src/revise/takeBack';

const folder = process.argv[2] ?? '.';
const linesOf = (text: string): string => text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n'); // prettier-ignore
const counts = { files: 0, refused: 0, revised: 0, exact: 0, changes: 0, comments: 0 };
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.docx'))
  .sort()) {
  // prettier-ignore
  counts.files++;
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  try {
    const { blocks } = readRevised(bytes);
    const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
    const [before, after] = [textBefore, textAfter].map((textOf) =>
      linesOf(paragraphs.map(({ units }) => textOf(units)).join('').replaceAll('\v', '\n')),
    ) as [string, string]; // prettier-ignore
    const { changes, threads } = takeBack(before, 'plaintext', bytes);
    counts.comments += threads.length;
    if (before === after || blocks.some(({ kind }) => kind === 'table')) continue;
    counts.revised++;
    counts.changes += changes.length;
    if (linesOf(applyChanges(before, changes)) === after) counts.exact++;
    else console.log(`${name}: not exact`);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw new Error(name, { cause: error });
    counts.refused++;
  }
}
console.log(counts);
