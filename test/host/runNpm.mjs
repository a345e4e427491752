import { spawn } from 'node:child_process';

/**
 * The command line that runs npm: the very npm that started us, if one did.
 * @param {string[]} args for example `['ci']`
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const { npm_execpath: script } = process.env;
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script, ...args], shell: false };
  // On Windows npm is a batch file.
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

/**
 * Runs npm, and keeps its output for the case that it fails.
 * @param {string[]} npmArgs
 * @param {string} folder where the package.json is
 * @returns {Promise<void>} rejects with npm's output when npm fails
 */
export function runNpm(npmArgs, folder) {
  const { command, args, shell } = npmCommand([...npmArgs, '--loglevel=error', '--prefix', folder]);
  return new Promise((resolve, reject) => {
    const npm = spawn(command, args, { cwd: folder, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    npm.stdout.on('data', (data) => (output += data));
    npm.stderr.on('data', (data) => (output += data));
    npm.once('error', reject);
    npm.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${npmArgs.join(' ')} failed:\n${output.trim()}`)),
    );
  });
}
