'use strict';
// Builds the extension for the desktop and for the browser from one source, and packs what ships with it.
//   node esbuild.js [--production] [--watch]
require('tsx/cjs');
require('node:child_process').execFileSync(process.execPath, [`${__dirname}/scripts/patchPdf.mjs`]);
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  metafile: true,
  // The database driver asks for a native form of itself where there is one.
  external: ['vscode', 'pg-native'],
  // The PDF library asks for it where it looks for what it can draw with, which it does without here.
  define: { 'import.meta.url': '""' },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

/**
 * On the desktop, what is imported dynamically is a bundle of its own, so that activation need not even compile it. A
 * browser's extension host loads a single file; there it is only run on first need.
 * @type {import('esbuild').Plugin}
 */
const bundleOfItsOwn = {
  name: 'bundle of its own',
  setup: (build) =>
    build.onResolve({ filter: /^\./ }, ({ kind, path: module }) =>
      kind === 'dynamic-import' ? { path: `./${path.basename(module)}.js`, external: true } : undefined,
    ),
};

/**
 * `import * as vscode` gives every file a copy of the whole API, with a getter for each of its several hundred names: half of what
 * loading the extension took. As an import of CommonJS all files share the one object.
 * @type {import('esbuild').Plugin}
 */
const oneApi = {
  name: 'one API',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]src[\\/](?:editor[\\/].*|extension)\.ts$/ }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, 'utf8')
        .replace("import * as vscode from 'vscode';", "import vscode = require('vscode');"),
      loader: 'ts',
    })),
};

/**
 * Of htmlparser2 only the parser is used. Its index also names what builds and writes trees, which says nothing about side
 * effects and so would come along, with tables of entities.
 * @type {import('esbuild').Plugin}
 */
const parserAlone = {
  name: 'parser alone',
  setup: (build) =>
    build.onResolve({ filter: /^domutils$/ }, async ({ path: module, pluginData, ...rest }) => {
      if (pluginData === parserAlone) return undefined;
      const resolved = await build.resolve(module, { ...rest, pluginData: parserAlone });
      return { ...resolved, sideEffects: false };
    }),
};

/**
 * What differs by host has a form for the browser beside it: `startWorker.browser.ts` takes the place of `startWorker.ts`.
 * @type {import('esbuild').Plugin}
 */
const browserForms = {
  name: 'browser forms',
  setup: (build) =>
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path: module, resolveDir }) => {
      const file = path.join(resolveDir, `${module}.browser.ts`);
      return fs.existsSync(file) ? { path: file } : undefined;
    }),
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...common,
    entryPoints: [
      'src/extension.ts',
      'src/editor/engine.ts',
      'src/editor/import/intake.ts',
      'src/intake/formats/pdf/pdf.ts',
      'src/completion/mayOffer.ts',
      'src/editor/checks/checking.ts',
      'src/editor/completion/newDocument.ts',
      'src/editor/export/exporter.ts',
      'src/editor/library/packsCommand.ts',
      'src/editor/outline/sections.ts',
      'src/editor/placeholders/blanks.ts',
      'src/editor/revise/reviseEngine.ts',
      'src/editor/import/intakeWorker.ts',
      'src/editor/shared/wordReader.ts',
      'src/editor/shared/wordWorker.ts',
      'src/library/parseArticle.ts',
      'src/editor/assistants/assistantsEngine.ts',
      'src/editor/search/quickSearch.ts',
      'src/editor/sharedLibrary/sharedCommands.ts',
      'src/editor/sharedLibrary/sharedEngine.ts',
      'src/editor/tree/curation.ts',
    ],
    platform: 'node',
    outdir: 'dist',
    entryNames: '[name]',
    plugins: [bundleOfItsOwn, oneApi, parserAlone],
    supported: { 'dynamic-import': false },
  },
  {
    ...common,
    entryPoints: ['src/mcp/mcpServer.ts'],
    platform: 'node',
    outdir: 'dist',
    plugins: [parserAlone],
  },
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    platform: 'browser',
    // Before `browser`: some packages offer a browser form that needs a document, which an extension host has not.
    conditions: ['worker'],
    outfile: 'dist/browser/extension.js',
    plugins: [browserForms, oneApi, parserAlone],
  },
  {
    ...common,
    entryPoints: ['src/editor/import/intakeWorker.ts', 'src/editor/shared/wordWorker.ts'],
    platform: 'browser',
    format: 'iife',
    conditions: ['worker'],
    outdir: 'dist/browser',
    entryNames: '[name]',
    plugins: [browserForms, parserAlone],
  },
];

/** Files below `folder`, `/` between segments, in a stable order. */
const filesBelow = (folder, pattern) =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((file) => String(file).split(path.sep).join('/'))
    .filter((file) => pattern.test(file))
    .sort();

/**
 * Parses the articles and puts them, with the snippet files, into one file that is read at once on every host; into two others
 * what search and completion make of the articles, and of the collocations.
 */
function packShippedFiles() {
  const { checksumOf } = require('./src/base/checksum.ts');
  const { finish } = require('./src/base/slices.ts');
  const { prepareTables } = require('./src/completion/corpus/preparedTables.ts');
  const { prepareIndex } = require('./src/search/persistence/indexSerialization.ts');
  const { version } = require('./package.json');
  const { parseArticle } = require('./src/library/parseArticle.ts');
  const { packArticle } = require('./src/library/packedArticle.ts');
  const read = (file) => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  // Only what lies in the folder of a category is an article.
  const files = filesBelow('corpus', /\/[^/]+\.md$/);
  const articles = files.map((file) => {
    const { article, problems } = parseArticle({ uri: '', path: file, origin: 'builtin' }, read(`corpus/${file}`));
    if (problems.length > 0) throw new Error(`corpus/${file}: ${problems[0].detail}`);
    return article;
  });
  const packed = articles.map((article, at) => packArticle(article, files[at]));
  const snippets = filesBelow('snippets', /\.json$/).map((file) => read(`snippets/${file}`));
  const shipped = Buffer.from(JSON.stringify({ articles: packed, snippets }));
  const key = finish(checksumOf(shipped));
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/shipped.json', shipped);
  fs.writeFileSync('dist/searchIndex.bin', prepareIndex(articles, version));
  fs.writeFileSync('dist/completion.bin', prepareTables(articles, read('corpus/搭配.tsv'), key));
  fs.cpSync('src/shared/schema', 'dist/schema', { recursive: true });
}

/** The licences of everything that is bundled ask to be handed on. */
function writeNotices(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  );
  // Its data is in src/text/pinyin.json.
  folders.add('node_modules/pinyin-pro');
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8'));
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? fs.readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
  });
  fs.writeFileSync('dist/ThirdPartyNotices.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
}

async function main() {
  fs.rmSync('dist', { recursive: true, force: true });
  packShippedFiles();
  if (!watch) {
    const results = await Promise.all(builds.map((options) => esbuild.build(options)));
    writeNotices(results.map(({ metafile }) => metafile));
    return;
  }
  for (const options of builds) await (await esbuild.context(options)).watch();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
