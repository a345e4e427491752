import { createRequire } from 'node:module';
import { fold } from '../../../src/text/fold';
import { tokenize } from '../../../src/search/index/tokenize';
import type { Engine, Text } from './engine';

/** As far as it is used here; it is installed only when the benchmark runs. */
interface Index {
  addAll(texts: readonly Text[]): void;
  search(query: string): readonly { readonly id: number }[];
}

const MiniSearch = createRequire(__filename)('minisearch') as new (options: Readonly<Record<string, unknown>>) => Index;

/** MiniSearch with our folding and tokens; any of them will do, as the best setting for it is. */
export function createEngine(): Engine {
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: (text: string) => tokenize(fold(text).text),
    processTerm: (term: string) => term,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  return {
    build: (_, texts) => Promise.resolve(index.addAll(texts)),
    search: (query, limit) =>
      Promise.resolve(
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => id),
      ),
  };
}
