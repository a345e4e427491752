// Retrieval from the shared library. The server finds candidates by the rarest terms, a bounded number of them; what a query means,
// ranking and excerpts are our own code over the candidates, with the server's statistics.
// Cost on the server: the posting lists of the query's terms, and at most `scanned` passages. Rejected: full text search of PostgreSQL, which
// knows neither Chinese nor document frequency; ranking on the server, whose one processor serves all readers.
import { Emitter } from '../base/event';
import type { Article, PassageKind } from '../library/article';
import { findPassages } from '../search/findPassages';
import { tokenize } from '../search/index/tokenize';
import type { PassageSearch, Progress, SearchHit, SearchOptions, SearchResult, Writing } from '../search/passageSearch';
import type { Query } from '../search/query/query';
import { parseQuery } from '../search/query/query';
import { maySpell } from '../search/query/spellings';
import { inverseDocumentFrequency } from '../search/ranking/ranking';
import { toHit } from '../search/ranking/searchHit';
import { findRelated } from '../search/related';
import { fold } from '../text/fold';
import { candidateArticles } from './candidateArticles';
import { CandidateIndex } from './candidateIndex';
import type { Connection, Row } from './connection';
import { kinds, spelledPairs, termOf } from './terms';

const defaultLimit = 50;
/** Candidates that are ranked. */
const mostCandidates = 200;
/** Passages that the server weighs to choose them. */
const scanned = 1500;
/** With fewer passages that have all terms, those with some are looked for, too. */
const enough = 30;
/** Terms of a query that are looked up: those of a long sentence, and of a paragraph. */
const mostTerms = 64;
const mostTermsOfParagraph = 128;
/** Of the rarest terms as many are asked for one by one as together have so many passages. */
const mostOfAny = 20_000;
const fewestOfAny = 3;
const totalsHoldMilliseconds = 60_000;

interface Totals {
  readonly passages: number;
  readonly averageLength: (kind: PassageKind) => number;
}

/** A token of the query as the whole library has it. */
interface Known {
  readonly token: string;
  readonly term: number;
  readonly inTexts: number;
  /** Passages that have it in their text, headings or title. */
  readonly passages: number;
}

/** What candidates are wanted for. */
interface Wanted {
  readonly allOf: readonly number[];
  readonly anyOf: readonly number[];
  readonly spelled: readonly number[];
}

/** Searches the shared library. */
export class SharedSearch implements PassageSearch {
  readonly onDidProgress = new Emitter<Progress | undefined>().event;
  private totals: { readonly value: Promise<Totals>; readonly until: number } | undefined;

  constructor(private readonly connection: Connection) {}

  async ready(): Promise<void> {
    await this.totalsNow();
  }

  /** @throws SharedFault */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResult> {
    const { limit = defaultLimit, offset = 0, facet } = options;
    const query = parseQuery(text);
    const { index, articles } = await this.indexFor(query);
    const { ranked, phrases, ...found } = findPassages(query, index, articles, { limit, offset, facet });
    const about = { problems: query.problems, filterValues: [], catchingUp: false };
    return { ...found, ...about, hits: ranked.map(toHit), phrases: phrases.map(toHit) };
  }

  /** @throws SharedFault */
  async related(writing: Writing, limit: number): Promise<readonly SearchHit[]> {
    const query = { ...parseQuery(''), words: [writing.paragraph] };
    const { index } = await this.indexFor(query, mostTermsOfParagraph);
    return findRelated(writing, index).slice(0, limit).map(toHit);
  }

  private async indexFor(
    query: Query,
    most = mostTerms,
  ): Promise<{ readonly index: CandidateIndex; readonly articles: readonly Article[] }> {
    const words = [...query.words, ...query.phrases].map((word) => fold(word).text);
    const totals = await this.totalsNow();
    const known = await this.lookUp([...new Set(words.flatMap((word) => tokenize(word)))].slice(0, most));
    const rows = await this.candidates(query, words, known, totals.passages);
    const articles = candidateArticles(rows);
    const frequencies = new Map(known.map(({ token, inTexts }) => [token, inTexts]));
    const index = new CandidateIndex(articles, { ...totals, documentFrequency: (token) => frequencies.get(token) });
    return { index, articles };
  }

