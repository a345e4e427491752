// Reads every file of a folder in the worker of the desktop host, as an import does, and says how long each took, of that how
// much time of a processor, how much memory the worker had, how long the longest turn of this thread kept it, and what came of it.
//   node esbuild.js --production && npx tsx bench/hostileFiles.ts FOLDER [beginning of a name] [--slow SECONDS] [--all]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../src/base/workerPort';
import { workerMemory } from '../src/intake/limits';
import { IntakeClient } from '../src/intake/worker/intakeClient';
import { cost, processorTime, watchTurns } from './support/turns';

const bundle = join(import.meta.dirname, '..', 'dist', 'intakeWorker.js');

/** As `startWorker` of the host, which cannot be loaded outside an editor. */
function startWorker(): WorkerPort {
  const worker = new Worker(bundle, { resourceLimits: { maxOldGenerationSizeMb: workerMemory } });
  let over = false;
  let failure: NodeJS.ErrnoException | undefined;
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => void worker.on('message', (message) => (over ? undefined : listener(message))),
    onFailure: (listener) => {
      worker.on('error', (error) => (failure = error));
      worker.on('exit', (code) => {
        if (over) return;
        over = true;
        listener(
          failure?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error',
          failure ? String(failure) : `exit code ${code}`,
        );
      });
    },
    processorTime,
    terminate: () => {
      over = true;
      void worker.terminate();
    },
  };
}

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

async function main(): Promise<void> {
  const [folder = '', beginning = ''] = process.argv
    .slice(2)
    .filter((one, at, all) => !one.startsWith('--') && all[at - 1] !== '--slow');
  const slow = Number(process.argv[process.argv.indexOf('--slow') + 1]) || 5;
  const counts = new Map<string, number>();
  let worst = { seconds: 0, work: 0, memory: 0, turn: 0 };
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith(beginning)) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const client = new IntakeClient(startWorker);
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const turns = watchTurns();
    const start = performance.now();
    const used = processorTime();
    const { intakes, problems, unread } = await client.read(name, bytes, never);
    const seconds = (performance.now() - start) / 1000;
    const turn = turns().reduce((longest, one) => Math.max(longest, cost(one)), 0);
    const work = (processorTime() - used) / 1000;
    clearInterval(watch);
    client.dispose();
    const memory = (most - before) / 1_048_576;
    worst = {
      seconds: Math.max(worst.seconds, seconds),
      work: Math.max(worst.work, work),
      memory: Math.max(worst.memory, memory),
      turn: Math.max(worst.turn, turn),
    };
    const drafts = intakes.flatMap((intake) => intake.drafts).length;
    const codes = [...new Set(problems.map(({ code }) => code))];
    for (const code of codes.length ? codes : ['read']) counts.set(code, (counts.get(code) ?? 0) + 1);
    if (process.argv.includes('--all') || work >= slow || memory > 512 || turn > 50 || codes.includes('readerFailed'))
      console.log(
        [
          name,
          `${(statSync(join(folder, name)).size / 1e6).toFixed(1)} MB`,
          `${seconds.toFixed(1)} s`,
          `${work.toFixed(1)} s of work`,
          `${memory.toFixed(0)} MB memory`,
          `turn ${turn.toFixed(0)} ms`,
          `${drafts} articles`,
          codes.join(' '),
          unread.length ? `${unread.length} unread` : '',
        ].join(' | '),
      );
  }
  console.log(Object.fromEntries(counts), worst);
}

void main();
