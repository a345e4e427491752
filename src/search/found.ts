import type { Facet, FacetCounts } from './passageSearch';
import type { Ranked } from './ranking/ranking';

/** Which hits are wanted. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly facet?: Facet | undefined;
}

/** Passages that a query asks for; see `SearchResult`. */
export interface Found {
  readonly ranked: readonly Ranked[];
  readonly total: number;
  readonly phrases: readonly Ranked[];
  readonly facets: FacetCounts;
  readonly words: readonly string[];
  readonly partial: boolean;
}
