/**
 * How many common formulas of the genre the shipped library and the templates have. Run with
 *
 *     npx tsx bench/formulaCoverage.ts [file …]
 *
 * A file has a formula a line and headings that begin with `#`; by default `bench/support/formulas.txt`. A formula is there
 * if some line of the library or of a template has its letters and digits in this order: punctuation is left out.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { repositoryFiles } from './support/corpusFiles';

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const lines = [
  ...Object.values(repositoryFiles('corpus', '.md')).flatMap((text) => text.split('\n')),
  ...Object.values(repositoryFiles('snippets', '.json')).flatMap((text) => text.split(/\\n|\n/)),
];
const library = lines.map(plain).join('\n');

const { positionals } = parseArgs({ allowPositionals: true });
for (const path of positionals.length > 0 ? positionals : ['bench/support/formulas.txt']) {
  const formulas = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const missing = formulas.filter((formula) => !library.includes(plain(formula)));
  const share = (100 * (formulas.length - missing.length)) / formulas.length;
  console.log(`${share.toFixed(1)} % of ${formulas.length}: ${path}`);
  for (const formula of missing) console.log(`  missing: ${formula}`);
}
