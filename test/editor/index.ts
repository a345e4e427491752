// Entry of the tests that run inside VS Code's Node.js extension host: every bundled *.test.js below this file.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the tests; their counts go to the file that GONGWEN_TALLY names.
 * @throws when a test failed, or when there was none
 */
export async function run(): Promise<void> {
  // Mocha is an ES module, this bundle is not.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 20_000, color: false, forbidOnly: process.env.CI !== undefined });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) mocha.addFile(join(__dirname, file));
  await mocha.loadFilesAsync();
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passes: runner.stats?.passes ?? 0, failures: failed }));
  });
  const { GONGWEN_TALLY } = process.env;
  if (GONGWEN_TALLY) writeFileSync(GONGWEN_TALLY, JSON.stringify({ passes, failures }));
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (passes === 0) throw new Error('no test ran');
}
