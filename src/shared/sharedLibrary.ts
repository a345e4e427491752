import type { Article } from '../library/article';
import { parseArticle } from '../library/parseArticle';
import type { Address } from './connection';
import { Connection } from './connection';
import type { Known } from './knownArticles';
import { knownArticles } from './knownArticles';
import type { Published } from './publish';
import { publish } from './publish';
import { sharedArticleId, sharedArticleNumber } from './sharedArticle';
import { SharedSearch } from './sharedSearch';
import { candidateArticles } from './candidateArticles';

/** An office that the user belongs to. */
export interface Unit {
  readonly id: number;
  readonly name: string;
}

/** An article as a list shows it. */
export interface ListedArticle {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly date: string;
  readonly passages: number;
}

/** Articles with the same category or year. */
export interface Group {
  /** Empty for those without one. */
  readonly name: string;
  readonly articles: number;
}

/** Where an article stands in the lists. */
export interface Place {
  readonly unit: number;
  readonly category: string;
  /** Empty for those whose date names none. */
  readonly year: string;
}

/** One version of an article. */
export interface Revision {
  readonly number: number;
  /** Of the last one where the article was withdrawn. */
  readonly isWithdrawal: boolean;
  readonly by: string;
  readonly at: Date;
}

/** Quotes and phrases that completion takes: some megabytes. */
const mostPhrases = 20_000;
/** Versions that a list shows. */
const mostRevisions = 1000;

/** The office's library on a server. Every method throws a `SharedFault` where the server cannot answer or says no. */
export class SharedLibrary {
  readonly search: SharedSearch;
  private readonly connection: Connection;

  constructor(address: Address, password: () => Promise<string | undefined>) {
    this.connection = new Connection(address, password);
    this.search = new SharedSearch(this.connection);
  }

  /** Number of articles that the user may see; asks the server, as a test of the connection. */
  async count(): Promise<number> {
    const [row] = await this.connection.query('SELECT coalesce(sum(articles), 0) AS articles FROM gongwen.shelf');
    return Number(row?.articles);
  }

  /** Units that the user is a member of. */
  async ownUnits(): Promise<readonly Unit[]> {
    const rows = await this.connection.query(
      'SELECT u.id, u.name FROM gongwen.unit u JOIN gongwen.member m ON m.unit = u.id WHERE m.login = session_user ORDER BY u.name',
    );
    return rows.map(({ id, name }) => ({ id: Number(id), name: String(name) }));
  }

  /** The article with this id, as it is now; undefined where it is not of this library or was withdrawn. */
  async article(id: string): Promise<Article | undefined> {
    const number = sharedArticleNumber(id);
    if (number === undefined) return undefined;
    const [row] = await this.connection.query(
      'SELECT a.title, a.category, a.body, u.name AS unit FROM gongwen.article a JOIN gongwen.unit u ON u.id = a.unit WHERE a.id = $1',
      [number],
    );
    if (!row) return undefined;
    const [title, category] = [String(row.title), String(row.category)];
    const file = { uri: sharedArticleId(number, title), path: `${category}/${title}.md`, origin: String(row.unit) };
    return { ...parseArticle(file, String(row.body)).article, title, category };
  }

  /** The offices whose articles the user may see, with how many they have; those with none are left out. */
  async units(): Promise<readonly (Group & Unit)[]> {
    const rows = await this.connection.query(
      `SELECT u.id, u.name, sum(s.articles) AS articles FROM gongwen.shelf s JOIN gongwen.unit u ON u.id = s.unit
       GROUP BY u.id, u.name ORDER BY u.name`,
    );
    return rows.map((row) => ({ ...toGroup(row), id: Number(row.id) }));
  }

  async categories(unit: number): Promise<readonly Group[]> {
    const rows = await this.connection.query(
      'SELECT category AS name, sum(articles) AS articles FROM gongwen.shelf WHERE unit = $1 GROUP BY 1 ORDER BY 2 DESC, 1',
      [unit],
    );
    return rows.map(toGroup);
  }

  /** The latest first. */
  async years(unit: number, category: string): Promise<readonly Group[]> {
    const rows = await this.connection.query(
      'SELECT year AS name, articles FROM gongwen.shelf WHERE unit = $1 AND category = $2 ORDER BY 1 DESC',
      [unit, category],
    );
    return rows.map(toGroup);
  }

  /** A page of the articles of a unit, category and year, the latest first. */
  async page(place: Place, offset: number, limit: number): Promise<readonly ListedArticle[]> {
    const rows = await this.connection.query(
      `SELECT a.id, a.title, u.name AS unit, a.date, a.passages FROM gongwen.article a JOIN gongwen.unit u ON u.id = a.unit
       WHERE a.unit = $1 AND a.category = $2 AND a.year = $3 ORDER BY a.date DESC, a.title, a.id LIMIT $4 OFFSET $5`,
      [place.unit, place.category, place.year, limit, offset],
    );
    return rows.map((row) => ({
      id: sharedArticleId(String(row.id), String(row.title)),
      title: String(row.title),
      unit: String(row.unit),
      date: String(row.date),
      passages: Number(row.passages),
    }));
  }

  /** Quotes and phrases for completion, as articles that have nothing else; those of the newest articles where there are many. */
  async phrases(): Promise<readonly Article[]> {
    return candidateArticles(await this.connection.query('SELECT * FROM gongwen.phrases($1)', [mostPhrases]));
  }

  /** What the library has already of articles that are to be published. */
  known(unit: Unit, articles: readonly Article[]): Promise<readonly Known[]> {
    return knownArticles(this.connection, unit.id, articles);
  }

  /** Publishes articles; see `publish`. */
  publish(
    unit: Unit,
    articles: readonly Article[],
    confirmed: (batch: readonly Article[], published: readonly Published[]) => void,
  ): Promise<readonly Published[]> {
    return publish(this.connection, unit.id, articles, confirmed);
  }

  /** Takes an article out of what is found; its versions stay. False where there is none. */
  async withdraw(id: string): Promise<boolean> {
    const [row] = await this.connection.long('SELECT gongwen.withdraw($1) AS done', [sharedArticleNumber(id) ?? null]);
    return row?.done === true;
  }

  /** The versions of an article, the latest first; the text of one is asked for with `version`. */
  async revisions(id: string): Promise<readonly Revision[]> {
    const rows = await this.connection.query(
      'SELECT number, body IS NULL AS withdrawal, changed_by, changed_at FROM gongwen.revision WHERE article = $1 ORDER BY number DESC LIMIT $2',
      [sharedArticleNumber(id) ?? null, mostRevisions],
    );
    return rows.map((row) => ({
      number: Number(row.number),
      isWithdrawal: row.withdrawal === true,
      by: String(row.changed_by),
      at: row.changed_at as Date,
    }));
  }

  /** What an article said in one version; undefined where it was withdrawn, or there is no such version. */
  async version(id: string, number: number): Promise<string | undefined> {
    const [row] = await this.connection.query('SELECT body FROM gongwen.revision WHERE article = $1 AND number = $2', [
      sharedArticleNumber(id) ?? null,
      number,
    ]);
    return typeof row?.body === 'string' ? row.body : undefined;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

const toGroup = ({ name, articles }: Readonly<Record<string, unknown>>): Group => ({
  name: String(name),
  articles: Number(articles),
});
