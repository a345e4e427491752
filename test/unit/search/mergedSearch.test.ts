import assert from 'node:assert/strict';
import type { Article } from '../../../src/library/article';
import { parseArticle } from '../../../src/library/parseArticle';
import { MergedSearch } from '../../../src/search/mergedSearch';
import type { PassageSearch, SearchResult } from '../../../src/search/passageSearch';
import { SearchService } from '../../../src/search/searchService';

const article = (origin: string, ...paragraphs: string[]): Article =>
  parseArticle({ uri: `${origin}:/a.md`, path: 'a.md', origin }, paragraphs.join('\n\n')).article;
const searchOf = (...articles: Article[]): SearchService =>
  new SearchService({ articles, load: () => Promise.resolve() });
const fail = (error: unknown): never => assert.fail(String(error));
const texts = ({ hits }: SearchResult): string[] =>
  hits.map(({ article: { origin }, passage }) => `${origin} ${passage.text}`);

describe('merged search', () => {
  const local = searchOf(article('personal', '科技创新要抓早。', '科技创新要抓小。'));
  const shared = searchOf(article('office', '科技创新要抓实。', '科技创新要抓早。', '科技金融。'));

  it('gives what is local at once, and both as one list, without repeats, when the other has answered', async () => {
    let answer: () => void = () => undefined;
    const slow: PassageSearch = {
      ...shared,
      onDidProgress: shared.onDidProgress,
      ready: () => Promise.resolve(),
      related: () => Promise.resolve([]),
      search: (...args) => new Promise((resolve) => (answer = () => resolve(shared.search(...args)))),
    };
    const both = new MergedSearch(local, () => slow, fail);
    const first = await both.search('科技创新');
    assert.deepEqual(texts(first), ['personal 科技创新要抓早。', 'personal 科技创新要抓小。']);
    answer();
    await first.more;
    const second = await both.search('科技创新');
    assert.equal(second.more, undefined);
    assert.deepEqual(texts(second), [
      'personal 科技创新要抓早。',
      'office 科技创新要抓实。',
      'personal 科技创新要抓小。',
    ]);
    assert.equal(second.facets.paragraph, 4);
  });

  it('puts passages that have all of the query before those that have a part', async () => {
    const both = new MergedSearch(searchOf(article('personal', '科技工作会议。')), () => shared, fail);
    await (
      await both.search('科技金融')
    ).more;
    const { hits, partial } = await both.search('科技金融');
    assert.deepEqual([hits[0]?.article.origin, partial], ['office', false]);
  });

  it('goes on with what is local where the other fails, tells of it, and asks again the next time', async () => {
    const faults: unknown[] = [];
    let asked = 0;
    const broken = {
      ...shared,
      search: () => {
        asked++;
        return Promise.reject(new Error('away'));
      },
      related: () => Promise.reject(new Error('away')),
    } as unknown as PassageSearch;
    const both = new MergedSearch(
      local,
      () => broken,
      (error) => faults.push(error),
    );
    for (let round = 1; round <= 2; round++) {
      const result = await both.search('科技创新');
      await result.more;
      assert.equal(result.hits.length, 2);
      assert.deepEqual([asked, faults.length], [round, round]);
    }
    assert.deepEqual(
      await both.related({ paragraph: '科技创新要抓早抓小抓实。', draft: '' }, 3),
      await local.related({ paragraph: '科技创新要抓早抓小抓实。', draft: '' }, 3),
    );
  });

  it('is the local search where there is no other', async () => {
    const both = new MergedSearch(local, () => undefined, fail);
    assert.deepEqual(texts(await both.search('科技创新')), texts(await local.search('科技创新')));
  });
});
