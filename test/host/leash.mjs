// node leash.mjs FOLDER COMMAND ARGUMENT…
//
// Runs COMMAND until it ends or whoever started us is gone, however that one died: our standard input closes then.
// Then every process that COMMAND started is ended too, one in an endless loop included, and FOLDER is removed.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const [, , folder = '', command = '', ...args] = process.argv;
const windows = process.platform === 'win32';

// Its own process group, so that all of it can be ended at once.
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows });

function end() {
  if (child.pid === undefined) return;
  if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nobody is left.
    }
  }
}

child.once('error', (error) => console.error(error.message));
child.once('close', (code) => {
  end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 1);
});
process.stdin.once('close', end).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);
