/**
 * How many keys completion saves on a text that the library does not have. Run with
 *
 *     npx tsx bench/charactersSaved.ts [--threshold 0.3] [file …]
 *
 * A simulated writer types each piece of the shipped library with that piece left out, or the files named, with the whole
 * library. The model: every character costs one key, as if the input method were free; the first five candidates are
 * looked at after every character; taking one costs one key, wherever it stands. “Greedy” takes the longest candidate
 * that fits, always; “optimal” is the least number of keys that the same lists allow. A list is useless if none of the five is what
 * the writer goes on to type. “By words” asks only where a word ends, as when an input method commits words.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { phraseCategory, quoteCategory } from '../src/library/article';
import { Library } from '../src/library/library';
import { parseArticle } from '../src/library/parseArticle';
import { CompletionEngine } from '../src/phrases/completionEngine';
import { MemorySource } from '../test/unit/library/memorySource';
import { repositoryFiles } from './support/corpusFiles';
import type { Writing } from './support/simulateWriter';
import { SimulatedWriter } from './support/simulateWriter';

const { values, positionals } = parseArgs({ options: { threshold: { type: 'string' } }, allowPositionals: true });
const options = values.threshold === undefined ? {} : { threshold: Number(values.threshold) };
const corpus = repositoryFiles('corpus', '.md');
const snippets = Object.values(repositoryFiles('snippets', '.json'));

async function engineWithout(path?: string): Promise<CompletionEngine> {
  const files = Object.entries(corpus).filter(([name]) => name !== path);
  const engine = new CompletionEngine(
    new Library([new MemorySource('builtin', Object.fromEntries(files))]),
    snippets,
    options,
  );
  await engine.ready();
  return engine;
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

function row(name: string, { characters, saved, lists, useless }: Writing, optimum: number, words: Writing): string {
  const perHundred = ((100 * lists) / characters).toFixed(1).padStart(6);
  const columns = [String(characters).padStart(6), percent(saved), percent(optimum), perHundred, percent(useless)];
  return [...columns, percent(words.saved), percent(words.useless), ` ${name}`].join(' ');
}

function write(name: string, path: string, text: string, engine: CompletionEngine): void {
  const { article } = parseArticle({ uri: path, path, origin: 'builtin' }, text);
  const body = text.startsWith('---\n') ? text.slice(text.indexOf('\n---', 3) + 5) : text;
  const writer = new SimulatedWriter(body.trim(), engine, article.category);
  console.log(row(name, writer.greedy(), writer.optimum(), writer.greedyByWords()));
}

async function main(): Promise<void> {
  console.log(' chars  saved optimal  lists useless | by words: saved useless');
  console.log('            %       %   /100       %                 %       %');
  if (positionals.length > 0) {
    const engine = await engineWithout();
    for (const path of positionals) write(path, path, readFileSync(path, 'utf8'), engine);
    return;
  }
  for (const [path, text] of Object.entries(corpus)) {
    const { article } = parseArticle({ uri: path, path, origin: 'builtin' }, text);
    if ([phraseCategory, quoteCategory].includes(article.category)) continue;
    write(article.title, path, text, await engineWithout(path));
  }
}

void main();
