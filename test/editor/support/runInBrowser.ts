import 'mocha/mocha.js';

/**
 * Runs tests inside VS Code's extension host in a browser. There are no files: what they print goes to the console,
 * marked for whoever drives the browser, and their counts last.
 * @param load describes the tests
 * @throws when a test failed, or when there was none
 */
export async function runInBrowser(load: () => void): Promise<void> {
  if (!('importScripts' in globalThis)) throw new Error('this is not the extension host in a browser');
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 60_000, color: false });
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log('gongwen-output', ...args);
  load();
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run((failed) => resolve({ passes: runner.stats?.passes ?? 0, failures: failed }));
  });
  console.log('gongwen-tally', JSON.stringify({ passes, failures }));
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (passes === 0) throw new Error('no test ran');
}
