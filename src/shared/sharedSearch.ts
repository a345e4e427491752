// Retrieval from the shared library. The server finds candidates by our tokens, a bounded number of them; what a query means, ranking and
// excerpts are our own code over the candidates, with the server's statistics.
// Cost on the server: the posting lists of the query's terms, and at most `scanned` passages. Rejected: full text search of PostgreSQL, which
// knows neither Chinese nor document frequency; ranking on the server, whose one processor serves all readers; the rarest terms one by one,
// each of which tens of thousands of passages have in a large library.
import { Emitter } from '../base/event';
import type { Article, PassageKind } from '../library/article';
import { findPassages } from '../search/findPassages';
import { tokenize } from '../search/index/tokenize';
import type { PassageSearch, Progress, SearchHit, SearchOptions, SearchResult, Writing } from '../search/passageSearch';
import type { Query } from '../search/query/query';
import { resolveWords } from '../search/query/resolveQuery';
import { parseQuery } from '../search/query/query';
import { mayHaveHomophones, slipsOf } from '../search/query/homophones';
import { maySpell } from '../search/query/spellings';
import { inverseDocumentFrequency } from '../search/ranking/ranking';
import { toHit } from '../search/ranking/searchHit';
import { findRelated } from '../search/related';
import { fold } from '../text/fold';
import type { Alternatives } from './alternatives';
import { partsOf } from './alternatives';
import { candidateArticles } from './candidateArticles';
import { CandidateIndex } from './candidateIndex';
import type { Connection, Row } from './connection';
import { Frequencies } from './frequencies';
import { chains, homophonePlaces, initialPlaces, pairsOf, syllablePlaces, syllablesTogether } from './soundAlike';
import { kinds, spelledTriples, termOf } from './terms';

const defaultLimit = 50;
/** Candidates that are ranked. */
const mostCandidates = 100;
/** Passages that the server weighs to choose them. */
const scanned = 1000;
/** Terms of a query that are looked up: those of a long sentence, and of a paragraph. */
const mostTerms = 64;
const mostTermsOfParagraph = 128;
/** Of these, the rarest are what candidates are weighed by. */
const mostWeighed = 40;
/** Words that are looked for in one piece. */
const mostWhole = 4;
/** Words that letters, or a misspelt word, may stand for. */
const mostMeanings = 24;
const mostSlips = 12;
const mostDoubtful = 3;
const totalsHoldMilliseconds = 60_000;

interface Totals {
  readonly passages: number;
  readonly averageLength: (kind: PassageKind) => number;
}

