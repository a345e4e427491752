import { tokenize } from '../search/index/tokenize';
import type { Query } from '../search/query/query';
import { inverseDocumentFrequency } from '../search/ranking/ranking';
import { fold } from '../text/fold';
import type { Alternatives } from './alternatives';
import { rarest } from './alternatives';
import type { Connection, Row } from './connection';
import type { Frequencies } from './frequencies';
import type { Place } from './postingLists';
import { PostingLists } from './postingLists';
import { termOf } from './terms';

/** Passages that the server looks into at a time. */
const scanned = 120;
/** Passages with what a word may mean that are looked into at least, however much else it may mean. */
const fewest = 4;
/** So many times more are looked for, as not all that is likely is there. */
const enough = 8;
/** Passages that are looked into for such as pass a filter. */
const mostFiltered = 5000;
/** Postings that are read where no passage has all of a query; the rarest terms, which weigh the most, come first. */
const mostPostings = 200_000;
/** Words that are looked for in one piece. */
const mostWhole = 4;

interface Wanted {
  readonly spelled?: readonly (readonly number[])[];
  readonly whole?: readonly string[];
  readonly newest?: number;
}

/** Asks for the candidates of one query: the lists of its rarest terms, put together here, then a bounded number of passages. */
export class Retrieval {
  private readonly lists: PostingLists;
  private readonly frequencies: Frequencies;
  private readonly passages: number;
  private readonly most: number;

  /** @param about the library's statistics, and how many candidates are wanted at most */
  constructor(
    private readonly connection: Connection,
    private readonly query: Query,
    about: { readonly frequencies: Frequencies; readonly passages: number; readonly most: number },
  ) {
    this.lists = new PostingLists(connection);
    ({ frequencies: this.frequencies, passages: this.passages, most: this.most } = about);
  }

  /**
   * Asks for candidates: passages with all tokens of one of the alternatives.
   * @param spelled triples of initials, of one list of which they have all as well
   * @param whole words that passages rather have in one piece
   * @param newest only so many passages, the newest, are looked through
   */
  async withAll(
    alternatives: Alternatives,
    { spelled = [[]], whole = [], newest }: Wanted = {},
  ): Promise<readonly Row[]> {
    const { frequencies, lists, passages } = this;
    const titles = titleTokens(this.query);
    await frequencies.learn(titles);
    const counts = { of: (token: string) => frequencies.passages(token), passages };
    const asked = (alternatives.length > 0 ? alternatives : [[]]).map((tokens) =>
      rarest([...tokens, ...titles], counts),
    );
    const wanted = asked
      .flatMap(({ tokens }) => spelled.map((triples) => [...tokens.map(termOf), ...triples]))
      .filter(({ length }) => length > 0);
    const most = this.hasFilters() ? mostFiltered : Math.max(fewest, Math.ceil(scanned / Math.max(1, wanted.length)));
    const places = async (part: number): Promise<readonly Place[]> => {
      await lists.read(wanted.flat(), part);
      return unique(wanted.flatMap((terms) => lists.holdingAll(terms, most)));
    };
    // Of what most passages have the newest are enough.
    const likely = asked.reduce((sum, { likely: some }) => sum + some, 0);
    const all = Math.min(1, (newest ?? passages) / Math.max(1, passages));
    const part = Math.min(all, (enough * scanned) / Math.max(1, likely));
    const found = await places(part);
    return this.read(found.length < this.most && part < all ? await places(all) : found, whole);
  }

  /** Passages with what weighs most of some tokens. */
  async heaviest(tokens: readonly string[]): Promise<readonly Row[]> {
    const { frequencies, lists, passages } = this;
    const byTerm = new Map<number, number>();
    let postings = 0;
    for (const token of [...new Set(tokens)].sort((a, b) => frequencies.passages(a) - frequencies.passages(b))) {
      postings += frequencies.passages(token);
      if (byTerm.size > 0 && postings > mostPostings) break;
      byTerm.set(termOf(token), inverseDocumentFrequency(frequencies.inTexts(token) ?? 0, passages));
    }
    await lists.read([...byTerm.keys()]);
    return this.read(lists.heaviest(byTerm, this.hasFilters() ? mostFiltered : this.most), []);
  }

  private hasFilters(): boolean {
    return this.query.filters.some(({ excluded }) => !excluded);
  }

  /** The passages that pass the filters, as many as are ranked. */
  private async read(places: readonly Place[], whole: readonly string[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const isLong = (word: string): boolean => word.length > 2;
    const pieces = whole.filter(isLong).slice(0, mostWhole);
    for (let at = 0; at < places.length && rows.length < this.most; at += scanned) {
      const some = places.slice(at, at + scanned);
      const values = [some.map(({ unit }) => unit), some.map(({ place }) => place), pieces, ...filtersOf(this.query)];
      const text = 'SELECT * FROM gongwen.passages($1, $2, $3, $4, $5, $6, $7, $8)';
      rows.push(...(await this.connection.query(text, [...values, this.most])));
    }
    return rows;
  }

  /** The first passages of the articles that filters alone ask for. */
  async filtered(): Promise<readonly Row[]> {
    if (!this.hasFilters()) return [];
    const text = 'SELECT * FROM gongwen.first_passages($1, $2, $3, $4, $5)';
    return this.connection.query(text, [...filtersOf(this.query), this.most]);
  }
}

const unique = (places: readonly Place[]): readonly Place[] => [
  ...new Map(places.map((one) => [`${one.unit} ${one.place}`, one])).values(),
];

/** What categories, sources, tags and titles are to have in them. */
const filtersOf = ({ filters }: Query): readonly (readonly string[])[] =>
  ['category', 'source', 'tag', 'title'].map((field) =>
    filters.filter((filter) => !filter.excluded && filter.field === field).map(({ value }) => fold(value).text),
  );

/** Titles are among the terms of the passages below them. Of letters and digits a filter may name a part. */
const titleTokens = (query: Query): readonly string[] =>
  (filtersOf(query)[3] ?? []).flatMap((title) => tokenize(title).filter((token) => /^\p{Script=Han}{2}$/u.test(token)));
