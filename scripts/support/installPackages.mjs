import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../test/host/findChromium.mjs';
import { runNpm } from '../../test/host/runNpm.mjs';
import { root } from './paths.mjs';
import { runProcess } from './runProcess.mjs';

/** Installs the project's npm packages unless what is installed is what the lock file says. */
export async function installNpmPackages(say) {
  const lock = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  const record = 'node_modules/.package-lock.json';
  if (existsSync(join(root, record))) {
    const installed = lock(record);
    const missing = Object.entries(lock('package-lock.json')).filter(
      // Optional ones are for other systems.
      ([path, { version, optional }]) =>
        path && !(optional && !installed[path]) && installed[path]?.version !== version,
    );
    if (missing.length === 0) return;
  }
  say('Installing npm packages …');
  await runNpm(['ci'], root);
}

const debianPackages = ['chromium', 'fonts-noto-cjk'];

/**
 * Installs the browser that the UI tests drive, and a font for the Chinese in it, where we may: as root on Debian.
 * Elsewhere says what to install, if something is missing.
 */
export async function installBrowser(say) {
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  const missing = debian ? debianPackages.filter(isMissing) : findChromium() ? [] : ['Chromium or Google Chrome'];
  if (missing.length === 0) return;
  const apt = `apt-get install ${missing.join(' ')}`;
  if (!debian || process.getuid?.() !== 0) {
    say(`Missing: ${missing.join(', ')}. Please install${debian ? ` (as root: ${apt})` : ''}.`);
    return;
  }
  say(`Installing Debian packages: ${missing.join(', ')} …`);
  await aptGet('update', '-q');
  await aptGet('install', '-q', '-y', '--no-install-recommends', ...missing);
}

function isMissing(name) {
  if (name === 'chromium' && findChromium()) return false;
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return !stdout?.includes('install ok installed');
}

async function aptGet(...args) {
  const { passed, output } = await runProcess(
    { command: 'apt-get', args },
    { env: { DEBIAN_FRONTEND: 'noninteractive' } },
  );
  if (!passed) throw new Error(`apt-get ${args.join(' ')} failed:\n${output}`);
}
