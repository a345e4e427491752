// Retrieval from the shared library. The server hands out the posting lists of the rarest terms, and then a bounded number of passages; what
// a query means, putting the lists together, ranking and excerpts are our own code, with the server's statistics.
// Cost on the server: reading these lists, and at most `scanned` passages. Rejected: full text search of PostgreSQL, which knows neither
// Chinese nor document frequency; GIN indexes, which take the server five times as long to fill and to ask (bench/RESULTS.md); ranking on
// the server, whose processors serve all readers.
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
import { toHit } from '../search/ranking/searchHit';
import { findRelated } from '../search/related';
import { fold } from '../text/fold';
import type { Alternatives } from './alternatives';
import { candidateArticles } from './candidateArticles';
import { CandidateIndex } from './candidateIndex';
import type { Connection, Row } from './connection';
import { Frequencies } from './frequencies';
import { Retrieval } from './retrieval';
import { chains, homophonePlaces, initialPlaces, pairsOf, syllablePlaces, syllablesTogether } from './soundAlike';
import { kinds, spelledTriples } from './terms';

const defaultLimit = 50;
/** Candidates that are ranked, unless more are to be shown. */
const usualCandidates = 60;
const mostCandidates = 300;
/** That many more than are to be shown, as some fall out. */
const spare = 20;
/** Terms of a query that are looked up: those of a long sentence, and of a paragraph. */
const mostTerms = 64;
const mostTermsOfParagraph = 128;
const mostRelated = 100;
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
  /** Folded. */
  readonly words: readonly string[];
  readonly frequencies: Frequencies;
  readonly retrieval: Retrieval;
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
    const most = Math.min(mostCandidates, Math.max(usualCandidates, offset + limit + spare));
    const { index, articles } = await this.indexFor(query, most);
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
    const { index } = await this.indexFor(query, mostRelated, mostTermsOfParagraph);
    return findRelated(writing, index).slice(0, limit).map(toHit);
  }

  private async indexFor(
    query: Query,
    most: number,
    terms = mostTerms,
  ): Promise<{ readonly index: CandidateIndex; readonly articles: readonly Article[] }> {
    const words = [...query.words, ...query.phrases].map((word) => fold(word).text);
    const totals = await this.totalsNow();
    const frequencies = new Frequencies(this.connection);
    await frequencies.learn([...new Set(words.flatMap((word) => tokenize(word)))].slice(0, terms));
    const retrieval = new Retrieval(this.connection, query, { frequencies, passages: totals.passages, most });
    const rows = await this.candidates({ words, frequencies, retrieval });
    const articles = candidateArticles(rows);
    const index = new CandidateIndex(articles, {
      ...totals,
      documentFrequency: (token) => frequencies.inTexts(token),
    });
    return { index, articles };
  }

  private async candidates(asking: Asking): Promise<readonly Row[]> {
    const { words, frequencies, retrieval } = asking;
    if (words.length === 0) return retrieval.filtered();
    // Letters that are no word of the library are pinyin.
    const isThere = (token: string): boolean => frequencies.passages(token) > 0;
    const typed = syllablesTogether(words);
    const spelled = typed.filter((word) => maySpell(word) && !tokenize(word).every(isThere));
    const written = typed.filter((word) => !spelled.includes(word));
    const there = written.map((word) => tokenize(word).filter(isThere)).filter(({ length }) => length > 0);
    if (spelled.length > 0) return this.spelled(asking, spelled, there.flat());
    const near = there.length > 0 ? await retrieval.withAll([there.flat()], { whole: written }) : [];
    // Not all lists were read: the texts tell.
    const together = near.filter((row) => hasAll(row, there.flat()));
    const holds = (word: string): boolean => together.some(({ text }) => fold(String(text)).text.includes(word));
    const doubtful = written.filter((word) => mayHaveHomophones(word) && !holds(word)).slice(0, mostDoubtful);
    const meant = await this.slips(asking, doubtful, written);
    const alike =
      meant.length > 0
        ? await retrieval.withAll(
            meant.map(({ tokens }) => tokens),
            { whole: meant.map(({ text }) => text) },
          )
        : [];
    // Where no passage has all, those with the most of it are looked for.
    const parts = together.length === 0 ? await retrieval.heaviest(there.flat()) : [];
    return unique([...together, ...alike, ...parts]);
  }

  /** Passages with what letters spell, and with the tokens of the other words. */
  private async spelled(asking: Asking, words: readonly string[], others: readonly string[]): Promise<readonly Row[]> {
    const { frequencies } = asking;
    let alternatives: Alternatives = [others];
    const whole: string[] = [];
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
        whole.push(...meanings);
        alternatives = meanings.flatMap((text) => known.map((before) => [...before, ...tokenize(text)]));
      }
    }
    const found: Row[] = [];
    for (const spelled of triples) {
      const asked = alternatives.filter(({ length }) => length > 0).slice(0, mostMeanings);
      if (asked.length + spelled.length > 0) found.push(...(await asking.retrieval.withAll(asked, { spelled, whole })));
    }
    return unique(found);
  }

  /** What words that the library does not have may be slips for: others that sound alike, two characters swapped, one too many. */
  private async slips(
    { frequencies }: Asking,
    doubtful: readonly string[],
    words: readonly string[],
  ): Promise<readonly { readonly text: string; readonly tokens: readonly string[] }[]> {
    const found: { readonly text: string; readonly tokens: readonly string[] }[] = [];
    const count = (pair: string): number => frequencies.passages(pair);
    for (const word of doubtful) {
      const places = homophonePlaces(word, (pair) => count(pair) > 0);
      const slips = slipsOf(word);
      await frequencies.learn([...slips.flatMap((slip) => tokenize(slip)), ...pairsOf(places)]);
      const alike = chains(places, count, mostSlips).filter((text) => text !== word);
      const others = words.filter((other) => other !== word).flatMap((other) => tokenize(other));
      const isThere = (text: string): boolean => tokenize(text).every((token) => count(token) > 0);
      const known = [...alike, ...slips].filter(isThere);
      found.push(...known.map((text) => ({ text, tokens: [...others, ...tokenize(text)] })));
    }
    return found;
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

function hasAll({ text, headings, title }: Row, tokens: readonly string[]): boolean {
  const all = fold([text, headings, title].map(String).join('\n')).text;
  return tokens.every((token) => all.includes(token));
}

const keyOf = ({ article, number }: Row): string => `${String(article)} ${String(number)}`;

const unique = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];
