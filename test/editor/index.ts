// Entry of the tests that run inside VS Code's Node.js extension host: every bundled *.test.js below this file.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the tests, or those of the files whose path GONGWEN_TEST_FILES matches and whose title GONGWEN_TEST_GREP matches;
 * their counts go to the file that GONGWEN_TALLY names.
 * @throws when a test failed, or when there was none
 */
export async function run(): Promise<void> {
  // Mocha is an ES module, this bundle is not.
  const { default: Mocha } = await import('mocha');
  const { GONGWEN_TEST_FILES = '', GONGWEN_TEST_GREP, GONGWEN_TALLY } = process.env;
  const mocha = new Mocha({
    timeout: 60_000,
    color: false,
    forbidOnly: process.env.CI !== undefined,
    ...(GONGWEN_TEST_GREP && { grep: GONGWEN_TEST_GREP }),
  });
  const wanted = new RegExp(GONGWEN_TEST_FILES);
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.js') && wanted.test(name));
  for (const file of files.sort()) mocha.addFile(join(__dirname, file));
  await mocha.loadFilesAsync();
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passes: runner.stats?.passes ?? 0, failures: failed }));
  });
  if (GONGWEN_TALLY) writeFileSync(GONGWEN_TALLY, JSON.stringify({ passes, failures }));
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (passes === 0) throw new Error('no test ran');
}
