import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../../test/host/cacheFolder.mjs';

const service = 'https://update.code.visualstudio.com/api/releases/stable';

/** Whether a window can be shown. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** A display that nobody sees, for a system that has none. */
export const hasHiddenDisplay = () => spawnSync('xvfb-run', ['--help']).status === 0;

/**
 * Downloads the desktop build of VS Code, unless it is in the cache folder already.
 * @returns its executable; undefined where it cannot be had
 */
export async function downloadDesktop(say) {
  try {
    // Without this question a missing network would cost minutes of retries.
    const answer = await fetch(service, { signal: AbortSignal.timeout(4000) });
    if (!answer.ok) return undefined;
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    say('Looking for the desktop build of VS Code; downloading it if it is not in the cache folder …');
    const options = { version: 'stable', cachePath: join(cacheFolder(), 'desktop'), reporter: new SilentReporter() };
    return await downloadAndUnzipVSCode(options);
  } catch (error) {
    if (error instanceof Error && error.name !== 'TypeError' && error.name !== 'TimeoutError') say(error.message);
    return undefined;
  }
}
