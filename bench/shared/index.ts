// The shared library on a PostgreSQL server of this machine: loading, queries by kind beside the local engine, readers at once, a kill.
//   npx tsx bench/shared [load] [lists] [queries] [relevance] [readers] [kill] --passages 100000
//     --folder DIR   keeps the data; a later run goes on loading where an earlier one ended
//     --minutes N    loads for so long at most
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/library/article';
import type { PassageSearch } from '../../src/search/passageSearch';
import { SearchService } from '../../src/search/searchService';
import { recombinedArticles, recombinedCorpus } from '../search/corpus';
import type { KnownItem } from '../search/knownItems';
import { kinds, knownItems } from '../search/knownItems';
import { killUnderLoad } from './killUnderLoad';
import type { BenchServer } from './benchServer';
import { startBenchServer } from './benchServer';
import { readersAtOnce } from './readersAtOnce';

const { values, positionals } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    folder: { type: 'string' },
    minutes: { type: 'string', default: '3' },
  },
  allowPositionals: true,
});
const passages = Number(values.passages);
const steps = positionals.length > 0 ? positionals : ['load', 'lists', 'queries', 'relevance', 'readers', 'kill'];

/** As many as a folder may have that is published at once: some 50,000 passages. */
const articlesAtATime = 2000;
const queriesOfEachKind = 30;
const lookedAt = 10;
/** Queries are made of at most so many passages at the beginning of the corpus. */
const askedOf = 100_000;

const percentile = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(1);

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

/** Publishes what is not there yet. Reading and cutting up the texts is not counted; hashing and sending them is. */
async function load(server: BenchServer): Promise<void> {
  const writer = server.open('writer');
  const there = await writer.count();
  const processor = process.cpuUsage();
  const processorOfServer = await processorOf(server);
  const serverProcessor = processorOfServer();
  const end = performance.now() + Number(values.minutes) * 60_000;
  let [number, published, milliseconds] = [0, 0, 0];
  let chunk: Article[] = [];
  const send = async (): Promise<void> => {
    const [, taken] = await timed(() => writer.publish(server.unit, chunk, () => undefined));
    milliseconds += taken;
    published += chunk.reduce((sum, article) => sum + article.passages.length, 0);
    chunk = [];
  };
  for (const article of recombinedArticles(passages)) {
    if (number++ < there) continue;
    chunk.push(article);
    if (chunk.length === articlesAtATime) await send();
    if (performance.now() > end) break;
  }
  if (chunk.length > 0) await send();
  const { user, system } = process.cpuUsage(processor);
  const used = [(user + system) / 1e6, processorOfServer() - serverProcessor].map((seconds) => seconds.toFixed(1));
  await writer.close();
  if (milliseconds > 0) {
    console.log(
      `Loaded ${published} passages in ${(milliseconds / 1000).toFixed(1)} s: ${Math.round((1000 * published) / milliseconds)} passages/s; processor seconds of this program, making the texts included, and of the server: ${used.join(', ')}`,
    );
  }
  await server.asOwner('ANALYZE');
  const [size] = await server.asOwner(`
    SELECT (SELECT count(*) FROM gongwen.passage) AS passages, pg_database_size(current_database()) / 1e6 AS megabytes,
      (SELECT sum(pg_indexes_size(relid)) / 1e6 FROM pg_partition_tree('gongwen.passage') WHERE isleaf) AS "in indexes of passages"`);
  console.log(size);
}

/** Tells how many seconds the processes of the server, and those that it has ended, have used a processor; 0 where the system does not say. */
async function processorOf(server: BenchServer): Promise<() => number> {
  const statOf = (id: string | number): readonly string[] => {
    try {
      // After the name, which may hold anything.
      return readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
    } catch {
      return [];
    }
  };
  const [first] = await server.asOwner(`SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`);
  const parent = String(first?.pid);
  const ticks = (fields: readonly string[]): number =>
    fields.slice(11, 13).reduce((sum, field) => sum + Number(field), 0);
  return () => {
    const running = existsSync('/proc') ? readdirSync('/proc').filter((id) => /^\d+$/.test(id)) : [];
    const children = running.map(statOf).filter((fields) => fields[1] === parent);
    const ended = statOf(parent)
      .slice(13, 15)
      .reduce((sum, field) => sum + Number(field), 0);
    return (children.reduce((sum, fields) => sum + ticks(fields), 0) + ended + ticks(statOf(parent))) / 100;
  };
}

