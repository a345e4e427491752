import { finish } from '../base/slices';
import type { Article, PassageKind } from '../library/article';
import { SearchIndex } from '../search/index/searchIndex';
import { ScannedTerms } from './scannedTerms';

/** How often terms occur in a whole shared library, and how many passages it has. */
export interface Statistics {
  /** Number of passages whose text holds the token; undefined where it was not asked for. */
  readonly documentFrequency: (token: string) => number | undefined;
  readonly passages: number;
  readonly averageLength: (kind: PassageKind) => number;
}

/** An index of the few passages that a server gave for one query, which weighs terms as the whole library has them. */
export class CandidateIndex extends SearchIndex {
  /** @param articles each with its candidates as its only passages */
  constructor(
    articles: readonly Article[],
    private readonly statistics: Statistics,
  ) {
    super({ passages: new ScannedTerms(), contexts: new ScannedTerms() });
    for (const article of articles) finish(this.add(article));
    finish(this.flush());
  }

  override get size(): number {
    // While the candidates are added there are no statistics yet.
    return Math.max(super.size, (this.statistics as Statistics | undefined)?.passages ?? 0);
  }

  override documentFrequency(token: string): number {
    return Math.max(super.documentFrequency(token), this.statistics.documentFrequency(token) ?? 0);
  }

  override averageLength(kind: PassageKind): number {
    return this.statistics.averageLength(kind) || super.averageLength(kind);
  }
}
