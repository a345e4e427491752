import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFormulas } from '../../src/draft/formulas';

const folder = 'corpus/提法';

/** Wordings that the shipped formulas call superseded or wrong. */
export const pastWordings: readonly string[] = readdirSync(folder)
  .flatMap((file) => parseFormulas(readFileSync(join(folder, file), 'utf8')))
  .flatMap(({ superseded, wrong }) => [...superseded.map(({ wording }) => wording), ...wrong]);
