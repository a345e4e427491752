// npm start: a real editor with the extension in it and a sample draft open, for trying things out.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../test/host/cacheFolder.mjs';
import { npmCommand } from '../test/host/runNpm.mjs';
import { serveWorkbench } from '../test/host/serveWorkbench.mjs';
import { downloadDesktop, hasDisplay } from './support/findDesktop.mjs';
import { installNpmPackages } from './support/installPackages.mjs';
import { root } from './support/paths.mjs';
import { runProcess } from './support/runProcess.mjs';
import { sampleDraft } from './support/sampleFolder.mjs';

const windows = process.platform === 'win32';
/** @param {string} line */
const say = (line) => console.log(line);

async function build() {
  say('Building the extension …');
  const { passed, output } = await runProcess(npmCommand(['run', '--silent', 'build']), { cwd: root });
  if (!passed) throw new Error(`The extension does not build:\n${output}`);
}

/** Outside the checkout, and kept from one start to the next with what was written there. */
function prepareSample() {
  const folder = join(cacheFolder(), 'sample');
  cpSync(join(root, 'test/fixtures/draft'), folder, { recursive: true, force: false });
  say(`The sample draft is ${join(folder, sampleDraft)}. What you write there is kept.`);
  return folder;
}

/** What any desktop VS Code is asked for. As root on Linux it starts only with a profile of its own. */
function desktopArguments(folder, ownProfile) {
  const profile = join(cacheFolder(), 'profile');
  return [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(ownProfile ? [`--user-data-dir=${profile}/user`, `--extensions-dir=${profile}/extensions`] : []),
    ...['--disable-workspace-trust', folder, join(folder, sampleDraft)],
  ];
}

/** @returns {Promise<void>} when the program has ended */
function open(command, args, shell = false) {
  const line = shell ? args.map((arg) => `"${arg}"`) : args;
  return new Promise((resolve, reject) => {
    spawn(command, line, { stdio: 'inherit', shell })
      .once('error', reject)
      .once('close', () => resolve());
  });
}

/** Shows an address in the default browser, if there is one. */
function browse(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[
    process.platform
  ] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

async function serve(folder) {
  say('Serving VS Code to a browser on this machine …');
  const served = await serveWorkbench({ folder, openFile: sampleDraft, extensionDevelopmentPath: root, say });
  say(`\nOpen this address in a browser on this machine:\n\n  ${served.url}\n\nCtrl+C ends it.`);
  if (hasDisplay()) browse(served.url);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void served.close());
  await served.ended;
  say('\nEnded.');
}

async function main() {
  await installNpmPackages(say);
  await build();
  const folder = prepareSample();
  if (hasDisplay() && spawnSync('code', ['--version'], { shell: windows }).status === 0) {
    say('Opening your VS Code with the extension in it …');
    await open('code', desktopArguments(folder, process.getuid?.() === 0), windows);
    return;
  }
  const desktop = hasDisplay() ? await downloadDesktop(say) : undefined;
  if (desktop) {
    say('Opening VS Code with the extension in it. Close its window to end.');
    await open(desktop, desktopArguments(folder, true));
    return;
  }
  say('There is no VS Code on this machine, and the desktop build cannot be downloaded or shown here.');
  await serve(folder);
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
