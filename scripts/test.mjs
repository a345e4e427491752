// npm test: what must hold before a commit, in some four minutes of two processors: all that runs without an editor, and the extension
// as it starts and completes inside VS Code, the oldest, too. npm run test:all: everything, in all editors; what CI runs. Both need Node.js
// and nothing installed by hand.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installServer } from '../test/host/installServer.mjs';
import { npmCommand } from '../test/host/runNpm.mjs';
import { coverageArguments, summariseCoverage } from './support/coverage.mjs';
import { downloadDesktop, hasDisplay, hasHiddenDisplay } from './support/findDesktop.mjs';
import { installBrowser, installNpmPackages } from './support/installPackages.mjs';
import { root } from './support/paths.mjs';
import { endAll } from './support/runProcess.mjs';
import { runSteps } from './support/runSteps.mjs';

/** @param {string} line */
const say = (line) => console.log(line);

const node = (...args) => ({ command: process.execPath, args });
const npmScript = (name, ...args) => npmCommand(['run', '--silent', name, ...args]);

const all = process.argv.includes('--all');

/** What packaging can leave out or break; all else is the same code as in the checkout. */
const packagedFiles = '/|^installation|^completion|^import';

const mocha = [
  'node_modules/mocha/bin/mocha.js',
  ...['--forbid-only', '--no-color', '--reporter', 'scripts/support/tallyReporter.mjs'],
];

/** How the extension starts and completes. */
const coreFiles = '/activation|^completion';

/** @returns {import('./support/runSteps.mjs').Step[]} what others wait for and what takes longest comes first */
function makeSteps(desktop) {
  const hidden = desktop && !hasDisplay();
  const insideVSCode = (name, ...which) => {
    const { command, args } = node('scripts/editorTests.mjs', ...which);
    const line = hidden ? { command: 'xvfb-run', args: ['-a', command, ...args] } : { command, args };
    return { name, line, suite: true, after: ['package', 'test bundles'] };
  };
  const inNode = (...files) => node(...mocha, '--no-config', '--require', 'tsx', '--timeout', '240000', ...files);
  const uiTests = readdirSync(join(root, 'test/ui'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/ui/${file}`);
  // In two, so that no processor is idle at the end.
  const userInterface = (part, parts) => ({
    name: `user interface in a browser, ${part + 1} of ${parts}`,
    line: inNode(...uiTests.filter((_, at) => at % parts === part)),
    suite: true,
    after: ['package'],
  });
  const unitTests = node(...coverageArguments, ...mocha, 'test/unit/**/*.test.ts');
  const inAllEditors = () => [
    userInterface(0, 2),
    userInterface(1, 2),
    insideVSCode('inside VS Code', 'development'),
    insideVSCode('inside VS Code, as packaged', 'packaged', '--files', packagedFiles),
    insideVSCode('inside VS Code for the web', 'browser'),
    { name: 'the stand-in for VS Code', line: inNode('test/host/**/*.test.ts'), suite: true },
    { name: 'shared library on PostgreSQL', line: inNode('test/shared/**/*.test.ts'), suite: true },
  ];
  return [
    { name: 'package', line: npmScript('package', '--', '--out', 'out/gongwen-library.vsix') },
    { name: 'test bundles', line: node('scripts/bundleTests.mjs') },
    ...(all ? inAllEditors() : []),
    { name: 'unit tests', line: unitTests, suite: true, check: summariseCoverage },
    { name: 'lint and import directions', line: npmScript('check:lint') },
    ...(all ? [] : [insideVSCode('inside VS Code', 'development', '--files', coreFiles)]),
    insideVSCode('inside the oldest VS Code', 'development', '--host', 'oldest', '--files', coreFiles),
    { name: 'types', line: npmScript('check:types') },
    { name: 'formatting', line: npmScript('check:format') },
    { name: 'fuzzing', line: node('--import', 'tsx', 'bench/fuzz.ts', '300', '1', 'out/fuzz', '--untimed') },
  ];
}

/** Installs what is missing, all at once; what cannot be installed makes the steps that need it fail. */
async function prepare() {
  const attempt = (installing) => installing.catch((error) => say(error.message));
  await Promise.all([
    installNpmPackages(say),
    attempt(installBrowser(say)),
    attempt(installServer(say)),
    attempt(installServer(say, 'oldest')),
  ]);
  const desktop = hasDisplay() || hasHiddenDisplay() ? await downloadDesktop(say) : undefined;
  say(
    desktop ? `Testing inside desktop VS Code: ${desktop}` : 'Testing inside VS Code’s own server, without a window.',
  );
  return desktop;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void endAll().finally(() => process.exit(130)));
}
let total = { passes: 0, failures: 1 };
try {
  const desktop = await prepare();
  total = await runSteps(makeSteps(desktop), { GONGWEN_DESKTOP: desktop }, say);
} catch (error) {
  say(error.message);
}
// Once more at the end: what a suite prints may be long.
for (const line of total.failed ?? []) say(`✗ ${line}`);
say(`\n${total.passes} passed, ${total.failures} failed`);
process.exitCode = total.failures > 0 ? 1 : 0;
