import type { Article } from '../../src/library/article';
import type { Block } from '../../src/library/document';
import { collectionCategories } from '../../src/library/categories';
import { shippedCorpus } from '../shippedCorpus';
import type { CleanArticle } from './damage';
import type { Random } from './random';

/** The shipped prose as clean articles: what damaged texts are made from. @param root folder of another state of the corpus */
export function cleanArticles(root?: string): readonly CleanArticle[] {
  return shippedCorpus(root)
    .filter(({ category }) => !collectionCategories.has(category))
    .map(cleanArticle);
}

function cleanArticle({ title, category, headings, passages }: Article): CleanArticle {
  const blocks = [
    ...headings.map(({ text, level, line }) => ({ line, block: heading(text, level - 1) })),
    ...passages.map(({ text, line }) => ({ line, block: paragraph(text.replace(/\n/g, '')) })),
  ].sort((a, b) => a.line - b.line);
  return { title, category, source: '网络', tags: [], blocks: blocks.map(({ block }) => block) };
}

const heading = (text: string, level: number): Block => ({ kind: 'heading', text, level });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const hasSections = ({ blocks }: CleanArticle): boolean =>
  blocks.some(({ kind, level }) => kind === 'heading' && level === 1);

/** New articles from parts of others: sections keep together, their order and company change. */
export function recombine(articles: readonly CleanArticle[], random: Random): CleanArticle {
  const { title, category } = random.of(articles);
  const numerals = '一二三四五六七八九十';
  const blocks: Block[] = [];
  const sections = random.between(2, 5);
  for (let section = 0; section < sections; section++) {
    const { blocks: from } = random.of(articles.filter(hasSections));
    const starts = from.flatMap(({ kind, level }, at) => (kind === 'heading' && level === 1 ? [at] : []));
    const start = random.of(starts);
    const end = starts.find((at) => at > start) ?? from.length;
    const [head, ...rest] = from.slice(start, end);
    if (!head) continue;
    const text = head.text.replace(/^[一二三四五六七八九十]+、/, '');
    blocks.push({ ...head, text: `${numerals[section] ?? ''}、${text}` }, ...rest);
  }
  const number = random.between(1, 999);
  return { title: `第${number}次${title}`, category, source: '网络', tags: ['工作', '讲话'], blocks };
}
