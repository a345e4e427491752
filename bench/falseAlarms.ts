/**
 * How often the checks find fault with published official text, which has been proof-read: false alarms, nearly all. Run with
 *
 *     npx tsx bench/falseAlarms.ts [FOLDER …]
 *
 * without a folder on the shipped corpus, each article compared with the others. Prints findings by rule, and those of warning
 * and above, and of hint and information, for each 10,000 characters. What is borrowed is counted apart: it is no fault.
 * `--show RULE` prints each finding of a rule with its line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DraftChecker } from '../src/draft/checks/checkDraft';
import { rules } from '../src/draft/checks/rules';
import { collectionCategories } from '../src/library/categories';
import { shippedCorpus } from './shippedCorpus';
import { libraryRules } from './support/libraryRules';

interface Text {
  readonly name: string;
  readonly text: string;
}

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
const corpus = shippedCorpus();
const articles = corpus.filter(({ category }) => !collectionCategories.has(category));

function measure(name: string, texts: readonly Text[], checkerOf: (text: Text) => DraftChecker): void {
  const counts = new Map<string, number>();
  let [characters, severe, mild] = [0, 0, 0];
  for (const one of texts) {
    const { text } = one;
    characters += text.replace(/\s/g, '').length;
    for (const { rule, severity, offset, length } of checkerOf(one).check(text)) {
      const line = `${String(severity)} ${rule.id}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
      if (severity === 'error' || severity === 'warning') severe++;
      else if (rule.id !== 'borrowed') mild++;
      if (rule.id === values.show) {
        const [before, behind] = [text.slice(Math.max(0, offset - 16), offset), text.slice(offset + length)];
        const found = `${before}【${text.slice(offset, offset + length)}】${behind.slice(0, 12)}`;
        console.log(`${one.name}: ${found.replaceAll('\n', '⏎')}`);
      }
    }
  }
  const rate = (count: number): string => ((10_000 * count) / characters).toFixed(2);
  console.log(`${name}: ${texts.length} texts, ${characters} characters`);
  console.log(`  warning and above ${rate(severe)}, below ${rate(mild)} for each 10,000 characters`);
  for (const [id, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(6)} ${id}`);
}

const checker = new DraftChecker([...rules, ...libraryRules(corpus, articles).rules]);
for (const folder of positionals) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name));
  const texts = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  measure(folder, texts, () => checker);
}
if (positionals.length === 0) {
  const others = (id: string): DraftChecker => {
    const from = articles.filter((article) => article.id !== id);
    return new DraftChecker([...rules, ...libraryRules(corpus, from).rules]);
  };
  measure(
    'shipped corpus',
    articles.map(({ id, text }) => ({ name: id, text })),
    ({ name }) => others(name),
  );
}
