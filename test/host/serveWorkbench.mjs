import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installServer } from './installServer.mjs';

const leash = fileURLToPath(new URL('leash.mjs', import.meta.url));
const startLimit = 60_000;

/** A quiet editor: no welcome page, no offers of any kind. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // the desktop's default, unlike the browser's
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * @typedef {object} WorkbenchOptions
 * @property {string | undefined} [folder] opened as the workspace
 * @property {string | undefined} [openFile] opened in an editor, absolute or relative to `folder`
 * @property {string | undefined} [extensionDevelopmentPath] folder of the extension under development
 * @property {string | undefined} [extensionTestsPath] a module that exports `run`, started in the extension host
 * @property {'workspace' | 'web'} [kind] where that extension runs: Node.js (default) or the browser
 * @property {string | undefined} [extensionsDir] installed extensions; none by default
 * @property {string | undefined} [userDataDir] by default a new one, removed at the end
 * @property {Record<string, unknown>} [settings] user settings, on top of a quiet editor's
 * @property {Record<string, unknown>} [machineSettings] settings of the machine that serves: where those of scope `machine` stand
 * @property {Record<string, string>} [env] for the extension host, on top of this process's environment
 * @property {boolean} [disableExtensions] all but the one under development
 * @property {string} [scratch] a folder for the files of this run; removed at the end, also when starting fails
 * @property {(line: string) => void} [say] told what takes time
 *
 * @typedef {object} ServedWorkbench
 * @property {string} url opens the workbench; good for this machine only
 * @property {Promise<void>} ended resolves when the server has ended, for whatever reason, and left nothing behind
 * @property {() => Promise<void>} close
 */

/** @returns {string} a new folder for the files of one run */
export function makeScratch() {
  return realpathSync(mkdtempSync(join(tmpdir(), 'gongwen-host-')));
}

/**
 * Environment of an extension host that must not see the home folder of whoever runs it.
 * @param {string} scratch
 * @returns {Record<string, string>}
 */
export function homeBelow(scratch) {
  const home = join(scratch, 'home');
  mkdirSync(home, { recursive: true });
  return { HOME: home, USERPROFILE: home };
}

/**
 * Serves VS Code's workbench to browsers of this machine.
 * @param {WorkbenchOptions} options
 * @returns {Promise<ServedWorkbench>} rejects with the server's output when it does not come up
 */
export async function serveWorkbench(options) {
  const scratch = options.scratch ?? makeScratch();
  const { node, root } = await installServer(options.say ?? (() => undefined)).catch((error) => {
    rmSync(scratch, { recursive: true, force: true });
    throw error;
  });
  const userDataDir = options.userDataDir ?? join(scratch, 'user');
  writeSettings(
    userDataDir,
    { ...quiet, ...(options.kind === 'web' && inBrowser(options)), ...options.settings },
    'User',
  );
  if (options.machineSettings) writeSettings(userDataDir, options.machineSettings, 'Machine');
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const args = [
    join(root, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--server-data-dir', join(scratch, 'server'), '--user-data-dir', userDataDir],
    ...['--extensions-dir', options.extensionsDir ?? join(scratch, 'extensions')],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
    // A built server loads extensions under development and runs tests only with this switch.
    '--enable-smoke-test-driver',
  ];
  const server = spawn(process.execPath, [leash, scratch, node, ...args], {
    // Sockets and the like go where they are removed; macOS has no room for them in so long a path.
    env: {
      ...process.env,
      ...(process.platform === 'linux' && { TMPDIR: scratch, XDG_RUNTIME_DIR: scratch }),
      ...options.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // Ctrl+C in a terminal reaches us alone; the leash does the rest.
    windowsHide: true,
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => server.once('close', () => resolve()));
  const close = () => {
    server.stdin.end();
    return ended;
  };
  try {
    await listening(server);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: workbenchUrl(`127.0.0.1:${port}`, token, options), ended, close };
}

/** The setting by which the extension under development runs in the browser, though the server could run it, too. */
function inBrowser(/** @type {WorkbenchOptions} */ { extensionDevelopmentPath }) {
  if (!extensionDevelopmentPath) return {};
  const { publisher, name } = JSON.parse(readFileSync(join(extensionDevelopmentPath, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/**
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 * @param {'User' | 'Machine'} of
 */
function writeSettings(userDataDir, settings, of) {
  const folder = join(userDataDir, of);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** @returns {Promise<void>} */
function listening(/** @type {import('node:child_process').ChildProcessWithoutNullStreams} */ server) {
  return new Promise((done, fail) => {
    let output = '';
    const failed = (/** @type {string} */ why) => fail(new Error(`VS Code’s server ${why}.\n${output}`));
    const limit = setTimeout(() => failed('did not start in time'), startLimit);
    const read = (/** @type {Buffer} */ data) => {
      output = (output + data).slice(-20_000);
      if (!/agent listening on \d+/.test(output)) return;
      clearTimeout(limit);
      done();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', () => {
      clearTimeout(limit);
      failed('ended');
    });
  });
}

/** The address that opens the workbench with all that `options` ask for. */
function workbenchUrl(
  /** @type {string} */ authority,
  /** @type {string} */ token,
  /** @type {WorkbenchOptions} */ options,
) {
  const absolute = (/** @type {string} */ path) =>
    resolve(options.folder ?? '', path)
      .replace(/^(?=\w:)/, '/')
      .replaceAll('\\', '/');
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://${authority}${absolute(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [['skipWelcome', 'true']];
  if (options.extensionDevelopmentPath)
    payload.push(['extensionDevelopmentPath', remote(options.extensionDevelopmentPath)]);
  if (options.extensionTestsPath) payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  if (options.openFile) payload.push(['openFile', remote(options.openFile)]);
  if (options.disableExtensions) payload.push(['disableExtensions', 'true']);
  const query = new URLSearchParams({ tkn: token, payload: JSON.stringify(payload) });
  if (options.folder) query.set('folder', absolute(options.folder));
  else query.set('ew', 'true');
  return `http://${authority}/?${query}`;
}
