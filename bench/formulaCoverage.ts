/**
 * How many common formulas of the genre the shipped library and the templates have. Run with
 *
 *     npx tsx bench/formulaCoverage.ts [file …]
 *
 * A file has a formula a line and headings that begin with `#`; by default `bench/support/formulas.txt`. A formula is there
 * if some line of the library or of a template has its letters and digits in this order: punctuation is left out. “In two”
 * are those that are there whole or whose two parts are, of two characters or more: 切实 and 加强组织领导.
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

const inTwo = (formula: string): boolean =>
  [...formula].some(
    (_, at) =>
      at >= 2 &&
      at <= formula.length - 2 &&
      library.includes(formula.slice(0, at)) &&
      library.includes(formula.slice(at)),
  );

const { positionals } = parseArgs({ allowPositionals: true });
for (const path of positionals.length > 0 ? positionals : ['bench/support/formulas.txt']) {
  const formulas = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const missing = formulas.filter((formula) => !library.includes(plain(formula)));
  const apart = missing.filter((formula) => !inTwo(plain(formula)));
  const [whole, two] = [missing, apart].map(({ length }) => (100 * (formulas.length - length)) / formulas.length);
  console.log(`${whole?.toFixed(1)} % of ${formulas.length}, in two ${two?.toFixed(1)} %: ${path}`);
  for (const formula of missing) console.log(`  missing: ${formula}`);
}
