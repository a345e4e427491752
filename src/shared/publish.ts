import { Checksum } from '../base/checksum';
import { finish } from '../base/slices';
import type { Article } from '../library/article';
import { fold } from '../text/fold';
import { NearDuplicates } from '../text/nearDuplicates';
import type { Connection } from './connection';
import { kinds, passageTerms } from './terms';

/** What became of an article that was published. */
export type Outcome = 'new' | 'revised' | 'unchanged';

export interface Published {
  readonly id: string;
  readonly outcome: Outcome;
}

/** What the shared library has already of an article: the same, an earlier text of it, or another that says nearly the same. */
export interface Known {
  readonly state: 'new' | 'same' | 'earlier' | 'similar';
  /** Title of the article that says nearly the same. */
  readonly title?: string;
}

/** Passages that are published at a time: some seconds. */
const passagesInBatch = 5000;
/** One shingle in so many is kept of an article. */
const sampling = 64;
/** Share of a text that another has when it says nearly the same. */
const nearly = 0.8;
const fewestShingles = 3;

const hashOf = ({ text }: Article): string => new Checksum().addText(text).value;
const sampleOf = ({ text }: Article): readonly number[] =>
  [...finish(new NearDuplicates(sampling).sample(text))].map((hash) => hash | 0);
/** As the database reads an array out of a text. */
const list = (numbers: readonly number[]): string => `{${numbers.join()}}`;
const lines = (texts: readonly string[]): string => texts.map((text) => text.replace(/\s+/g, ' ')).join('\n');
/** PostgreSQL keeps no zero character; nor does anybody write one. */
const clean = (text: string): string => text.replaceAll('\0', '');
/** Characters of a title, category and date: they stand in indexes, whose entries are of limited size. */
const [longestTitle, longestCategory, longestDate] = [200, 100, 40];
const shortened = (text: string, longest: number): string => [...clean(text)].slice(0, longest).join('');
/** The name of an article within its unit. */
const nameOf = ({ title, category }: Article): Pick<Article, 'title' | 'category'> => ({
  title: shortened(title, longestTitle),
  category: shortened(category, longestCategory),
});

/**
 * Publishes articles of a unit in batches, each whole or not at all: what was confirmed stays when a later batch fails, and publishing
 * the same again changes nothing.
 * @param confirmed told of each batch with its articles
 * @throws SharedFault
 */
export async function publish(
  connection: Connection,
  unit: number,
  articles: readonly Article[],
  confirmed: (batch: readonly Article[], published: readonly Published[]) => void = () => undefined,
): Promise<readonly Published[]> {
  const all: Published[] = [];
  for (const batch of batches(articles)) {
    const rows = await connection.long('SELECT article, outcome FROM gongwen.publish($1, $2, $3)', [
      unit,
      JSON.stringify(batch.map(articleRow)),
      JSON.stringify(batch.flatMap(passageRows)),
    ]);
    const published = rows.map(({ article, outcome }) => ({ id: String(article), outcome: outcome as Outcome }));
    all.push(...published);
    confirmed(batch, published);
  }
  return all;
}

function* batches(articles: readonly Article[]): Generator<readonly Article[]> {
  let batch: Article[] = [];
  let passages = 0;
  for (const article of articles) {
    if (batch.length > 0 && passages + article.passages.length > passagesInBatch) {
      yield batch;
      [batch, passages] = [[], 0];
    }
    batch.push(article);
    passages += article.passages.length;
  }
  if (batch.length > 0) yield batch;
}

function articleRow(article: Article): Readonly<Record<string, unknown>> {
  const { tags, source, date, text, passages } = article;
  const { title, category } = nameOf(article);
  const folded = (value: string): string => fold(value).text;
  return {
    title,
    category,
    tags: lines(tags),
    source: clean(source),
    date: shortened(date, longestDate),
    body: clean(text),
    hash: hashOf(article),
    sample: list(sampleOf(article)),
    folded_category: folded(category),
    folded_tags: folded(lines(tags)),
    folded_source: folded(source),
    folded_title: folded(title),
    passages: passages.length,
  };
}

function passageRows(article: Article, at: number): readonly Readonly<Record<string, unknown>>[] {
  return article.passages.map((passage, number) => {
    const { terms, own, repeated, initials } = passageTerms(passage, article);
    return {
      article: at + 1,
      number,
      kind: kinds.indexOf(passage.kind),
      offset: passage.offset,
      line: passage.line,
      headings: clean(lines(passage.headings)),
      text: clean(passage.text),
      terms: list(terms),
      own_terms: own,
      repeated: list(repeated),
      initials: list(initials),
    };
  });
}

/**
 * What the shared library, as far as the user may see it, has already of articles.
 * @returns in their order
 * @throws SharedFault
 */
export async function knownArticles(
  connection: Connection,
  unit: number,
  articles: readonly Article[],
): Promise<readonly Known[]> {
  const result: Known[] = [];
  const names = new Set<string>();
  for (const article of articles) {
    const { title, category } = nameOf(article);
    const key = `${category}\n${title}`;
    // Of two with one name the second would be a new version of the first.
    if (names.has(key)) {
      result.push({ state: 'similar', title });
      continue;
    }
    names.add(key);
    const sample = sampleOf(article);
    const [row] = await connection.query(
      `SELECT title, hash = $1 AS same, unit = $2 AND category = $3 AND title = $4 AS named,
         (SELECT count(*) FROM unnest(sample) AS s (hash) WHERE s.hash = ANY ($5::int[]))::int AS common
       FROM gongwen.article WHERE hash = $1 OR (unit = $2 AND category = $3 AND title = $4) OR sample && $5::int[]
       ORDER BY 2 DESC, 3 DESC, 4 DESC LIMIT 1`,
      [hashOf(article), unit, category, title, sample],
    );
    const isSimilar = sample.length >= fewestShingles && Number(row?.common) >= nearly * sample.length;
    if (row?.same) result.push({ state: 'same' });
    else if (row?.named) result.push({ state: 'earlier' });
    else if (row && isSimilar) result.push({ state: 'similar', title: String(row.title) });
    else result.push({ state: 'new' });
  }
  return result;
}
