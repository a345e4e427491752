// Finds what flickers: runs test files of plain mocha, of the UI too, many times over and says what failed how often.
//   npm run test:repeat -- 20 test/ui/completion.test.ts [--grep 'after letters']
import { root } from './support/paths.mjs';
import { endAll, runProcess } from './support/runProcess.mjs';

const [times, ...rest] = process.argv.slice(2);
if (!(Number(times) > 0) || rest.length === 0) {
  console.error('usage: npm run test:repeat -- TIMES FILE … [mocha options]');
  process.exit(2);
}
process.once('SIGINT', () => void endAll().finally(() => process.exit(130)));

const args = ['node_modules/mocha/bin/mocha.js', '--no-color', '--timeout', '120000', '--reporter', 'json', ...rest];
const failures = new Map();
for (let run = 1; run <= Number(times); run++) {
  const { passed, output } = await runProcess({ command: process.execPath, args }, { cwd: root, limit: 30 * 60_000 });
  console.log(`${run}: ${passed ? 'passed' : 'failed'}`);
  if (passed) continue;
  let failed = [];
  try {
    failed = JSON.parse(output.slice(output.indexOf('{\n'))).failures;
  } catch {
    console.log(output.trim());
  }
  for (const { fullTitle, err } of failed) {
    console.log(`   ${fullTitle}\n      ${err.message?.split('\n', 1)[0]}`);
    failures.set(fullTitle, (failures.get(fullTitle) ?? 0) + 1);
  }
}
for (const [title, count] of failures) console.log(`${count} of ${times} failed: ${title}`);
process.exitCode = failures.size > 0 ? 1 : 0;
