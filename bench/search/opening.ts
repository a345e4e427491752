// Measures what a session costs over a folder of .md and .txt files, in plain Node: the first one, which reads and indexes
// everything, and a later one, which opens what was kept and catches up. Each in a process of its own:
//   [PROFILE=1] node --expose-gc --import tsx bench/search/opening.ts FOLDER
// A stretch is the time in which a timer waited for its turn, or the processor time in it if that is less. PROFILE tells what ran
// in the longest ones.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Library } from '../../src/library/library';
import type { ArticleSource } from '../../src/library/source';
import { IndexPersistence } from '../../src/search/persistence/indexPersistence';
import { LibraryStore } from '../../src/search/persistence/libraryStore';
import { SearchService } from '../../src/search/searchService';
import { cost, processorTime, watchFunctions, watchTurns } from '../support/turns';

/** A folder of this machine, without a watcher. */
function folderSource(folder: string): ArticleSource {
  return {
    origin: 'personal',
    root: folder,
    list: async () => {
      const all = await readdir(folder, { recursive: true });
      const paths = all.filter((path) => /\.(?:md|txt)$/i.test(path));
      return { files: paths.map((path) => ({ uri: join(folder, path), path })), failures: [] };
    },
    stat: async (uri) => {
      const { size, mtimeMs } = await stat(uri);
      return { size, mtime: Math.floor(mtimeMs) };
    },
    read: (uri) => readFile(uri),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

async function session(folder: string, file: string): Promise<void> {
  const functions = process.env.PROFILE ? watchFunctions() : undefined;
  const turns = watchTurns();
  const begun = processorTime();
  const start = performance.now();
  const since = (): string =>
    `${(performance.now() - start).toFixed(0)} ms (processor ${(processorTime() - begun).toFixed(0)})`;
  const place = {
    read: () => readFile(file).catch(() => undefined),
    write: async (bytes: Uint8Array) => {
      await writeFile(`${file}.draft`, bytes);
      await rename(`${file}.draft`, file);
    },
  };
  const store: LibraryStore = new LibraryStore(place, 'bench', () => library.files, console.log);
  const library = new Library([folderSource(folder)], store);
  const search = new SearchService(library, new IndexPersistence(store.indexStore, 'bench', console.log));
  const { hits } = await search.search('安全生产');
  const answered = since();
  await library.caughtUp();
  await search.ready();
  const complete = since();
  const stretches = turns();
  const longest = Math.max(...stretches.map(cost)).toFixed(0);
  const blocked = stretches.filter((stretch) => cost(stretch) > 16).length;
  if (functions) console.log(functions(stretches).join('\n'));
  await search.settled();
  // Buffers are freed by and by.
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const passages = library.articles.reduce((sum, article) => sum + article.passages.length, 0);
  const bytes = library.files.reduce((sum, { size }) => sum + size, 0);
  console.log(
    `${library.articles.length} articles, ${passages} passages, ${(bytes / 1e6).toFixed(1)} MB: first answer (${hits.length} hits) ` +
      `${answered}, complete ${complete}, longest stretch ${longest} ms, ${blocked} over 16 ms, ` +
      `memory ${((heapUsed + arrayBuffers) / bytes).toFixed(2)} bytes a byte`,
  );
}

async function main([, script = '', folder = '', file]: readonly string[]): Promise<void> {
  if (file !== undefined) {
    await session(folder, file);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'gongwen-opening-'));
  try {
    for (const name of ['first session', 'second session', 'third session']) {
      const output = execFileSync(
        process.execPath,
        [...process.execArgv, script, folder, join(scratch, 'library.index')],
        {
          encoding: 'utf8',
        },
      );
      console.log(`${name}: ${output.trim()}`);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void main(process.argv);
