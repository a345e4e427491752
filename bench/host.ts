// Measures the packaged product's own figures in fresh extension hosts of a real VS Code:
//   npm run bench:host [-- RUNS]
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyExtension } from './support/copyExtension';

const runs = Number(process.argv[2] ?? 7);
const scratch = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
const extension = join(scratch, 'extension');

/** What measureInHost.ts wrote. */
type Figures = Readonly<
  Record<
    'activate' | 'whole' | 'firstSearch' | 'later' | 'firstCompletion' | 'completions' | 'asked',
    number | number[]
  >
>;

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
const row = (name: string, list: readonly number[], aim: number | string): void =>
  console.log(`| ${name} | ${median(list).toFixed(1)} | ${Math.max(...list).toFixed(1)} | ${aim} |`);

async function main(): Promise<void> {
  try {
    copyExtension(extension);
    const measure = join(scratch, 'measure.cjs');
    await build({
      entryPoints: ['bench/measureInHost.ts'],
      outfile: measure,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    });
    const figures: Figures[] = [];
    for (let run = 0; run < runs; run++) {
      const file = join(scratch, `${run}.json`);
      await runTests({
        vscodeExecutablePath: process.env.GONGWEN_DESKTOP ?? 'test/host/codehost.mjs',
        extensionDevelopmentPath: extension,
        extensionTestsPath: measure,
        extensionTestsEnv: { GONGWEN_BENCH: file },
        launchArgs: [
          '--user-data-dir',
          join(scratch, `user${run}`),
          '--extensions-dir',
          join(scratch, `extensions${run}`),
        ],
      });
      figures.push(JSON.parse(readFileSync(file, 'utf8')) as Figures);
    }
    const all = (name: keyof Figures): number[] => figures.flatMap((figure) => figure[name]);
    console.log(`\n${runs} fresh hosts, milliseconds\n\n| | median | worst | aim |\n| --- | --- | --- | --- |`);
    row('`activate` and loading the code for it', all('activate'), 20);
    row('the same with the work of the editor around it', all('whole'), '–');
    row('first search, reading and indexing the library included', all('firstSearch'), 150);
    row('later searches', all('later'), 10);
    row('first completion, building its tables included', all('firstCompletion'), '–');
    row('later completions', all('completions'), 5);
    row('completion as the editor asks for it', all('asked'), '–');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main();
