// Measures search on the shipped corpus and on a larger one made by recombining its sentences, always the same.
//   npx tsx bench/search/byQuery.ts [paragraphs, 10000 unless told]
import type { Article } from '../../src/library/article';
import { parseArticle } from '../../src/library/parseArticle';
import { SearchService } from '../../src/search/searchService';
import { shippedCorpus } from '../shippedCorpus';

const rounds = 50;
const paragraphsInArticle = 25;

const queries: readonly (readonly [kind: string, query: string])[] = [
  ['phrase', '科技创新'],
  ['frequent word', '发展'],
  ['two words', '人才 成果转化'],
  ['changed clause', '把创新链和产业链紧紧焊在一起'],
  ['words in another order', '转化 企业 平台 机制 人才'],
  ['rare word', '拔节'],
  ['verbatim', '"科技成果转化"'],
  ['filtered', '类:讲话 企业'],
  ['one character', '稳'],
  ['initials', 'kjcx'],
  ['two initials', 'kj'],
  ['full pinyin', 'keji chuangxin'],
  ['one syllable', 'shi'],
];

/** Articles of paragraphs of three sentences each, taken from `articles` by a generator with a fixed seed. */
function recombined(articles: readonly Article[], paragraphs: number): readonly Article[] {
  const prose = articles.flatMap(({ passages }) => passages).filter(({ kind }) => kind === 'paragraph');
  const sentences = prose.flatMap(({ text }) => text.match(/[^。！？]+[。！？]/g) ?? []);
  let state = 20_271;
  // Numerical Recipes' linear congruential generator.
  const pick = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return sentences[state % sentences.length] ?? '';
  };
  return Array.from({ length: Math.ceil(paragraphs / paragraphsInArticle) }, (_, number) => {
    const body = Array.from({ length: paragraphsInArticle }, () => pick() + pick() + pick()).join('\n');
    const path = `讲话致辞/重组${String(number)}.txt`;
    return parseArticle({ uri: path, path, origin: 'personal' }, body).article;
  });
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);

async function measure(name: string, articles: readonly Article[]): Promise<void> {
  const search = new SearchService({ articles, load: () => Promise.resolve() });
  let start = performance.now();
  await search.search('科技创新');
  const first = performance.now() - start;
  const passages = articles.reduce((total, article) => total + article.passages.length, 0);
  const characters = articles.reduce((total, article) => total + article.characters, 0);
  console.log(
    `\n${name}: ${passages} passages, ${characters} characters, first search with its index ${first.toFixed(0)} ms`,
  );
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [kind, query] of queries) {
    const times: number[] = [];
    let total = 0;
    for (let round = 0; round < rounds; round++) {
      start = performance.now();
      ({ total } = await search.search(query));
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    rows[kind] = { query, found: total, 'median ms': at(times, 0.5), 'p95 ms': at(times, 0.95) };
  }
  console.table(rows);
}

async function main(): Promise<void> {
  const shipped = shippedCorpus();
  await measure('Shipped corpus', shipped);
  await measure('Recombined', recombined(shipped, Number(process.argv[2] ?? 10_000)));
}

void main();
