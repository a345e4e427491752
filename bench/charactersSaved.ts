/**
 * How many keys completion saves on a text that the library does not have. Run with
 *
 *     npx tsx bench/charactersSaved.ts [--threshold 0.15] [--certainty 0.6] [--list] [file …]
 *
 * A simulated writer types each piece of the shipped library with that piece left out, or the files named, with the whole
 * library. The model: every character costs one key, as if the input method were free; the ghost text and the first five
 * candidates are looked at after every character; taking one costs one key, wherever it stands; the one that saves most is
 * always taken. “Arrows” is the list with the arrow keys counted: the third costs two downs and a Tab. “Both” is as in the editor: where ghost text shows, no list does. A list is useless if none of the five
 * is what the writer goes on to type; ghost text is right if all of it is. “Words” is both, asked only where a word ends,
 * as when an input method commits words.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { collectionCategories } from '../src/library/categories';
import { Library } from '../src/library/library';
import { parseArticle } from '../src/library/parseArticle';
import { CompletionEngine } from '../src/completion/completionEngine';
import { MemorySource } from '../test/unit/library/memorySource';
import { repositoryFiles } from './support/corpusFiles';
import type { Writing } from './support/simulateWriter';
import { SimulatedWriter } from './support/simulateWriter';

const { values, positionals } = parseArgs({
  options: { threshold: { type: 'string' }, certainty: { type: 'string' }, list: { type: 'boolean' } },
  allowPositionals: true,
});
const options = {
  collocations: repositoryFiles('corpus', '.tsv')['搭配.tsv'] ?? '',
  ...(values.threshold === undefined ? {} : { threshold: Number(values.threshold) }),
  ...(values.certainty === undefined ? {} : { certainty: Number(values.certainty) }),
};
const corpus = repositoryFiles('corpus', '.md');
const snippets = Object.values(repositoryFiles('snippets', '.json'));

async function engineWithout(path?: string): Promise<CompletionEngine> {
  const files = Object.entries(corpus).filter(([name]) => name !== path);
  const library = new Library([new MemorySource('builtin', Object.fromEntries(files))]);
  // All of it: on a busy machine `load` ends before everything was read.
  await library.caughtUp();
  const engine = new CompletionEngine(library, snippets, options);
  await engine.ready();
  return engine;
}

const percent = (share: number): string => (Number.isNaN(share) ? '–' : (100 * share).toFixed(1)).padStart(6);

const perHundred = (count: number, { characters }: Writing): string =>
  ((100 * count) / characters).toFixed(1).padStart(6);

function write(name: string, path: string, text: string, engine: CompletionEngine): void {
  const { article } = parseArticle({ uri: path, path, origin: 'builtin' }, text);
  const body = text.startsWith('---\n') ? text.slice(text.indexOf('\n---', 3) + 5) : text;
  const writer = new SimulatedWriter(body.trim(), engine, article.category);
  const list = writer.greedy('list');
  const columns = [
    String(list.characters).padStart(6),
    percent(list.saved),
    perHundred(list.lists, list),
    percent(list.useless),
    percent(writer.greedy('list', undefined, 'arrowKeys').saved),
    ...(values.list ? [] : columnsOfGhostText(writer)),
  ];
  console.log(`${columns.join(' ')}  ${name}`);
}

/** With ghost text beside the list, alone, and the list asked for where words end. */
function columnsOfGhostText(writer: SimulatedWriter): readonly string[] {
  const [both, ghost] = [writer.greedy('both'), writer.greedy('ghostText')];
  return [
    percent(both.saved),
    perHundred(both.lists, both),
    percent(both.useless),
    perHundred(both.ghosts, both),
    percent(both.right),
    percent(ghost.saved),
    perHundred(ghost.ghosts, ghost),
    percent(ghost.right),
    percent(writer.greedyByWords('both').saved),
  ];
}

async function main(): Promise<void> {
  const more = values.list ? '' : '|               both               |    ghost text    | words';
  console.log(`       |        list        |arrows${more}`);
  const saved = values.list ? '' : '  saved  lists useless ghosts right  saved ghosts right  saved';
  console.log(` chars  saved  lists useless  saved${saved}`);
  if (positionals.length > 0) {
    const engine = await engineWithout();
    for (const path of positionals) write(path, path, readFileSync(path, 'utf8'), engine);
    return;
  }
  for (const [path, text] of Object.entries(corpus)) {
    const { article } = parseArticle({ uri: path, path, origin: 'builtin' }, text);
    if (collectionCategories.has(article.category)) continue;
    write(article.title, path, text, await engineWithout(path));
  }
}

void main();
