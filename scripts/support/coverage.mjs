import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

/** Folders of `src/` that are tested in plain mocha: the share of their lines that unit tests must reach, in percent. */
const floor = 90;
const pure = ['base', 'text', 'library', 'search', 'completion', 'intake', 'draft', 'export'];

const report = 'out/coverage';

/** Arguments for c8, in front of the command that is measured: files that no test loads count as not covered. */
export const coverageArguments = [
  'node_modules/c8/bin/c8.js',
  ...['--all', '--src', 'src', '--include', 'src/**/*.ts', '--exclude', 'src/**/*.d.ts', '--exclude', 'src/editor/**'],
  ...['--reporter', 'json-summary', '--reporter', 'html', '--reports-dir', report],
];

/**
 * Sums c8's report up by folder.
 * @returns {Promise<{ lines: string[], failures: number }>} a line a folder of `src/`; one failure for each below the floor
 */
export async function summariseCoverage() {
  // Packages are installed by the same run.
  const { transformSync } = await import('esbuild');
  /** Whether nothing of a TypeScript file is left to run: no test can load it, and c8 counts each of its lines as missed. */
  const holdsOnlyTypes = (file) => transformSync(readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim() === '';
  const files = JSON.parse(readFileSync(join(root, report, 'coverage-summary.json'), 'utf8'));
  const sums = new Map();
  for (const [file, { lines }] of Object.entries(files)) {
    const [, part] = /^src\/(\w+)\//.exec(relative(root, file).replaceAll('\\', '/')) ?? [];
    if (!part || holdsOnlyTypes(file)) continue;
    const sum = sums.get(part) ?? { total: 0, covered: 0 };
    sums.set(part, { total: sum.total + lines.total, covered: sum.covered + lines.covered });
  }
  const rows = pure
    .filter((part) => sums.has(part))
    .map((part) => {
      const { total, covered } = sums.get(part);
      return { part, share: (100 * covered) / total };
    });
  return {
    lines: rows.map(
      ({ part, share }) => `src/${part}: ${share.toFixed(1)} % of lines${share < floor ? `, below ${floor} %` : ''}`,
    ),
    failures: rows.filter(({ share }) => share < floor).length,
  };
}
