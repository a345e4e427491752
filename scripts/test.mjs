// npm test: everything that must hold before a change is good. Needs Node.js and nothing installed by hand.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installServer } from '../test/host/installServer.mjs';
import { npmCommand } from '../test/host/runNpm.mjs';
import { downloadDesktop, hasDisplay, hasHiddenDisplay } from './support/findDesktop.mjs';
import { installBrowser, installNpmPackages } from './support/installPackages.mjs';
import { root } from './support/paths.mjs';
import { endAll, runProcess } from './support/runProcess.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {{ command: string, args: string[], shell?: boolean }} line
 * @property {boolean} [suite] its tests are counted; any other step counts as one check
 * @property {string[]} [after] steps without whose success this one cannot run
 * @property {(files: string[]) => Step['line']} [again] runs some of its files once more
 *
 * @typedef {{ passes: number, failures: number, failedFiles?: string[] }} Tally
 */

const node = (...args) => ({ command: process.execPath, args });
const npmScript = (name, ...args) => npmCommand(['run', '--silent', name, ...args]);
const mocha = (...args) =>
  node(
    'node_modules/mocha/bin/mocha.js',
    '--forbid-only',
    '--no-color',
    '--reporter',
    'scripts/support/tallyReporter.mjs',
    ...args,
  );

/** @returns {Step[]} what others wait for and what takes longest comes first */
function makeSteps(desktop) {
  const hidden = desktop && !hasDisplay();
  const insideVSCode = (which) => {
    const { command, args } = node('scripts/editorTests.mjs', which);
    return hidden ? { command: 'xvfb-run', args: ['-a', command, ...args] } : { command, args };
  };
  const inBrowser = (...files) => mocha('--no-config', '--require', 'tsx', '--timeout', '60000', ...files);
  const built = ['package', 'test bundles'];
  return [
    { name: 'package', line: npmScript('package', '--', '--out', 'out/gongwen-library.vsix') },
    { name: 'test bundles', line: node('scripts/bundleTests.mjs') },
    {
      name: 'user interface in a browser',
      line: inBrowser('test/ui/**/*.test.ts'),
      suite: true,
      after: ['package'],
      // Driven in real time: on a busy machine a key may come when nobody is ready for it.
      again: (files) => inBrowser(...files),
    },
    { name: 'inside VS Code', line: insideVSCode('development'), suite: true, after: built },
    { name: 'inside VS Code, as packaged', line: insideVSCode('packaged'), suite: true, after: built },
    { name: 'inside VS Code for the web', line: insideVSCode('browser'), suite: true, after: built },
    { name: 'the stand-in for VS Code', line: inBrowser('test/host/**/*.test.ts'), suite: true },
    { name: 'lint and import directions', line: npmScript('check:lint') },
    { name: 'types', line: npmScript('check:types') },
    { name: 'formatting', line: npmScript('check:format') },
    { name: 'unit tests', line: mocha('test/unit/**/*.test.ts'), suite: true },
  ];
}

/** Installs what is missing, all at once; what cannot be installed makes the steps that need it fail. */
async function prepare() {
  await Promise.all([
    installNpmPackages(say),
    installBrowser(say).catch((error) => say(error.message)),
    installServer(say).catch((error) => say(error.message)),
  ]);
  const desktop = hasDisplay() || hasHiddenDisplay() ? await downloadDesktop(say) : undefined;
  say(
    desktop ? `Testing inside desktop VS Code: ${desktop}` : 'Testing inside VS Code’s own server, without a window.',
  );
  return desktop;
}

/** @returns {Promise<Tally>} */
async function runStep({ name, line, suite, again }, env, tallyFile) {
  const start = Date.now();
  const run = (what) => runProcess(what, { cwd: root, env: { ...env, GONGWEN_TALLY: tallyFile } });
  let { passed, output } = await run(line);
  let tally = suite ? readTally(tallyFile, passed) : { passes: passed ? 1 : 0, failures: passed ? 0 : 1 };
  const failedFiles = tally.failedFiles?.filter(Boolean) ?? [];
  if (again && failedFiles.length > 0) {
    say(`  ${name}: ${tally.failures} failed, and what failed is tried once more:`);
    say(output.slice(output.lastIndexOf(' failing')).trim().replaceAll(/^/gm, '    '));
    const tests = tally.passes + tally.failures;
    rmSync(tallyFile);
    ({ passed, output } = await run(again(failedFiles)));
    const { failures } = readTally(tallyFile, passed);
    tally = { passes: tests - failures, failures };
  }
  const time = `${((Date.now() - start) / 1000).toFixed(1)} s`;
  const counts = suite ? `: ${tally.passes} passed, ${tally.failures} failed` : '';
  say(`${tally.failures === 0 ? '✓' : '✗'} ${name}${counts} (${time})`);
  if (tally.failures > 0) say(output.trim().replaceAll(/^/gm, '    '));
  return tally;
}

/** A suite that died, or that ran nothing, has failed, whatever it counted. */
function readTally(file, passed) {
  let tally = { passes: 0, failures: 0 };
  try {
    tally = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // It did not come to its end.
  }
  const { passes, failures, failedFiles } = tally;
  return failures === 0 && (!passed || passes === 0) ? { passes, failures: 1 } : { passes, failures, failedFiles };
}

/** Runs as many steps at a time as there are processors, each as soon as those it needs are through. */
async function runAll(steps, env, scratch) {
  const total = { passes: 0, failures: 0 };
  const done = new Map();
  const waiting = [...steps];
  const work = async () => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ after = [] }) => after.every((name) => done.has(name)));
      if (next < 0) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      const [step] = waiting.splice(next, 1);
      const lacking = (step.after ?? []).filter((name) => !done.get(name));
      let tally = { passes: 0, failures: 1 };
      if (lacking.length > 0) say(`✗ ${step.name}: cannot run, as this failed: ${lacking.join(', ')}`);
      else tally = await runStep(step, env, join(scratch, `${steps.indexOf(step)}.json`));
      done.set(step.name, tally.failures === 0);
      total.passes += tally.passes;
      total.failures += tally.failures;
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));
  return total;
}

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'gongwen-test-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void endAll().finally(() => process.exit(130)));
  }
  let total = { passes: 0, failures: 1 };
  try {
    const desktop = await prepare();
    total = await runAll(makeSteps(desktop), { GONGWEN_DESKTOP: desktop }, scratch);
  } catch (error) {
    say(error.message);
  }
  say(`\n${total.passes} passed, ${total.failures} failed`);
  process.exitCode = total.failures > 0 ? 1 : 0;
}

await main();
