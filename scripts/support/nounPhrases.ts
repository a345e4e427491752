import type { Clause } from './clauses';

/** Whoever ends a clause so often, and begins one more seldom, is a noun. */
const leastEnding = 0.12;
/** A word that begins so many clauses is a verb, an adverb, a pronoun: what goes on from it is whole where the clause is. */
const mostBeginning = 0.16;
/** Documents in which a noun phrase must stand that never closes a clause. */
const leastDocuments = 3;
/** Words that end clauses as nouns do, or stand before them, and are no nouns there. */
const notNouns = new Set(
  (
    '进行 提出 部署 发布 首次 突破 强劲 高素质 高水平 代表 主持 召开 带领 鲜明 转化 分别 以上 以下 方面 等 实现 开展 完成 取得 成为 ' +
    '达到 超过 同比 提供 注入 累计 印发 出台 举办 举行'
  ).split(' '),
);
/** What joins the members of a list: whether the last one is whole shows only behind it. */
const joined = /[、和与及的]|以及/;

/** Shares of the occurrences of each word with which a clause begins, and ends. */
type Uses = ReadonlyMap<string, { readonly begins: number; readonly ends: number }>;

function usesOf(clauses: readonly Clause[]): Uses {
  const counts = new Map<string, { total: number; begins: number; ends: number }>();
  for (const { text, bounds, openBeginning, openEnd } of clauses) {
    const words = bounds.length - 1;
    for (let at = 0; at < words; at++) {
      const word = text.slice(bounds[at], bounds[at + 1]);
      const own = counts.get(word) ?? { total: 0, begins: 0, ends: 0 };
      own.total++;
      if (at === 0 && !openBeginning) own.begins++;
      if (at === words - 1 && !openEnd) own.ends++;
      counts.set(word, own);
    }
  }
  return new Map(
    [...counts].map(([word, { total, begins, ends }]) => [word, { begins: begins / total, ends: ends / total }]),
  );
}

/**
 * Tells noun phrases by the company of their first and last words: 应急管理, 民生服务, 产权交易 are whole though something always
 * follows, 加强应急 is not.
 */
export class NounPhrases {
  private readonly uses: Uses;

  constructor(clauses: readonly Clause[]) {
    this.uses = usesOf(clauses);
  }

  /** Whether a sequence is one. @param documents in which it stands */
  has({
    words,
    first,
    last,
    documents,
  }: Readonly<{ words: string; first: string; last: string; documents: number }>): boolean {
    return (
      documents >= leastDocuments &&
      !joined.test(words) &&
      [first, last].every((word) => word.length > 1 && !notNouns.has(word)) &&
      this.mayBegin(first) &&
      this.mayEnd(last)
    );
  }

  private mayBegin(word: string): boolean {
    const { begins = 1, ends = 0 } = this.uses.get(word) ?? {};
    return begins < Math.max(mostBeginning, 0.7 * ends);
  }

  private mayEnd(word: string): boolean {
    const { begins = 1, ends = 0 } = this.uses.get(word) ?? {};
    return ends >= leastEnding && begins < 0.8 * ends;
  }
}
