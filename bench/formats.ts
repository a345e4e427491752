// Reads every document below some folders, and holds the letters, digits and Han characters that come out against those
// that other programs find: pdftotext for PDF, pandoc for word processors, where they are installed. What was read of a
// file must stand in its articles or in the list of what was removed; anything else is lost.
//   npx tsx bench/formats.ts FOLDER… [--worst N]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readFile } from '../src/intake/readFile';
import { parseFrontMatter } from '../src/library/frontMatter';
import { bagOf, missingIn, outcomeOf, sizeOf } from './support/conserved';

/** What one kind of file in one folder gave. */
interface Row {
  files: number;
  read: number;
  refused: Map<string, number>;
  /** Characters that the reader gave, those in articles, in the list of what was removed, and in neither. */
  in: number;
  articles: number;
  removed: number;
  lost: number;
  /** Characters that the other program finds, in files that it reads, too, and those of them that are missing in ours. */
  reference: number;
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

const newRow = (): Row => ({
  files: 0,
  read: 0,
  refused: new Map<string, number>(),
  in: 0,
  articles: 0,
  removed: 0,
  lost: 0,
  reference: 0,
  missing: 0,
  unread: 0,
  milliseconds: 0,
});

async function main(): Promise<void> {
  const found: { file: string; missing: number; theirs: number; unread: number }[] = [];
  console.log(
    '| collection | kind | files | read | refused | in | articles | removed | lost | unread, said | theirs | missing in ours | ms a file |',
  );
  console.log(`|${' --- |'.repeat(13)}`);
  for (const folder of folders) {
    const rows = new Map<string, Row>();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:pdf|docx|docm|odt|fodt|rtf|html?)$/i.test(file),
    );
    for (const file of files.sort()) {
      const path = join(folder, file);
      if (!statSync(path).isFile() || statSync(path).size > largest) continue;
      const kind = `${basename(folder)} | ${extname(file).slice(1).toLowerCase()}`;
      const row = rows.get(kind) ?? newRow();
      rows.set(kind, row);
      row.files++;
      const bytes = new Uint8Array(readFileSync(path));
      const start = performance.now();
      const read = await readFile(basename(file), bytes, parseFrontMatter);
      row.milliseconds += performance.now() - start;
      const { texts, problems, unread } = read;
      for (const { code } of problems) row.refused.set(code, (row.refused.get(code) ?? 0) + 1);
      const unreadable = unread.reduce((sum, { amount }) => sum + amount, 0);
      row.unread += unreadable;
      if (texts.length > 0) row.read++;
      const ours = bagOf(texts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n'));
      const left = bagOf(texts.flatMap(({ removed = [] }) => removed.map(({ text }) => text)).join('\n'));
      const { articles, removed, lost } = outcomeOf(read);
      row.in += sizeOf(ours) + sizeOf(left);
      row.articles += sizeOf(bagOf(articles));
      row.removed += sizeOf(bagOf(removed));
      row.lost += lost;
      if (lost !== 0) console.error(`lost ${lost}: ${path}`);
      const other = reference(path);
      if (other === undefined) continue;
      const theirs = bagOf(other);
      const missing = missingIn(ours, theirs).length;
      row.reference += sizeOf(theirs);
      row.missing += missing;
      if (missing > 0) found.push({ file: path, missing, theirs: sizeOf(theirs), unread: unreadable });
    }
    for (const [kind, row] of rows) {
      const refused = [...row.refused].map(([code, count]) => `${code} ${count}`).join(', ') || '–';
      const { articles, removed, lost, unread, reference: theirs, missing, milliseconds } = row;
      console.log(
        `| ${kind} | ${row.files} | ${row.read} | ${refused} | ${row.in} | ${articles} | ${removed} | ${lost} | ${unread} | ${theirs} | ${missing} | ${Math.round(milliseconds / row.files)} |`,
      );
    }
  }
  for (const { file, missing, theirs, unread } of found.sort((a, b) => b.missing - a.missing).slice(0, worst))
    console.log(`${missing} of ${theirs}, unread ${unread}: ${file}`);
}

void main();
