import type { Article } from '../../library/article';
import { collectionCategories } from '../../library/categories';
import type { Steps } from '../../base/slices';
import { isHan } from '../../text/han';

/** Different numbers that pairs of characters are told apart by. */
const buckets = 4096;
/** Pairs of an article that are counted. */
const mostCounted = 20_000;
/** Characters of a draft that are judged, at its beginning and before the cursor. */
const judged = 1200;
/** Fewest pairs by which a draft can be judged. */
const fewest = 60;
/** By how much, in log odds a pair, the likeliest category must lead. */
const margin = 0.02;
/** Share of pairs that no category is known by. */
const unseen = 0.3;

/** Pairs of characters in a category. */
interface Profile {
  readonly counts: Float64Array;
  total: number;
}

/** Tells of which 栏目 a draft is: as its front matter says, else by how the articles of each are worded. */
export class DraftCategory {
  private readonly profiles = new Map<string, Profile>();

  /** Takes out and adds what articles have to say. */
  *update(removed: ReadonlySet<Article>, added: readonly Article[]): Steps<void> {
    for (const [articles, sign] of [
      [removed, -1],
      [added, 1],
    ] as const) {
      for (const article of articles) {
        this.count(article, sign);
        yield;
      }
    }
  }

  /** The category of a draft whose cursor is at `offset`; undefined where it could be any. */
  of(text: string, offset: number): string | undefined {
    const named = frontMatterCategory(text);
    if (named) return named;
    const pairs = [
      ...pairsOf(text.slice(0, judged)),
      ...pairsOf(text.slice(Math.max(judged, offset - judged), offset)),
    ];
    if (pairs.length < fewest) return undefined;
    const scores = [...this.profiles]
      .filter(([, { total }]) => total > fewest)
      .map(([category, { counts, total }]) => {
        const share = (pair: number): number => (1 - unseen) * ((counts[pair] ?? 0) / total) + unseen / buckets;
        const sum = pairs.reduce((score, pair) => score + Math.log(share(pair)), 0);
        return { category, score: sum / pairs.length };
      })
      .sort((a, b) => b.score - a.score);
    const [best, second] = scores;
    return best && best.score - (second?.score ?? -Infinity) >= margin ? best.category : undefined;
  }

  private count({ category, text }: Article, sign: number): void {
    if (!category || collectionCategories.has(category)) return;
    const profile = this.profiles.get(category) ?? { counts: new Float64Array(buckets), total: 0 };
    this.profiles.set(category, profile);
    for (const pair of pairsOf(text.slice(0, mostCounted))) {
      profile.counts[pair] = (profile.counts[pair] ?? 0) + sign;
      profile.total += sign;
    }
  }
}

/** The numbers of the pairs of Han characters and of the signs of dialogue in a text. */
function pairsOf(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = 1; at < text.length; at++) {
    const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    if (isHan(left) && (isHan(right) || right === 0xff1a || right === 0xff1f)) {
      pairs.push((Math.imul(left, 31) + right) % buckets);
    }
  }
  return pairs;
}

/** What the front matter of a draft calls its category, if it has any. */
function frontMatterCategory(text: string): string | undefined {
  if (!text.startsWith('---')) return undefined;
  const block = /^---[ \t]*\r?\n([\s\S]{0,2000}?)\n---/.exec(text.slice(0, 2100))?.[1];
  const value = block && /^(?:category|栏目)[ \t]*[:：][ \t]*(\S.*)$/m.exec(block)?.[1];
  return value ? value.trim().replace(/^["']|["']$/g, '') || undefined : undefined;
}
