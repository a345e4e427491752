'use strict';
const importX = require('eslint-plugin-import-x');
const regexp = require('eslint-plugin-regexp');
const tseslint = require('typescript-eslint');

/** The floors of the house, and what each may import of `src/`: data flows one way. */
const mayImport = {
  base: [],
  text: ['base'],
  library: ['base', 'text'],
  search: ['base', 'text', 'library'],
  completion: ['base', 'text', 'library'],
  intake: ['base', 'text', 'library'],
  draft: ['base', 'text', 'library'],
  export: ['base', 'text', 'library', 'intake', 'draft'],
  revise: ['base', 'text', 'library', 'intake', 'draft', 'export'],
  assistants: ['base', 'text', 'library', 'search', 'completion', 'draft'],
};
const pure = Object.keys(mayImport);

const zones = [
  ...Object.entries(mayImport).map(([folder, others]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...others].map((other) => `./${other}`),
    message: `src/${folder} may import only ${others.map((other) => `src/${other}`).join(', ') || 'what is in it'}.`,
  })),
  {
    target: './src/shared',
    from: './src',
    except: ['shared', 'base', 'text', 'library', 'search'].map((folder) => `./${folder}`),
  },
  { target: './src/mcp', from: './src', except: ['mcp', ...pure].map((folder) => `./${folder}`) },
  { target: './src/editor', from: './src', except: ['editor', 'shared', ...pure].map((folder) => `./${folder}`) },
];

/** The pure folders run in any host: no Node globals. */
const hostFree = {
  'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', '__dirname', 'global'],
};

/** Texts of the library, of drafts and names of files come from strangers: none is shown but by `src/editor/shared/shownText.ts`. */
const shownAsText = {
  'no-restricted-syntax': [
    'error',
    {
      selector: "CallExpression[callee.property.name='appendText'][arguments.0.callee.name!='shownText']",
      message: 'appendText(shownText(…)): a text may hold what is not seen, or turns its direction.',
    },
    {
      selector: 'MemberExpression[property.name=/^show(Information|Warning|Error)Message$/]',
      message: 'Messages are shown by src/editor/shared/messages.ts: they may hold links and icons.',
    },
    {
      selector:
        "CallExpression[callee.property.name='setStatusBarMessage']" +
        "[arguments.0.type!='ConditionalExpression'][arguments.0.callee.name!='labelText'][arguments.0.arguments.length!=1]",
      message: 'What is filled in goes through labelText: it may hold icons.',
    },
    {
      selector: "CallExpression[callee.property.name='appendLine'] > :first-child.arguments[callee.name!='lineText']",
      message: 'A line of a log that is filled in goes through lineText.',
    },
  ],
};

const restrictImports = (...patterns) => ({
  'no-restricted-imports': ['error', { paths: ['flexsearch'], patterns }],
});

module.exports = tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './test/tsconfig.json'], tsconfigRootDir: __dirname },
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      // Circles are found by test/unit/architecture in a hundredth of the time that import-x/no-cycle takes.
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
    },
  },
  // Texts come from strangers: no expression that takes n² on some of them.
  {
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
    },
  },
  ...pure.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: { ...hostFree, ...restrictImports('vscode', 'node:*') },
  })),
  { files: ['src/editor/**/*.ts'], rules: { ...restrictImports('node:*'), ...shownAsText } },
  { files: ['src/editor/shared/messages.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Each has a form for the browser beside it.
  {
    files: ['src/editor/shared/startWorker.ts', 'src/editor/shared/hostPort.ts'],
    rules: { 'no-restricted-imports': ['error', 'flexsearch'] },
  },
  // The one importer of flexsearch.
  {
    files: ['src/search/index/flexSearch.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['vscode', 'node:*'] }] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    // mocha's describe/it return values are not to be awaited
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it'], package: 'mocha' }] },
      ],
    },
  },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
