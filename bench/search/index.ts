// Measures search side by side with its peers, over the same texts and queries, each engine in a process of its own:
//   npx tsx bench/search [--engines gongwen,miniSearch,…] [PARAGRAPHS … or a folder of .md and .txt files]
// 10000 paragraphs unless told. The peers are installed into the cache folder on first use.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/library/article';
import { folderCorpus, recombinedCorpus } from './corpus';
import type { Kind } from './knownItems';
import { kinds, knownItems } from './knownItems';
import type { Figures, Input } from './measure';
import type { Peers } from './peers';
import { installPeers } from './peers';

const names: Readonly<Record<string, string>> = {
  gongwen: '**Gongwen Library**',
  miniSearch: 'MiniSearch, same tokens',
  orama: 'Orama, Mandarin',
  fts5: 'SQLite FTS5, trigrams',
  ripgrep: 'ripgrep',
};
const queriesOfEachKind = 43;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engines: { type: 'string', default: Object.keys(names).join() } },
});

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))] ?? NaN;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

function measure(engine: string, inputFile: string, scratch: string, { node, ripgrep, modules }: Peers): Figures {
  const output = join(scratch, `${engine}.json`);
  const measureFile = join(__dirname, 'measure.ts');
  const flags = ['--expose-gc', '--no-warnings', '--max-old-space-size=8192', '--import', 'tsx'];
  execFileSync(node, [...flags, measureFile, engine, inputFile, output], {
    stdio: 'inherit',
    env: { ...process.env, GONGWEN_RIPGREP: ripgrep, NODE_PATH: modules },
  });
  return JSON.parse(readFileSync(output, 'utf8')) as Figures;
}

function report(all: ReadonlyMap<string, Figures>, { items, files }: Input): void {
  const bytes = files.reduce((total, { text }) => total + Buffer.byteLength(text), 0);
  const given = (Object.keys(kinds) as Kind[]).filter((kind) => items.some((item) => item.kind === kind));
  const costs = ['query p50 ms', 'p95 ms', 'build s', 'index B/B', 'with texts B/B', 'kept MB', 'open ms'];
  const ranksOf = (figures: Figures, kind?: Kind): readonly number[] =>
    figures.answers.filter((_, at) => !kind || items[at]?.kind === kind).map(({ rank }) => rank);
  const among = (ranks: readonly number[], most: number): string =>
    (100 * mean(ranks.map((rank) => (rank > 0 && rank <= most ? 1 : 0)))).toFixed(0);
  const reciprocal = (ranks: readonly number[]): string =>
    mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))).toFixed(3);
  const table = (columns: readonly string[], cells: (figures: Figures) => readonly string[]): void => {
    row('engine', ...columns);
    row('---', ...columns.map(() => '---'));
    for (const [engine, figures] of all) row(names[engine] ?? engine, ...cells(figures));
    console.log();
  };
  table(['R@1 %', 'R@5 %', 'MRR', ...costs], (figures) => {
    const times = figures.answers.map(({ milliseconds }) => milliseconds);
    const ranks = ranksOf(figures);
    return [
      among(ranks, 1),
      among(ranks, 5),
      reciprocal(ranks),
      quantile(times, 0.5).toFixed(2),
      quantile(times, 0.95).toFixed(2),
      (figures.build / 1000).toFixed(2),
      (figures.heap / bytes).toFixed(2),
      (figures.heapWithTexts / bytes).toFixed(2),
      figures.kept ? (figures.kept.bytes / 1e6).toFixed(1) : '–',
      figures.kept ? figures.kept.milliseconds.toFixed(0) : '–',
    ];
  });
  console.log('MRR by kind');
  table(given, (figures) => given.map((kind) => reciprocal(ranksOf(figures, kind))));
  console.log('Right among the first five by kind, %');
  table(given, (figures) => given.map((kind) => among(ranksOf(figures, kind), 5)));
  for (const [title, time] of [
    ['Milliseconds', 'milliseconds'],
    ['Processor milliseconds (without those of other processes, such as ripgrep)', 'processor'],
  ] as const) {
    console.log(`${title} by kind, median and 95th percentile`);
    table(given, (figures) =>
      given.map((kind) => {
        const times = figures.answers.filter((_, at) => items[at]?.kind === kind).map((answer) => answer[time]);
        return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
      }),
    );
  }
}

function measureAll(name: string, articles: readonly Article[], peers: Peers): void {
  const passages = articles.flatMap((article) => article.passages);
  const engines = values.engines.split(',');
  const items = knownItems(
    passages.map(({ text }) => text),
    queriesOfEachKind,
    engines.join() === 'gongwen' ? articles.flatMap((article) => article.passages.map(() => article.category)) : [],
  );
  const input: Input = { files: articles.map(({ id, text }) => ({ path: id, text })), items };
  const bytes = input.files.reduce((total, { text }) => total + Buffer.byteLength(text), 0);
  console.log(
    `\n${name}: ${passages.length} passages, ${(bytes / 1e6).toFixed(1)} MB, ${items.length} queries, ` +
      `Node.js ${execFileSync(peers.node, ['--version'], { encoding: 'utf8' }).trim()}\n`,
  );
  const scratch = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  try {
    const inputFile = join(scratch, 'input.json');
    writeFileSync(inputFile, JSON.stringify(input));
    report(new Map(engines.map((engine) => [engine, measure(engine, inputFile, scratch, peers)])), input);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function main(): Promise<void> {
  const peers = await installPeers();
  console.log(
    Object.entries(kinds)
      .map(([kind, meaning]) => `${kind} ${meaning}`)
      .join('; '),
  );
  for (const what of positionals.length > 0 ? positionals : ['10000']) {
    const count = Number(what);
    measureAll(count ? 'Recombined' : what, count ? recombinedCorpus(count) : folderCorpus(what), peers);
  }
}

void main();
