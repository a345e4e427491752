/**
 * How fast completion answers, and what it keeps in memory. Run with
 *
 *     node --expose-gc --import tsx bench/completion.ts [number of phrases …]
 *
 * The phrases are made of words of the shipped library, the frequent ones more often, as in real text. Asked is at every
 * position of a draft of the same words, for the list and for ghost text, and after pinyin of them.
 */
import { Library } from '../src/library/library';
import { initials, syllables } from '../src/text/pinyin';
import { isHan, runsOf } from '../src/text/han';
import { CompletionEngine } from '../src/completion/completionEngine';
import { wordStarts } from '../src/text/wordStarts';
import { MemorySource } from '../test/unit/library/memorySource';
import { repositoryFiles } from './support/corpusFiles';

const collocations = repositoryFiles('corpus', '.tsv')['搭配.tsv'] ?? '';

/** Phrases of one file. */
const phrasesOfFile = 2000;
/** Positions of the draft that are asked about. */
const positions = 3000;

/** The same numbers between 0 and 1 at every run. Source: Numerical Recipes, 3rd edition, section 7.1 (32-bit LCG). */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const random = randomNumbers();
const words = Object.values(repositoryFiles('corpus', '.md')).flatMap((text) =>
  [...runsOf(text)].flatMap(({ text: run }) => {
    const starts = wordStarts(run);
    return starts
      .map((start, index) => run.slice(start, starts[index + 1]))
      .filter((word) => isHan(word.charCodeAt(0)));
  }),
);
const word = (): string => words[Math.floor(random() * words.length)] ?? '';

/** Words up to at least `length` characters. */
function phrase(length: number): string {
  let text = '';
  while (text.length < length) text += word();
  return text;
}

const share = (sorted: readonly number[], part: number): string =>
  (sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(2).padStart(6);

/** Milliseconds of each call. */
function times<T>(inputs: readonly T[], call: (input: T) => void): readonly number[] {
  const taken = inputs.map((input) => {
    const start = performance.now();
    call(input);
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b);
}

/** Mebibytes in use, after what is no longer needed has gone: some of it only when tasks that held it are over. */
async function heap(): Promise<number> {
  if (!globalThis.gc) throw new Error('Run with --expose-gc.');
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    globalThis.gc();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

async function measure(count: number): Promise<void> {
  const files: Record<string, string> = {};
  for (let at = 0; at < count; at += phrasesOfFile) {
    const items = Array.from({ length: Math.min(phrasesOfFile, count - at) }, () => `- ${phrase(4 + random() * 8)}`);
    files[`${at}.md`] = `---\ntitle: ${at}\ncategory: 短语\n---\n\n${items.join('\n')}\n`;
  }
  const library = new Library([new MemorySource('personal', files)]);
  await library.caughtUp();
  const before = await heap();
  const engine = new CompletionEngine(library, [], { collocations });
  const start = performance.now();
  await engine.ready();
  const built = performance.now() - start;
  const memory = (await heap()) - before;

  const draft = Array.from({ length: 600 }, () => `${phrase(8 + random() * 12)}，`).join('');
  const offsets = Array.from({ length: positions }, () => Math.floor(random() * draft.length));
  const han = times(offsets, (offset) => {
    const before = draft.slice(0, offset);
    engine.complete(before, offset, { show: 'both', deliberate: true });
  });
  const typed = offsets.map((_, index) => {
    const text = phrase(3);
    const latin =
      index % 2
        ? initials(text)
        : syllables(text)
            .map(([reading]) => reading)
            .join('');
    return `${draft.slice(0, 2000)}要${latin.slice(0, 2 + Math.floor(random() * 8))}`;
  });
  const latin = times(typed, (text) => engine.complete(text, text.length));
  const [name] = Object.keys(files);
  const source = new MemorySource('personal', files);
  const changing = new Library([source]);
  await changing.caughtUp();
  const follower = new CompletionEngine(changing, [], { collocations });
  await follower.ready();
  const changed = performance.now();
  source.write(name ?? '', `- ${phrase(6)}`);
  await new Promise((resolve) => changing.onDidChange(resolve));
  await follower.ready();
  const update = performance.now() - changed;
  console.log(
    [
      String(count).padStart(8),
      built.toFixed(0).padStart(7),
      update.toFixed(0).padStart(7),
      memory.toFixed(1).padStart(7),
      share(han, 0.5),
      share(han, 0.95),
      share(latin, 0.5),
      share(latin, 0.95),
    ].join(' '),
  );
}

async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number);
  console.log(' phrases   build  change  memory  Chinese: p50 p95  pinyin: p50 p95');
  console.log('              ms      ms     MiB      ms     ms     ms     ms');
  for (const count of counts.length > 0 ? counts : [2000, 10_000, 100_000]) await measure(count);
}

void main();
