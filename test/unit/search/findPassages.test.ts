import assert from 'node:assert/strict';
import type { Steps } from '../../../src/base/slices';
import { finish } from '../../../src/base/slices';
import { findPassages } from '../../../src/search/findPassages';
import type { Found } from '../../../src/search/found';
import { SearchIndex } from '../../../src/search/index/searchIndex';
import { parseQuery } from '../../../src/search/query/query';
import { resolveWords } from '../../../src/search/query/resolveQuery';
import { sampleLibrary } from './sampleLibrary';

describe('findPassages', () => {
  const index = new SearchIndex();
  for (const article of sampleLibrary) finish(index.add(article));
  finish(index.flush());

  function* find(text: string): Steps<Found> {
    const query = parseQuery(text);
    const words = yield* resolveWords(query, index);
    return yield* findPassages(query, words, index, sampleLibrary, { limit: 50, offset: 0 });
  }

  it('gives queries whose steps alternate what each finds alone', () => {
    const queries = ['企业 人才', 'hqzc', '种业振兴', '稳', '-企业 政策', '"营商环境"', '类:金句'];
    const alone = queries.map((query) => finish(find(query)));
    const running = new Map(queries.map((query) => [query, find(query)]));
    const found = new Map<string, Found>();
    while (running.size > 0) {
      for (const [query, steps] of running) {
        const step = steps.next();
        if (!step.done) continue;
        found.set(query, step.value);
        running.delete(query);
      }
    }
    assert.deepEqual(
      queries.map((query) => found.get(query)),
      alone,
    );
    assert.ok(alone.every(({ ranked }) => ranked.length > 0));
  });
});
