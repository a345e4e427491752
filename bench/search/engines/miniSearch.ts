import MiniSearch from 'minisearch';
import { fold } from '../../../src/search/fold';
import { tokenize } from '../../../src/search/tokenize';
import type { Engine } from './engine';

/** MiniSearch with our folding and tokens; any of them will do, as the best setting for it is. */
export function createEngine(): Engine {
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: (text) => tokenize(fold(text).text),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  return {
    build: (_, texts) => Promise.resolve(index.addAll(texts)),
    search: (query, limit) =>
      Promise.resolve(
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => id as number),
      ),
  };
}
