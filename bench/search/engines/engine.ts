import type { Article } from '../../../src/library/article';

/** A passage as all engines are given it; its number is its place among all. */
export interface Text {
  readonly id: number;
  readonly text: string;
}

/** What is measured, and what it is measured against. */
export interface Engine {
  /** Indexes everything. */
  build(articles: readonly Article[], texts: readonly Text[]): Promise<void>;
  /** Numbers of the passages found, best first. */
  search(query: string, limit: number): Promise<readonly number[]>;
  /** Opens what was kept on disk, if it keeps anything: bytes, and milliseconds until the first answer, the median of several openings. */
  reopen?(): Promise<{ readonly bytes: number; readonly milliseconds: number }>;
  close?(): void;
}
