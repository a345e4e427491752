// Measures one engine in a process of its own; bench/search/index.ts starts it.
//   measure.ts ENGINE INPUT OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import type { Article } from '../../src/library/article';
import { parseArticle } from '../../src/library/parseArticle';
import type { Engine } from './engines/engine';
import type { KnownItem } from './knownItems';

/** What an engine is measured with. */
export interface Input {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly items: readonly KnownItem[];
}

/** What was measured. */
export interface Figures {
  /** Milliseconds. */
  readonly build: number;
  /** Bytes on the heap and in buffers that indexing added, and with the texts. */
  readonly heap: number;
  readonly heapWithTexts: number;
  /**
   * For each item: rank of the first right answer from 1 on, 0 where there is none among the first ten; milliseconds, and
   * those of the processor in this process, which say more on a busy machine.
   */
  readonly answers: readonly { readonly rank: number; readonly milliseconds: number; readonly processor: number }[];
  readonly kept?: { readonly bytes: number; readonly milliseconds: number };
}

const lookedAt = 10;

function memory(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const parse = ({ path, text }: Input['files'][number]): Article =>
  parseArticle({ uri: path, path, origin: 'personal' }, text).article;

async function main([, , name = '', inputFile = '', outputFile = '']: readonly string[]): Promise<void> {
  const { createEngine } = (await import(`./engines/${name}.ts`)) as { createEngine: () => Engine };
  const engine = createEngine();
  parse({ path: 'warm.txt', text: '热身' });
  const atFirst = memory();
  let input: Input | undefined = JSON.parse(readFileSync(inputFile, 'utf8')) as Input;
  const { items } = input;
  const articles = input.files.map(parse);
  input = undefined;
  const texts = articles.flatMap(({ passages }) => passages).map(({ text }, id) => ({ id, text }));
  const withTexts = memory();
  let start = performance.now();
  await engine.build(articles, texts);
  const build = performance.now() - start;
  // Lazily made parts are to be counted, and the first queries of a process are not those that a writer feels.
  for (const { query } of items.slice(0, 20)) await engine.search(query, lookedAt);
  const after = memory();
  const answers: Figures['answers'][number][] = [];
  for (const { query, right } of items) {
    const used = process.cpuUsage();
    start = performance.now();
    const found = await engine.search(query, lookedAt);
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    answers.push({
      rank: found.findIndex((id) => right.includes(id)) + 1,
      milliseconds,
      processor: (user + system) / 1000,
    });
  }
  const kept = await engine.reopen?.();
  engine.close?.();
  const figures: Figures = {
    build,
    heap: after - withTexts,
    heapWithTexts: after - atFirst,
    answers,
    ...(kept ? { kept } : {}),
  };
  writeFileSync(outputFile, JSON.stringify(figures));
}

void main(process.argv);
