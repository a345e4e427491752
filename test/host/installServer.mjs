import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cacheFolder.mjs';
import { runNpm } from './runNpm.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Large, and of no use to us. The workbench misses the other built-in extensions, so they stay. */
const unusedExtensions =
  /^(copilot|mermaid-markdown-features|microsoft-authentication|github.*|tunnel-forwarding|ms-vscode\..*)$/;

/** Packages `@vscode/…` of the server in whose place ours beside this file go. */
const standIns = ['spdlog', 'ripgrep'];

/**
 * @typedef {object} InstalledServer
 * @property {string} node the Node.js that this server needs
 * @property {string} root the server's folder
 */

/**
 * Installs VS Code's server into the cache folder, unless it is there already. It comes from the npm package code-server,
 * which ships it built, as a lock file below `versions/` pins it. GONGWEN_HOST_VERSION names the folder: `current`, or
 * `oldest` for the oldest version that the manifest's `engines.vscode` admits.
 * @param {(line: string) => void} say told what takes time
 * @param {string} [version] in place of GONGWEN_HOST_VERSION
 * @returns {Promise<InstalledServer>}
 */
export async function installServer(say, version = process.env.GONGWEN_HOST_VERSION ?? 'current') {
  const pins = join(here, 'versions', version);
  const home = join(cacheFolder(), `vscode-server-${version}-${fingerprint(pins)}`);
  if (!existsSync(home)) {
    say(`Installing VS Code’s server, ${version} version (once, about 200 MB on disk) …`);
    await install(home, pins);
  }
  return { node: findNode(home), root: join(home, 'node_modules/code-server/lib/vscode') };
}

/** Any change to what is installed, or to how, asks for a new installation. */
function fingerprint(/** @type {string} */ pins) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const ours = ['installServer.mjs', ...standIns.map((name) => `${name}/index.js`)].map((file) => join(here, file));
  for (const file of [join(pins, 'package-lock.json'), ...ours]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Into a folder of another name first: an interrupted installation never passes for a finished one. */
async function install(/** @type {string} */ home, /** @type {string} */ pins) {
  mkdirSync(dirname(home), { recursive: true });
  removeAbandoned(dirname(home));
  const draft = mkdtempSync(`${home}.unfinished-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(pins, file), join(draft, file));
    cpSync(join(here, 'versions/.npmrc'), join(draft, '.npmrc'));
    // Without install scripts nothing is compiled; the server does without its native modules.
    await runNpm(['ci', '--ignore-scripts', '--omit=dev'], draft);
    prune(join(draft, 'node_modules'));
    for (const name of standIns)
      cpSync(join(here, name), join(draft, 'node_modules/@vscode', name), { recursive: true });
    linkModules(draft, home);
    renameSync(draft, home);
  } catch (error) {
    // Another run may have finished the same installation meanwhile.
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What an installation left that was killed; one that is an hour old does not run any more. */
function removeAbandoned(/** @type {string} */ cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.includes('.unfinished-'))) {
    const folder = join(cache, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

function prune(/** @type {string} */ modules) {
  const remove = (/** @type {string} */ folder, /** @type {(name: string) => boolean} */ unused) => {
    for (const name of readdirSync(folder)) {
      if (unused(name)) rmSync(join(folder, name), { recursive: true });
    }
  };
  remove(join(modules, 'code-server/lib/vscode/extensions'), (name) => unusedExtensions.test(name));
  remove(join(modules, '@vscode/ripgrep-universal/bin'), (name) => name !== `${process.platform}-${process.arch}`);
  for (const name of readdirSync(modules).filter(isNodePackage)) {
    remove(join(modules, name), (entry) => entry === 'include' || entry === 'share');
  }
}

/** The server looks for its packages in its own folder, and serves them to the browser from there. */
function linkModules(/** @type {string} */ draft, /** @type {string} */ home) {
  // Windows links by absolute path, which is right once the folder has its final name.
  const target = process.platform === 'win32' ? join(home, 'node_modules') : '../../..';
  symlinkSync(target, join(draft, 'node_modules/code-server/lib/vscode/node_modules'), 'junction');
}

function findNode(/** @type {string} */ home) {
  const modules = join(home, 'node_modules');
  const name = readdirSync(modules).find(isNodePackage);
  // A system without such a package uses the Node.js that runs us, if it is new enough.
  return name ? join(modules, name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node') : process.execPath;
}

const isNodePackage = (/** @type {string} */ name) => /^node(-bin)?-(linux|darwin|win)-/.test(name);
