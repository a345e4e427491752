/**
 * Writes `docs/rules.md` from the records of the rules. Run with `npm run docs:rules`; a unit test says when the page is old.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './support/rulesPage';

writeFileSync(join(__dirname, '..', 'docs', 'rules.md'), rulesPage());
