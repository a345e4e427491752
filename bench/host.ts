// Measures the packaged product's own figures in fresh extension hosts of a real VS Code:
//   npm run bench:host [-- RUNS [CHECKOUT …]]
// Other checkouts that are built are measured in turn with this one. What waits for the processor is not counted.
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyExtension } from './support/copyExtension';

const [, , count = '7', ...others] = process.argv;
const runs = Number(count);
const checkouts = ['.', ...others];
const scratch = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));

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

/** The figures of one fresh host. */
async function measured(measure: string, checkout: string): Promise<Figures> {
  const place = mkdtempSync(join(scratch, 'host-'));
  const file = join(place, 'figures.json');
  copyExtension(join(place, 'extension'), checkout);
  await runTests({
    vscodeExecutablePath: process.env.GONGWEN_DESKTOP ?? 'test/host/codehost.mjs',
    extensionDevelopmentPath: join(place, 'extension'),
    extensionTestsPath: measure,
    extensionTestsEnv: { GONGWEN_BENCH: file },
    launchArgs: ['--user-data-dir', join(place, 'user'), '--extensions-dir', join(place, 'extensions')],
  });
  return JSON.parse(readFileSync(file, 'utf8')) as Figures;
}

function print(checkout: string, figures: readonly Figures[]): void {
  const all = (name: keyof Figures): number[] => figures.flatMap((figure) => figure[name]);
  console.log(
    `\n${checkout}: ${runs} fresh hosts, milliseconds\n\n| | median | worst | aim |\n| --- | --- | --- | --- |`,
  );
  row('`activate` and loading the code for it', all('activate'), 20);
  row('the same with the work of the editor around it', all('whole'), '–');
  row('first search, reading and indexing the library included', all('firstSearch'), 150);
  row('later searches', all('later'), 10);
  row('first completion, building its tables included', all('firstCompletion'), '–');
  row('later completions', all('completions'), 5);
  row('completion as the editor asks for it', all('asked'), '–');
}

async function main(): Promise<void> {
  try {
    const measure = join(scratch, 'measure.cjs');
    await build({
      entryPoints: ['bench/measureInHost.ts'],
      outfile: measure,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    });
    const figures = new Map(checkouts.map((checkout) => [checkout, [] as Figures[]]));
    for (let run = 0; run < runs; run++)
      for (const checkout of checkouts) figures.get(checkout)?.push(await measured(measure, checkout));
    for (const [checkout, list] of figures) print(checkout, list);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main();
