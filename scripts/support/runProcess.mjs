import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const windows = process.platform === 'win32';
const running = new Set();
let interrupted = false;

/**
 * Runs a program and keeps its output. Each has a process group of its own, so that all that it starts ends with it.
 * @param {{ command: string, args: string[], shell?: boolean }} line
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limit?: number }} [options] limit: milliseconds
 * @returns {Promise<{ passed: boolean, output: string }>} what it printed, both streams in order
 */
export async function runProcess({ command, args, shell = false }, { cwd, env, limit = 600_000 } = {}) {
  // Nothing new begins in a script that is being ended.
  if (interrupted) return new Promise(() => undefined);
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, shell, stdio, detached: !windows, env: { ...process.env, ...env } });
  running.add(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (data) => (output += data));
  child.stderr.setEncoding('utf8').on('data', (data) => (output += data));
  const timer = setTimeout(() => {
    output += `\nEnded: not finished after ${limit / 1000} seconds.\n`;
    void end(child);
  }, limit);
  const passed = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  clearTimeout(timer);
  running.delete(child);
  return { passed, output };
}

/** Ends all that still runs, for an interrupted script. */
export async function endAll() {
  interrupted = true;
  await Promise.all([...running].map(end));
}

/** Like Ctrl+C first: a test host then removes its files and ends its browser. */
async function end(child) {
  const closed = new Promise((resolve) => child.once('close', resolve));
  signal(child, 'SIGINT');
  await Promise.race([closed, sleep(8000, undefined, { ref: false })]);
  signal(child, 'SIGKILL');
}

function signal(child, name) {
  try {
    if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended.
  }
}