/** What the tree asks for. */
async function lists(server: BenchServer): Promise<void> {
  const reader = server.open('reader');
  await reader.count();
  const place = { unit: server.unit.id, category: '讲话致辞', year: '' };
  const asked = {
    count: () => reader.count(),
    units: () => reader.units(),
    categories: () => reader.categories(place.unit),
    years: () => reader.years(place.unit, place.category),
    'first page': () => reader.page(place, 0, 101),
    phrases: () => reader.phrases(),
  };
  const rows: Record<string, { readonly ms: string }> = {};
  for (const [name, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push((await timed(ask as () => Promise<unknown>))[1]);
    rows[name] = { ms: percentile(times, 0.5) };
  }
  console.table(rows);
  await reader.close();
}

const keyOf = (article: Pick<Article, 'title'>, offset: number): string => `${article.title} ${offset}`;

interface Asked {
  readonly item: KnownItem;
  /** Of the first right answer, from 1 on; 0 where there is none among the first ten. */
  readonly rank: number;
  readonly milliseconds: number;
}

async function ask(
  search: PassageSearch,
  items: readonly KnownItem[],
  keys: readonly string[],
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const item of items) {
    const [{ hits, phrases }, milliseconds] = await timed(() => search.search(item.query, { limit: lookedAt }));
    const right = new Set(item.right.map((number) => keys[number]));
    const found = [...hits, ...phrases].map(({ article, passage }) => keyOf(article, passage.offset));
    asked.push({ item, rank: found.findIndex((key) => right.has(key)) + 1, milliseconds });
  }
  return asked;
}

const millisecondsOf = (asked: readonly Asked[]): readonly number[] => asked.map(({ milliseconds }) => milliseconds);

const reciprocal = (asked: readonly Asked[]): number =>
  asked.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / Math.max(1, asked.length);

async function queries(server: BenchServer, beside: boolean): Promise<void> {
  const articles = recombinedCorpus(Math.min(passages, askedOf));
  const texts = articles.flatMap((article) => article.passages.map((passage) => ({ article, passage })));
  const items = knownItems(
    texts.map(({ passage }) => passage.text),
    queriesOfEachKind,
    texts.map(({ article }) => article.category),
  );
  const keys = texts.map(({ article, passage }) => keyOf(article, passage.offset));
  const reader = server.open('reader');
  const processor = await processorOf(server);
  const local = beside ? await askLocally(articles, items, keys) : [];
  const rows: Record<string, Record<string, string | number>> = {};
  const all = { shared: [] as Asked[], local };
  const row = (shared: readonly Asked[], own: readonly Asked[]): Record<string, string | number> => ({
    queries: shared.length,
    'median ms': percentile(millisecondsOf(shared), 0.5),
    'p95 ms': percentile(millisecondsOf(shared), 0.95),
    MRR: reciprocal(shared).toFixed(3),
    ...(beside && {
      'local median ms': percentile(millisecondsOf(own), 0.5),
      'local MRR': reciprocal(own).toFixed(3),
    }),
  });
  await ask(reader.search, items.slice(0, 20), keys);
  for (const kind of Object.keys(kinds)) {
    const wanted = items.filter((item) => item.kind === kind);
    if (wanted.length === 0) continue;
    const [own, ofServer] = [process.cpuUsage(), processor()];
    const shared = await ask(reader.search, wanted, keys);
    const { user, system } = process.cpuUsage(own);
    const used = (milliseconds: number): string => (milliseconds / wanted.length).toFixed(1);
    rows[kind] = {
      ...row(
        shared,
        local.filter(({ item }) => item.kind === kind),
      ),
      'processor ms': used((user + system) / 1000),
      'of the server': used(1000 * (processor() - ofServer)),
    };
    all.shared.push(...shared);
  }
  await reader.close();
  rows.all = row(all.shared, all.local);
  console.table(rows);
}

async function askLocally(
  articles: readonly Article[],
  items: readonly KnownItem[],
  keys: readonly string[],
): Promise<readonly Asked[]> {
  const service = new SearchService({ articles, load: () => Promise.resolve() });
  await service.ready();
  await service.settled();
  await ask(service, items.slice(0, 20), keys);
  const asked = await ask(service, items, keys);
  service.dispose();
  return asked;
}

async function main(): Promise<void> {
  const server = await startBenchServer(values.folder);
  try {
    console.log(execFileSync(join(server.bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim());
    for (const step of steps) {
      console.log(`\n${step}, ${passages} passages`);
      if (step === 'load') await load(server);
      else if (step === 'lists') await lists(server);
      else if (step === 'queries') await queries(server, false);
      else if (step === 'relevance') await queries(server, true);
      else if (step === 'readers') await readersAtOnce(server, await processorOf(server));
      else if (step === 'kill') await killUnderLoad(server);
      else throw new Error(`no step ${step}`);
    }
  } finally {
    await server.remove();
  }
}

void main();
