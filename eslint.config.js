'use strict';
const importX = require('eslint-plugin-import-x');
const tseslint = require('typescript-eslint');

const pure = ['library', 'intake', 'search', 'phrases', 'draft'];

/** Data flows one way: library ← intake, search, phrases, draft ← editor ← extension. */
const zones = [
  ...pure.map((folder) => ({
    target: `./src/${folder}`,
    from: './src',
    except: folder === 'library' ? ['./library'] : ['./library', `./${folder}`],
    message: `src/${folder} may import ${folder === 'library' ? 'nothing of ours' : 'only src/library'}.`,
  })),
  { target: './src/editor', from: './src', except: ['./editor', ...pure.map((folder) => `./${folder}`)] },
];

/** The pure folders run in any host: no Node globals. */
const hostFree = {
  'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', '__dirname', 'global'],
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
      'import-x/no-cycle': 'error',
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
  ...pure.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: { ...hostFree, ...restrictImports('vscode', 'node:*') },
  })),
  { files: ['src/editor/**/*.ts'], rules: restrictImports('node:*') },
  // The one importer of flexsearch.
  {
    files: ['src/search/termIndex.ts'],
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
