// Reads every document below some folders, and holds the letters, digits and Han characters that come out against those
// that other programs find: pdftotext for PDF, pandoc for word processors, where they are installed.
//   npx tsx bench/formats.ts FOLDER… [--worst N]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';

/** What one kind of file in one folder gave. */
interface Row {
  files: number;
  read: number;
  refused: Map<string, number>;
  /** Characters that the other program finds, in files that it reads, too; ours in the same files; missing in ours. */
  reference: number;
  ours: number;
  missing: number;
  unread: number;
  milliseconds: number;
}

const readers: Readonly<Record<string, (file: string) => readonly string[]>> = {
  '.pdf': (file) => ['pdftotext', '-q', file, '-'],
  '.docx': (file) => ['pandoc', '-f', 'docx', '-t', 'plain', '--wrap=none', file],
  '.docm': (file) => ['pandoc', '-f', 'docx', '-t', 'plain', '--wrap=none', file],
  '.odt': (file) => ['pandoc', '-f', 'odt', '-t', 'plain', '--wrap=none', file],
  '.rtf': (file) => ['pandoc', '-f', 'rtf', '-t', 'plain', '--wrap=none', file],
};
const largest = 20 * 1024 * 1024;

const isFlag = (argument: string): boolean => argument.startsWith('--');
const [, , ...given] = process.argv;
const worst = given.includes('--worst') ? Number(given[given.indexOf('--worst') + 1]) : 0;
const folders = given.filter((one, at) => !isFlag(one) && given[at - 1] !== '--worst');

/** How often each letter, digit or Han character stands in a text; forms of one character count as one. */
function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const character of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
    bag.set(character, (bag.get(character) ?? 0) + 1);
  return bag;
}

const sizeOf = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, count) => sum + count, 0);

const missingIn = (ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number =>
  [...theirs].reduce((sum, [character, count]) => sum + Math.max(0, count - (ours.get(character) ?? 0)), 0);

function reference(file: string): string | undefined {
  const [program, ...options] = readers[extname(file).toLowerCase()]?.(file) ?? [];
  if (!program) return undefined;
  try {
    return execFileSync(program, options, {
      encoding: 'utf8',
      timeout: 20_000,
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const rows = new Map<string, Row>();
  const found: { file: string; missing: number; theirs: number; unread: number }[] = [];
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:pdf|docx|docm|odt|fodt|rtf)$/i.test(file),
    );
    for (const file of files.sort()) {
      const path = join(folder, file);
      if (!statSync(path).isFile() || statSync(path).size > largest) continue;
      const kind = `${basename(folder)} | ${extname(file).slice(1).toLowerCase()}`;
      const row = rows.get(kind) ?? {
        files: 0,
        read: 0,
        refused: new Map<string, number>(),
        reference: 0,
        ours: 0,
        missing: 0,
        unread: 0,
        milliseconds: 0,
      };
      rows.set(kind, row);
      row.files++;
      const bytes = new Uint8Array(readFileSync(path));
      const start = performance.now();
      const { texts, problems, unread } = await readFile(basename(file), bytes, parseFrontMatter);
      row.milliseconds += performance.now() - start;
      for (const { code } of problems) row.refused.set(code, (row.refused.get(code) ?? 0) + 1);
      const unreadable = unread.reduce((sum, { amount }) => sum + amount, 0);
      row.unread += unreadable;
      if (texts.length > 0) row.read++;
      const ours = bagOf(texts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n'));
      const other = reference(path);
      if (other === undefined) continue;
      const theirs = bagOf(other);
      const missing = missingIn(ours, theirs);
      row.reference += sizeOf(theirs);
      row.ours += sizeOf(ours);
      row.missing += missing;
      if (missing > 0) found.push({ file: path, missing, theirs: sizeOf(theirs), unread: unreadable });
    }
  }

  console.log(
    '| collection | kind | files | read | refused | theirs | ours | missing in ours | unread, said | ms a file |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [kind, row] of rows) {
    const refused = [...row.refused].map(([code, count]) => `${code} ${count}`).join(', ') || '–';
    const { files, read, reference: theirs, ours, missing, unread, milliseconds } = row;
    console.log(
      `| ${kind} | ${files} | ${read} | ${refused} | ${theirs} | ${ours} | ${missing} | ${unread} | ${Math.round(milliseconds / files)} |`,
    );
  }
  for (const { file, missing, theirs, unread } of found.sort((a, b) => b.missing - a.missing).slice(0, worst))
    console.log(`${missing} of ${theirs}, unread ${unread}: ${file}`);
}

void main();
