import type { Postings } from './flexSearch';

/** Passages from one number to, and without, another. */
export interface IdRange {
  readonly first: number;
  readonly end: number;
}

/** The postings of terms, by the numbers of passages. */
export interface TermPostings {
  /** Passages whose text holds the term. */
  inTexts(term: string): readonly Postings[];
  /** Passages whose texts hold all of the terms. */
  inTextsTogether(terms: readonly string[]): readonly number[];
  /** Passages below a title and headings that hold all of the terms. */
  below(terms: readonly string[]): Iterable<IdRange>;
}
