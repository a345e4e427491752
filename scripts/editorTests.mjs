// Runs the tests of test/editor inside VS Code.
//   node scripts/editorTests.mjs development   the extension as it is in this checkout
//   node scripts/editorTests.mjs packaged      the extension as out/gongwen-library.vsix installs it
//   node scripts/editorTests.mjs browser       the extension in the browser's extension host, which has no Node.js
//   … --files 'activation|completion'          only the test files whose path matches (not in the browser)
//   … --grep 'after letters'                   only the tests whose title matches
//   … --host oldest                            in the oldest version of VS Code that the manifest admits
//
// GONGWEN_DESKTOP names a desktop build to run them in; without it VS Code's own server stands in.
import { resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installServer } from '../test/host/installServer.mjs';
import { homeBelow } from '../test/host/serveWorkbench.mjs';
import { root } from './support/paths.mjs';
import { runProcess } from './support/runProcess.mjs';
import { makeSampleFolder } from './support/sampleFolder.mjs';

const windows = process.platform === 'win32';
const { values, positionals } = parseArgs({
  options: { files: { type: 'string' }, grep: { type: 'string' }, host: { type: 'string' } },
  allowPositionals: true,
});
const which = positionals[0] ?? 'development';
if (values.host) process.env.GONGWEN_HOST_VERSION = values.host;
// The browser's extension host needs a browser, and a version that was asked for is that of a server.
const desktop = which === 'browser' || values.host ? undefined : process.env.GONGWEN_DESKTOP;

const { scratch, folder } = makeSampleFolder();
// Our scratch folder goes when we exit, and only then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
const extensionsDir = join(scratch, 'extensions');
const userDataDir = join(scratch, 'user');

/** The command line that installs extensions into VS Code, whichever that is. */
async function installer() {
  if (desktop) {
    const command = resolveCliPathFromVSCodeExecutablePath(desktop);
    const args = ['--no-sandbox', '--user-data-dir', userDataDir];
    return { command, args, shell: windows };
  }
  const { node, root: server } = await installServer(console.log);
  const args = ['--accept-server-license-terms', '--server-data-dir', join(scratch, 'server')];
  return { command: node, args: [join(server, 'out/server-main.js'), ...args] };
}

async function installPackage() {
  const { command, args, shell } = await installer();
  const vsix = join(root, 'out/gongwen-library.vsix');
  const line = [...args, '--extensions-dir', extensionsDir, '--install-extension', vsix];
  const { passed, output } = await runProcess({ command, args: line, shell });
  if (!passed) throw new Error(`${vsix} could not be installed:\n${output}`);
}

if (which === 'packaged') await installPackage();
const options = {
  vscodeExecutablePath: desktop ?? join(root, 'test/host', windows ? 'codehost.cmd' : 'codehost.mjs'),
  extensionDevelopmentPath: which === 'packaged' ? join(root, 'test/host/fixtures/extension') : root,
  extensionTestsPath: join(root, which === 'browser' ? 'out/editor/web.js' : 'out/editor/node/index.js'),
  extensionTestsEnv: {
    // The stand-in does the same for itself, which needs its own home to find what is installed there.
    ...(desktop && homeBelow(scratch)),
    GONGWEN_HOST_KIND: which === 'browser' ? 'web' : 'workspace',
    GONGWEN_HOST_LIMIT: '1200',
    ...(values.files && { GONGWEN_TEST_FILES: values.files }),
    ...(values.grep && { GONGWEN_TEST_GREP: values.grep }),
    GONGWEN_CHECKOUT: root,
    GONGWEN_EXTENSION_HOME: which === 'packaged' ? extensionsDir : root,
  },
  launchArgs: [folder, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
};
await runTests(options).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