  private async lookUp(tokens: readonly string[]): Promise<readonly Known[]> {
    if (tokens.length === 0) return [];
    const rows = await this.connection.query('SELECT hash, in_texts, above FROM gongwen.statistics($1)', [
      tokens.map(termOf),
    ]);
    const byTerm = new Map(rows.map((row) => [Number(row.hash), row]));
    return tokens.map((token) => {
      const term = termOf(token);
      const row = byTerm.get(term);
      const inTexts = Number(row?.in_texts ?? 0);
      return { token, term, inTexts, passages: inTexts + Number(row?.above ?? 0) };
    });
  }

  private async candidates(
    query: Query,
    words: readonly string[],
    known: readonly Known[],
    passages: number,
  ): Promise<readonly Row[]> {
    const isThere = new Map(known.map((one) => [one.token, one.passages > 0]));
    const ask = (wanted: Partial<Wanted>): Promise<readonly Row[]> =>
      this.ask(query, known, passages, { allOf: [], anyOf: [], spelled: [], ...wanted });
    if (words.length === 0) return query.filters.some(({ excluded }) => !excluded) ? ask({}) : [];
    // Letters that are no word of the library are pinyin.
    const typed = syllablesTogether(words);
    const spelled = typed.filter((word) => maySpell(word) && tokenize(word).some((token) => !isThere.get(token)));
    const others = new Set(typed.filter((word) => !spelled.includes(word)).flatMap((word) => tokenize(word)));
    const there = known.filter(({ token, passages: some }) => some > 0 && others.has(token));
    const allOf = there.map(({ term }) => term);
    const ways = spelled.reduce<readonly (readonly number[])[]>(
      (sofar, word) => spelledPairs(word).flatMap((pairs) => sofar.map((before) => [...before, ...pairs])),
      [[]],
    );
    const found: Row[] = [];
    for (const pairs of ways) {
      if (allOf.length + pairs.length > 0) found.push(...(await ask({ allOf, spelled: pairs })));
    }
    const isWhole = there.length === others.size && found.length >= enough;
    if (isWhole || there.length === 0) return unique(found);
    found.push(...(await ask({ anyOf: rarest(there) })));
    return unique(found);
  }

  private ask(
    query: Query,
    known: readonly Known[],
    passages: number,
    { allOf, anyOf, spelled }: Wanted,
  ): Promise<readonly Row[]> {
    const parts = (field: string): readonly string[] =>
      query.filters.filter((filter) => !filter.excluded && filter.field === field).map(({ value }) => fold(value).text);
    return this.connection.query('SELECT * FROM gongwen.candidates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      ...[allOf, anyOf, spelled, known.map(({ term }) => term)],
      known.map(({ inTexts }) => inverseDocumentFrequency(inTexts, passages)),
      ...[parts('category'), parts('source'), parts('tag'), parts('title'), scanned, mostCandidates],
    ]);
  }

  /** Numbers and average lengths, which change slowly. */
  private totalsNow(): Promise<Totals> {
    const now = Date.now();
    if (this.totals && this.totals.until > now) return this.totals.value;
    const value = this.readTotals();
    this.totals = { value, until: now + totalsHoldMilliseconds };
    value.catch(() => (this.totals = undefined));
    return value;
  }

  private async readTotals(): Promise<Totals> {
    const rows = await this.connection.query(
      'SELECT kind, sum(passages) AS passages, sum(characters) AS characters FROM gongwen.total GROUP BY kind',
    );
    const lengths = new Map(
      rows.map((row) => [kinds[Number(row.kind)], Number(row.characters) / Math.max(1, Number(row.passages))]),
    );
    return {
      passages: rows.reduce((sum, row) => sum + Number(row.passages), 0),
      averageLength: (kind) => lengths.get(kind) ?? 0,
    };
  }
}

/** Neighbouring words of letters may be one that was typed with spaces between its syllables: `ke ji`. */
function syllablesTogether(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isShort = /^[a-z]{1,6}$/.test(word);
    if (isShort && open) joined.push(`${joined.pop() ?? ''}'${word}`);
    else joined.push(word);
    open = isShort;
  }
  return joined;
}

/** The rarest terms, as many as together have a bounded number of passages. */
function rarest(there: readonly Known[]): readonly number[] {
  const sorted = [...there].sort((a, b) => a.passages - b.passages);
  let sum = 0;
  return sorted
    .filter(({ passages }, at) => {
      sum += passages;
      return at < fewestOfAny || sum <= mostOfAny;
    })
    .map(({ term }) => term);
}

const keyOf = ({ article, number }: Row): string => `${String(article)} ${String(number)}`;

const unique = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
