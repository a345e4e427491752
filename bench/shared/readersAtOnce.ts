import type { SharedLibrary } from '../../src/shared/sharedLibrary';
import { recombinedCorpus } from '../search/corpus';
import { knownItems } from '../search/knownItems';
import type { BenchServer } from './benchServer';

const readers = 200;
const seconds = 60;
/** Milliseconds from an answer to the reader's next question, on average. */
const pause = 5000;
/** Queries are made of so many passages. */
const askedOf = 10_000;
const queriesOfEachKind = 20;

/**
 * 200 readers, each with a connection of its own, each asking, reading a while and asking again, as people do. What they search with runs
 * on this machine, too, which in an office it does not.
 * @param processorOfServer seconds of a processor that the server has used
 */
export async function readersAtOnce(server: BenchServer, processorOfServer: () => number): Promise<void> {
  const texts = recombinedCorpus(askedOf).flatMap((article) => article.passages.map(({ text }) => text));
  const queries = knownItems(texts, queriesOfEachKind).map(({ query }) => query);
  const times: number[] = [];
  const errors: string[] = [];
  const connected: SharedLibrary[] = [];
  // One after the other, as people come to their desks.
  for (let reader = 0; reader < readers; reader++) {
    const library = server.open('reader');
    await library.count();
    connected.push(library);
  }
  const [own, ofServer] = [process.cpuUsage(), processorOfServer()];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    connected.map(async (library, number) => {
      await wait((pause * number) / readers);
      for (let turn = number; performance.now() < end; turn++) {
        const start = performance.now();
        try {
          await library.search.search(queries[(turn * 7919) % queries.length] ?? '', { limit: 10 });
          times.push(performance.now() - start);
        } catch (error) {
          errors.push(String(error));
        }
        await wait(pause * (0.5 + ((turn * 37) % 100) / 100));
      }
    }),
  );
  await Promise.all(connected.map((library) => library.close()));
  const { user, system } = process.cpuUsage(own);
  const used = [(user + system) / 1000, 1000 * (processorOfServer() - ofServer)].map((ms) =>
    (ms / times.length).toFixed(1),
  );
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(1);
  console.log(
    `${readers} readers, ${times.length} answers in ${seconds} s (${(times.length / seconds).toFixed(0)} a second), ${errors.length} errors: ` +
      `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms; processor ms an answer of the readers and of the server: ${used.join(', ')}`,
  );
  for (const error of new Set(errors)) console.log(error);
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
