// Runs inside VS Code's extension host, in place of tests: one session over a large folder. See hostOpening.ts.
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { GongwenApi } from '../src/editor/api';
import { cost, processorTime, watchFunctions, watchTurns } from './support/turns';

/** What takes longer is taken for a fault. */
const mostSeconds = 500;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function until(condition: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it took too long');
    await pause(20);
  }
}

/** Measures one session and writes its figures to the file that GONGWEN_BENCH names. */
export async function run(): Promise<void> {
  const { GONGWEN_BENCH = '', GONGWEN_FILES = '', GONGWEN_DELETE = '' } = process.env;
  const extension = vscode.extensions.getExtension<GongwenApi>('gongwen.gongwen-library');
  if (!extension || extension.isActive) throw new Error('the extension must be there, and not active yet');
  // The workbench is still busy with itself.
  await pause(4000);
  const idle = watchTurns();
  await pause(2000);
  const idleStretch = Math.max(...idle().map(cost));
  const before = memory();
  const functions = process.env.PROFILE ? watchFunctions() : undefined;
  const [start, startProcessor] = [performance.now(), processorTime()];
  const turns = watchTurns();
  const api = await extension.activate();
  let hits = 0;
  await until(async () => (hits = (await api.search('安全生产')).length) > 0, mostSeconds);
  const usable = performance.now() - start;
  await until(() => api.articles().length >= Number(GONGWEN_FILES), mostSeconds);
  await api.search('安全生产');
  const complete = performance.now() - start;
  const processor = processorTime() - startProcessor;
  const stretches = turns();
  const ran = functions?.(stretches) ?? [];
  // Until the index has been kept.
  await pause(Math.max(12_000, complete / 2));
  const used = memory() - before;
  let settled = 0;
  if (GONGWEN_DELETE) {
    const deletion = performance.now();
    await rm(GONGWEN_DELETE, { recursive: true });
    await until(() => api.articles().every(({ id }) => !id.includes('/hostOpening/')), mostSeconds);
    settled = performance.now() - deletion;
  }
  const blocked = stretches.map(cost).filter((stretch) => stretch > 16);
  const figures = {
    hits,
    usable,
    complete,
    used,
    settled,
    idleStretch,
    processor,
    longest: Math.max(...stretches.map(cost)),
    blocked: blocked.length,
    share: blocked.reduce((sum, stretch) => sum + stretch, 0) / complete,
  };
  writeFileSync(GONGWEN_BENCH, JSON.stringify({ figures, ran }));
}
