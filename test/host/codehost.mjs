#!/usr/bin/env node
// Stands in for the desktop build of VS Code where that cannot be downloaded or shown: give this file to
// @vscode/test-electron as `vscodeExecutablePath`. It takes the same command line, and runs the tests in the same
// workbench and extension host, served to a headless browser.
//
// GONGWEN_HOST_KIND     workspace (default): extensions run in Node.js; web: in the browser
// GONGWEN_HOST_LIMIT    seconds until a run counts as hung, 180 by default
// GONGWEN_TALLY         web only: the file that gets the counts, see ../editor/webIndex.ts
//
// Exit code: 0 when the tests ran to their end and passed, 124 when they hung, 130 when interrupted, else 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { launchWorkbench } from './launchWorkbench.mjs';
import { homeBelow, makeScratch } from './serveWorkbench.mjs';

const { GONGWEN_HOST_KIND, GONGWEN_HOST_LIMIT = '180', GONGWEN_TALLY } = process.env;
const kind = GONGWEN_HOST_KIND === 'web' ? 'web' : 'workspace';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
    'disable-extensions': { type: 'boolean' },
  },
  strict: false, // The desktop build has many more, none of which matters here.
  allowPositionals: true,
});
const one = (/** @type {keyof typeof values} */ name) => {
  const value = values[name];
  return typeof value === 'string' ? resolve(value) : undefined;
};

const scratch = makeScratch();
const outputFile = join(scratch, 'output');
const statusFile = join(scratch, 'status');
writeFileSync(outputFile, '');

let printed = 0;
function printNewOutput() {
  const output = readFileSync(outputFile);
  process.stdout.write(output.subarray(printed));
  printed = output.length;
}

/** What the workbench and its hosts say about themselves: of interest only when a run ends oddly. */
const chatter = /** @type {string[]} */ ([]);

/** A browser has no files: there the tests write marked lines to the console, and their counts last. */
function readConsole(/** @type {string} */ _level, /** @type {unknown[]} */ [mark, ...args]) {
  if (mark === 'gongwen-output') {
    process.stdout.write(`${format(...args)}\n`);
  } else if (mark === 'gongwen-tally') {
    const tally = String(args[0]);
    if (GONGWEN_TALLY) writeFileSync(GONGWEN_TALLY, tally);
    writeFileSync(statusFile, JSON.parse(tally).failures === 0 ? 'passed' : 'failed');
  } else {
    chatter.push(format(mark, ...args).slice(0, 500));
  }
}

/** @returns {Promise<number>} the exit code */
async function run() {
  const testsPath = one('extensionTestsPath');
  if (!testsPath) throw new Error('--extensionTestsPath is missing');

  /** @type {(how: string) => void} */
  let end = () => undefined;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => (end = resolve));
  const workbench = await launchWorkbench({
    kind,
    scratch,
    folder: positionals[0],
    extensionDevelopmentPath: one('extensionDevelopmentPath'),
    extensionTestsPath: kind === 'web' ? testsPath : fileURLToPath(new URL('runInHost.mjs', import.meta.url)),
    extensionsDir: one('extensions-dir'),
    userDataDir: one('user-data-dir'),
    disableExtensions: values['disable-extensions'] === true,
    env: { ...homeBelow(scratch), GONGWEN_HOST_RUN: JSON.stringify({ testsPath, outputFile, statusFile }) },
    say: console.error,
    beforeLoad: async (page) => {
      await page.exposeFunction('codeAutomationLog', readConsole);
      // Called with 0 when the extension host dies, too: only the status file tells.
      await page.exposeFunction('codeAutomationExit', () => end('the extension host ended'));
      page.once('crash', () => end('the page crashed'));
      page.once('close', () => end('the browser was closed'));
    },
  });
  void workbench.ended.then(() => end('the server ended'));
  const limit = setTimeout(() => end('hung'), Number(GONGWEN_HOST_LIMIT) * 1000);
  const printing = setInterval(printNewOutput, 200);
  const how = await ended;
  clearTimeout(limit);
  clearInterval(printing);
  printNewOutput();
  const status = existsSync(statusFile) ? readFileSync(statusFile, 'utf8') : undefined;
  await workbench.close();
  if (how === 'hung') {
    console.error(`codehost: the tests did not end within ${GONGWEN_HOST_LIMIT} seconds`);
    return 124;
  }
  if (status === undefined) console.error(`${chatter.slice(-30).join('\n')}\ncodehost: ${how} before the tests had`);
  return status === 'passed' ? 0 : 1;
}

process.exitCode = await run().catch((/** @type {unknown} */ error) => {
  console.error('codehost:', error);
  return 1;
});
// A handle that some library keeps must not keep the run.
process.exit();
