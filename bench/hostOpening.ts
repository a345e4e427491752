// Measures sessions over a large folder in fresh extension hosts of a real VS Code: the first, which reads and indexes everything,
// and later ones, which open what was kept. The folder is copied, and the copy is deleted at the end of the last session.
//   node esbuild.js && [PROFILE=1] npx tsx bench/hostOpening.ts FOLDER
// A stretch is the time in which a timer waited for its turn, or the processor time in it if that is less. PROFILE tells what ran
// in the longest ones.
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyExtension } from './support/copyExtension';

/** What a session gives: figures by name, and what ran in the longest stretches. */
interface Measured {
  readonly figures: Readonly<Record<string, number>>;
  readonly ran: readonly string[];
}

const sessions = ['first', 'second', 'third'];
const scratch = mkdtempSync(join(tmpdir(), 'gongwen-opening-'));
const extension = join(scratch, 'extension');
const folder = join(scratch, 'hostOpening');
const user = join(scratch, 'user');

const articles = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:md|txt)$/i.test(path));

async function main(source: string): Promise<void> {
  process.env.GONGWEN_HOST_LIMIT ??= '1200';
  try {
    copyExtension(extension);
    cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('.sqlite3') });
    const bytes = articles().reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    // A setting of the machine: a desktop build has those of the user for it, the server that stands in for one has its own.
    for (const of of ['User', 'Machine']) {
      mkdirSync(join(user, of), { recursive: true });
      writeFileSync(join(user, of, 'settings.json'), JSON.stringify({ 'gongwen.library.personalFolder': folder }));
    }
    const measure = join(scratch, 'measure.cjs');
    await build({
      entryPoints: ['bench/openingInHost.ts'],
      outfile: measure,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    });
    console.log(`${articles().length} files, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(
      '| session | usable s | complete s (processor) | longest stretch ms (idle) | stretches over 16 ms | bytes a byte | deletion s |',
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    for (const session of sessions) {
      const file = join(scratch, `${session}.json`);
      await runTests({
        vscodeExecutablePath: process.env.GONGWEN_DESKTOP ?? 'test/host/codehost.mjs',
        extensionDevelopmentPath: extension,
        extensionTestsPath: measure,
        extensionTestsEnv: {
          GONGWEN_BENCH: file,
          GONGWEN_FILES: String(articles().length),
          PROFILE: process.env.PROFILE ?? '',
          GONGWEN_DELETE: session === sessions.at(-1) ? folder : '',
        },
        launchArgs: ['--user-data-dir', user, '--extensions-dir', join(scratch, 'extensions')],
      });
      const { figures, ran } = JSON.parse(readFileSync(file, 'utf8')) as Measured;
      const of = (name: string, digits: number, unit = 1): string => ((figures[name] ?? NaN) / unit).toFixed(digits);
      console.log(
        `| ${session} | ${of('usable', 1, 1000)} | ${of('complete', 1, 1000)} (${of('processor', 1, 1000)}) | ${of('longest', 0)} (${of('idleStretch', 0)}) ` +
          `| ${of('blocked', 0)}, ${(100 * (figures.share ?? 0)).toFixed(0)} % | ${of('used', 2, bytes)} | ${of('settled', 1, 1000)} |`,
      );
      for (const line of ran) console.log(line);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void main(process.argv[2] ?? '');
