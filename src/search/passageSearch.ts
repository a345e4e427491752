import type { Event } from '../base/event';
import type { PassageKind } from '../library/article';
import type { FilterValue } from './query/filterCompletion';
import type { QueryProblem } from './query/query';
import type { SearchHit } from './ranking/searchHit';

export type { FilterValue } from './query/filterCompletion';
export type { SearchHit } from './ranking/searchHit';
export type { QueryProblem, QueryProblemCode } from './query/query';

/** What a result can be narrowed to: passages of one kind, or articles, each by its best passage. */
export type Facet = PassageKind | 'article';

/** Number of matches for each facet. */
export type FacetCounts = Readonly<Record<Facet, number>>;

export interface SearchOptions {
  /** Most hits wanted; 50 unless told. */
  readonly limit?: number;
  /** Hits to skip: those that earlier calls with the same query have given. 0 unless told. */
  readonly offset?: number;
  /** Only matches of this facet. */
  readonly facet?: Facet | undefined;
  /** Asked now and then; once it is true the search ends with no hits. */
  readonly cancelled?: () => boolean;
  /** Whether to search in what is indexed so far when the index takes long; then `SearchResult.catchingUp` says so. */
  readonly impatient?: boolean;
}

/** What a search found. */
export interface SearchResult {
  /**
   * Best first: paragraphs and quotes, or what the facet asks for. Phrases only where they are asked for (by facet, or by
   * a query that nothing else matches).
   */
  readonly hits: readonly SearchHit[];
  /** Number of matches that `hits` are a page of. */
  readonly total: number;
  /** The best few phrases, beside the first page of `hits` without a facet; `facets.phrase` tells how many there are. */
  readonly phrases: readonly SearchHit[];
  /** Matches by facet, whatever facet was asked for. */
  readonly facets: FacetCounts;
  /** The words that were wanted together, as typed; without filters and exclusions. */
  readonly words: readonly string[];
  /** Whether no passage has all of what was asked, so that `hits` have parts of it; see `SearchHit.missing`. */
  readonly partial: boolean;
  /** What is wrong with the query. */
  readonly problems: readonly QueryProblem[];
  /** Values for the filter that the query ends in, while it is being typed. */
  readonly filterValues: readonly FilterValue[];
  /** Whether the library was still being read or indexed: the same query may find more later. */
  readonly catchingUp: boolean;
  /** Resolves when the same query may find more, where another library has yet to answer. */
  readonly more?: Promise<void>;
}

/** What a writer is writing. */
export interface Writing {
  /** The paragraph at the cursor. */
  readonly paragraph: string;
  /** The whole draft. */
  readonly draft: string;
  /** Article that the draft is a file of, if it is in the library itself. */
  readonly article?: string | undefined;
}

/** How far indexing is: passages done, of all that have to be. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * Port to a search over passages, wherever they are kept: on this machine (`SearchService`), on a server, or both merged.
 * `SearchHit.article.origin` tells where a hit comes from.
 */
export interface PassageSearch {
  /** Fires while the index is built, and with undefined at the end. */
  readonly onDidProgress: Event<Progress | undefined>;
  /** Resolves when everything that can be found is found. */
  ready(): Promise<void>;
  /** Searches with a query as typed; see `parseQuery` for its language. Never rejects for what the query is. */
  search(text: string, options?: SearchOptions): Promise<SearchResult>;
  /**
   * Finds the passages closest to what is being written that the draft does not hold yet, best first.
   * @param limit most hits wanted
   */
  related(writing: Writing, limit: number): Promise<readonly SearchHit[]>;
}
