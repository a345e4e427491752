// Bundles the tests that run inside VS Code into out/: one file a test for Node.js, one file with all for the browser.
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'test/editor');
const testsBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));

rmSync(join(root, 'out/editor'), { recursive: true, force: true });

const common = { bundle: true, format: 'cjs', target: 'es2022', sourcemap: 'inline', logLevel: 'warning' };

await build({
  ...common,
  platform: 'node',
  entryPoints: [join(source, 'index.ts'), ...testsBelow(source).map((file) => join(source, file))],
  outbase: source,
  outdir: join(root, 'out/editor/node'),
  external: ['vscode', 'mocha'],
});

// The browser's extension host loads a single file and has no Node.js.
const anyHost = testsBelow(join(source, 'anyHost')).map((file) => `require(${JSON.stringify(`./anyHost/${file}`)});`);
await build({
  ...common,
  platform: 'browser',
  stdin: {
    contents: `import { runInBrowser } from './support/runInBrowser';
      export const run = () => runInBrowser(() => { ${anyHost.join(' ')} });`,
    resolveDir: source,
    loader: 'ts',
  },
  outfile: join(root, 'out/editor/web.js'),
  // Mocha's browser build takes `module` for its own.
  format: 'iife',
  globalName: 'tests',
  footer: { js: 'module.exports = tests;' },
  alias: { 'node:assert/strict': join(source, 'support/browserAssert.ts') },
  external: ['vscode'],
});
