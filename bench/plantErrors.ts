/**
 * Plants errors of every kind into clean texts, one at a time, and says of each rule how many were found at their exact range,
 * and how many of its fixes give the clean text back. Seeded. Run with
 *
 *     npx tsx bench/plantErrors.ts [--seed N] [--each N] [FOLDER …]
 *
 * without a folder on the shipped corpus. `--show` prints what was missed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyEdits, DraftChecker } from '../src/draft/checks/checkDraft';
import { documentedRules } from '../src/draft/checks/documentedRules';
import { parseTerms, termRule } from '../src/draft/checks/ownTermRules';
import { parsePeople, peopleRules } from '../src/draft/checks/peopleRules';
import { rules } from '../src/draft/checks/rules';
import { collectionCategories } from '../src/library/categories';
import { shippedCorpus } from './shippedCorpus';
import { draftPlanters } from './support/draftPlanters';
import { libraryPlanters } from './support/libraryPlanters';
import { libraryRules } from './support/libraryRules';
import { Random } from './support/random';

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '40' },
    show: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const generator = new Random(Number(values.seed));
const random = (): number => generator.next();
const corpus = shippedCorpus();
const clean =
  positionals.length > 0
    ? positionals.flatMap((folder) =>
        readdirSync(folder, { encoding: 'utf8' })
          .filter((name) => /\.(?:md|txt)$/.test(name))
          .map((name) => readFileSync(join(folder, name), 'utf8')),
      )
    : corpus.filter(({ category }) => /范文|综述|讲话/.test(category)).map(({ text }) => text);

const terms = parseTerms({ 发改委: '市发展改革委', 卫计委: '市卫生健康委', 城市有机更新: '城市更新' });
const people = parsePeople('王卫东：市委书记\n李建国：市委副书记、市长\n赵明远：市人大常委会主任\n陈志刚：市政协主席');
// Not those that errors are planted into: nothing of these stands there.
const borrowedFrom = corpus.filter(
  ({ category, text }) => !collectionCategories.has(category) && !clean.includes(text),
);
const library = libraryRules(corpus, borrowedFrom);
const all = [...rules, ...library.rules, termRule(terms), ...peopleRules(people)];
const expressions = library.expressions.filter((text) => text.length >= 6 && /^\p{Script=Han}+$/u.test(text));
const { formulas } = library;
const planters = [
  ...draftPlanters,
  ...libraryPlanters({ expressions, formulas, texts: borrowedFrom.map(({ text }) => text), terms, people }),
];
const without = documentedRules().filter(({ id }) => !planters.some(({ rule }) => rule === id));
if (without.length > 0) throw new Error(`no planter for ${without.map(({ id }) => id).join(', ')}`);

console.log(`${clean.length} texts, seed ${values.seed}`);
console.log('rule                      planted  found  exact range  restored of fixes');
const sum = { planted: 0, found: 0, exact: 0, fixes: 0, restored: 0 };
for (const { rule: id, plant } of planters) {
  const rule = all.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const checker = new DraftChecker([{ ...rule, on: true }]);
  const count = { planted: 0, found: 0, exact: 0, fixes: 0, restored: 0 };
  for (let round = 0; round < 8 * Number(values.each) && count.planted < Number(values.each); round++) {
    const text = clean[Math.floor(random() * clean.length)] ?? '';
    const planted = plant(text, random);
    if (!planted) continue;
    count.planted++;
    const before = new Set(
      checker.check(planted.clean).map(({ offset, length }) => planted.clean.slice(offset - 8, offset + length + 8)),
    );
    const findings = checker
      .check(planted.text)
      .filter(({ offset, length }) => !before.has(planted.text.slice(offset - 8, offset + length + 8)));
    const hit = findings.find(
      ({ offset, length }) => offset < planted.offset + planted.length && offset + length > planted.offset,
    );
    if (!hit) {
      if (values.show) {
        const from = Math.max(0, planted.offset - 12);
        console.log(
          `  missed ${id}: ${JSON.stringify(planted.text.slice(from, planted.offset + planted.length + 12))}`,
        );
      }
      continue;
    }
    count.found++;
    if (hit.offset === planted.offset && hit.length === planted.length) count.exact++;
    else if (values.show)
      console.log(`  range ${id}: ${JSON.stringify(planted.text.slice(hit.offset - 5, hit.offset + hit.length + 5))}`);
    if (!hit.fix) continue;
    count.fixes++;
    const fixes = findings.flatMap(({ fix }) => fix ?? []);
    if (applyEdits(planted.text, fixes) === planted.clean) count.restored++;
    else if (values.show)
      console.log(
        `  not restored ${id}: ${JSON.stringify(planted.text.slice(Math.max(0, hit.offset - 8), hit.offset + hit.length + 8))}`,
      );
  }
  const column = (value: number, width: number): string => String(value).padStart(width);
  console.log(
    `${id.padEnd(24)} ${column(count.planted, 8)} ${column(count.found, 6)} ${column(count.exact, 12)} ${column(count.restored, 9)} of ${count.fixes}`,
  );
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += count[key];
}
const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`;
console.log(
  `all: ${sum.planted} planted, found ${share(sum.found, sum.planted)}, at the exact range ${share(sum.exact, sum.planted)}; fixes that restore ${share(sum.restored, sum.fixes)}`,
);