/** A query being answered. */
interface Asking {
  readonly query: Query;
  /** Folded. */
  readonly words: readonly string[];
  readonly frequencies: Frequencies;
  readonly passages: number;
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
    const { ranked, phrases, ...found } = findPassages(query, resolveWords(query, index), index, articles, {
      limit,
      offset,
      facet,
    });
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
    const frequencies = new Frequencies(this.connection);
    await frequencies.learn([...new Set(words.flatMap((word) => tokenize(word)))].slice(0, most));
    const rows = await this.candidates({ query, words, frequencies, passages: totals.passages });
    const articles = candidateArticles(rows);
    const index = new CandidateIndex(articles, {
      ...totals,
      documentFrequency: (token) => frequencies.inTexts(token),
    });
    return { index, articles };
  }

  private async candidates(asking: Asking): Promise<readonly Row[]> {
    const { query, words, frequencies } = asking;
    if (words.length === 0) return query.filters.some(({ excluded }) => !excluded) ? this.ask(asking, []) : [];
    // Letters that are no word of the library are pinyin.
    const isThere = (token: string): boolean => frequencies.passages(token) > 0;
    const typed = syllablesTogether(words);
    const spelled = typed.filter((word) => maySpell(word) && !tokenize(word).every(isThere));
    const written = typed.filter((word) => !spelled.includes(word));
    const there = written.map((word) => tokenize(word).filter(isThere)).filter(({ length }) => length > 0);
    if (spelled.length > 0) return this.spelled(asking, spelled, there.flat());
    const together = there.length > 0 ? await this.ask(asking, [there.flat()], { whole: written }) : [];
    const holds = (word: string): boolean => together.some(({ text }) => fold(String(text)).text.includes(word));
    const doubtful = written.filter((word) => mayHaveHomophones(word) && !holds(word)).slice(0, mostDoubtful);
    const meant = await this.slips(asking, doubtful, written);
    // Where no passage has all, those with a part are looked for.
    const counts = { of: (token: string) => frequencies.passages(token), passages: asking.passages };
    const parts = together.length === 0 ? partsOf(there, counts) : [];
    const alternatives = [...meant, ...parts];
    if (alternatives.length === 0) return together;
    return unique([...together, ...(await this.ask(asking, alternatives))]);
  }

  /** Passages with what letters spell, and with the tokens of the other words. */
  private async spelled(asking: Asking, words: readonly string[], others: readonly string[]): Promise<readonly Row[]> {
    const { frequencies } = asking;
    let alternatives: Alternatives = [others];
    let triples: readonly (readonly number[])[] = [[]];
    for (const word of words) {
      const syllables = syllablePlaces(word);
      const ways = syllables.length > 0 ? syllables : initialPlaces(word);
      await frequencies.learn(ways.flatMap((places) => [...pairsOf(places)]));
      const count = (pair: string): number => frequencies.passages(pair);
      const meanings = ways.flatMap((places) => chains(places, count, mostMeanings)).slice(0, mostMeanings);
      // Where nothing sounds like whole syllables, the letters are initials.
      if (meanings.length === 0) {
        const own = spelledTriples(word);
        triples = own.flatMap((way) => triples.map((before) => [...before, ...way]));
      } else {
        const known = alternatives;
        alternatives = meanings.flatMap((text) => known.map((before) => [...before, ...tokenize(text)]));
      }
    }
    const found: Row[] = [];
    for (const spelled of triples) {
      const asked = alternatives.filter(({ length }) => length > 0).slice(0, mostMeanings);
      if (asked.length + spelled.length > 0) found.push(...(await this.ask(asking, asked, { spelled })));
    }
    return unique(found);
  }

  /** What words that the library does not have may be slips for: others that sound alike, two characters swapped, one too many. */
  private async slips(
    { frequencies }: Asking,
    doubtful: readonly string[],
    words: readonly string[],
  ): Promise<Alternatives> {
    const found: (readonly string[])[] = [];
    const count = (pair: string): number => frequencies.passages(pair);
    for (const word of doubtful) {
      const places = homophonePlaces(word, (pair) => count(pair) > 0);
      const slips = slipsOf(word).map((slip) => tokenize(slip));
      await frequencies.learn([...slips.flat(), ...pairsOf(places)]);
      const alike = chains(places, count, mostSlips).filter((text) => text !== word);
      const others = words.filter((other) => other !== word).flatMap((other) => tokenize(other));
      const known = [...alike.map((text) => tokenize(text)), ...slips].filter((tokens) =>
        tokens.every((token) => count(token) > 0),
      );
      found.push(...known.map((tokens) => [...others, ...tokens]));
    }
    return found;
  }

  /**
   * Asks for candidates: passages with all tokens of one of the alternatives (of any, where there is none).
   * @param spelled triples of initials that they have as well
   * @param whole words that passages rather have in one piece
   */
  private ask(
    { query, frequencies, passages }: Asking,
    alternatives: Alternatives,
    { spelled = [], whole = [] }: { readonly spelled?: readonly number[]; readonly whole?: readonly string[] } = {},
  ): Promise<readonly Row[]> {
    const parts = (field: string): readonly string[] =>
      query.filters.filter((filter) => !filter.excluded && filter.field === field).map(({ value }) => fold(value).text);
    let end = 0;
    const ends = alternatives.map(({ length }) => (end += length));
    const weighed = [...new Set(alternatives.flat())]
      .map((token) => ({
        term: termOf(token),
        weight: inverseDocumentFrequency(frequencies.inTexts(token) ?? 0, passages),
      }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostWeighed);
    const isLong = (word: string): boolean => word.length > 2;
    return this.connection.query(
      'SELECT * FROM gongwen.candidates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      [
        ...[alternatives.flat().map(termOf), ends, spelled],
        ...[
          weighed.map(({ term }) => term),
          weighed.map(({ weight }) => weight),
          whole.filter(isLong).slice(0, mostWhole),
        ],
        ...[parts('category'), parts('source'), parts('tag'), parts('title'), scanned, mostCandidates],
      ],
    );
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

const keyOf = ({ article, number }: Row): string => `${String(article)} ${String(number)}`;

const unique = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
