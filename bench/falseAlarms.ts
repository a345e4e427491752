/**
 * How often the checks find fault with published official text, which has been proof-read: false alarms, nearly all. Run with
 *
 *     npx tsx bench/falseAlarms.ts FOLDER …
 *
 * Prints findings by rule, and those of warning and above, and of hint and information, for each 10,000 characters.
 * `--show RULE` prints each finding of a rule with its line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DraftChecker } from '../src/draft/checks/checkDraft';
import { rules } from '../src/draft/checks/rules';

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
for (const folder of positionals) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name));
  const checker = new DraftChecker(rules);
  const counts = new Map<string, number>();
  let [characters, severe, mild] = [0, 0, 0];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    characters += text.replace(/\s/g, '').length;
    for (const { rule, severity, offset, length } of checker.check(text)) {
      counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
      if (severity === 'error' || severity === 'warning') severe++;
      else mild++;
      if (rule.id === values.show)
        console.log(
          `${file}: ${text.slice(Math.max(0, offset - 16), offset)}【${text.slice(offset, offset + length)}】${text.slice(offset + length, offset + length + 12)}`.replaceAll(
            '\n',
            '⏎',
          ),
        );
    }
  }
  const rate = (count: number): string => ((10_000 * count) / characters).toFixed(2);
  console.log(`${folder}: ${files.length} files, ${characters} characters`);
  console.log(`  warning and above ${rate(severe)}, below ${rate(mild)} for each 10,000 characters`);
  for (const [id, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const severity = rules.find((rule) => rule.id === id)?.severity ?? '';
    console.log(`  ${String(count).padStart(6)} ${id} (${severity})`);
  }
}
