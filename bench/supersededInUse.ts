/**
 * In how many documents the wordings that the shipped formulas call superseded still stand, beside the current ones: what
 * many still write is not superseded. Run with
 *
 *     npx tsx bench/supersededInUse.ts FOLDER …
 *
 * Each folder has documents of plain text of one kind and time, as reports of a year. Wordings that the checks would pass over,
 * for the words around them or as the past, are not counted. Those that stand nowhere are not shown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formulaRules } from '../src/draft/checks/formulaRules';
import { DraftChecker } from '../src/draft/checks/checkDraft';
import { parseFormulas } from '../src/draft/formulas';
import { repositoryFiles } from './support/corpusFiles';

const formulas = Object.entries(repositoryFiles('corpus', '.md'))
  .filter(([path]) => path.startsWith('提法/'))
  .flatMap(([, text]) => parseFormulas(text));
const checker = new DraftChecker(formulaRules(formulas).filter(({ id }) => id === 'superseded-formula'));

const folders = process.argv.slice(2).map((folder) => ({
  folder,
  texts: readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
}));

/** Documents in each folder in which a superseded wording stands. */
const counts = new Map<string, number[]>();
for (const [at, { texts }] of folders.entries()) {
  for (const text of texts) {
    const found = new Set(checker.check(text).map(({ offset, length }) => text.slice(offset, offset + length)));
    for (const wording of found) {
      const own = counts.get(wording) ?? folders.map(() => 0);
      own[at] = (own[at] ?? 0) + 1;
      counts.set(wording, own);
    }
  }
}

console.log(folders.map(({ folder, texts }) => `${folder}: ${texts.length} documents`).join('\n'));
for (const [wording, superseded] of [...counts].sort(([, a], [, b]) => (b[0] ?? 0) - (a[0] ?? 0))) {
  const current = formulas.find((formula) => formula.superseded.some((one) => one.wording === wording))?.wording ?? '';
  const now = folders.map(({ texts }) => texts.filter((text) => text.includes(current)).length);
  console.log(`${superseded.join('/')} ${wording}, ${now.join('/')} ${current}`);
}
