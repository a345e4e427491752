import { Checksum } from '../base/checksum';
import type { Steps } from '../base/slices';
import { finish, finishInSlices } from '../base/slices';
import type { Article } from '../library/article';
import { fold } from '../text/fold';
import { NearDuplicates } from '../text/nearDuplicates';
import { BinaryRows } from './binaryRows';
import type { Connection } from './connection';
import { sharedArticleId } from './sharedArticle';
import { articleTerms, kinds } from './terms';

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
  /** Of the article that is there already. */
  readonly id?: string;
}

/** Passages that are published at a time: some seconds. The more, the less has to be counted twice. */
const passagesInBatch = 16_000;
/** One shingle in so many is kept of an article. */
const sampling = 64;
/** Share of a text that another has when it says nearly the same. */
const nearly = 0.8;
const fewestShingles = 3;

const hashOf = ({ text }: Article): string => new Checksum().addText(text).value;
const sampleOf = ({ text }: Article): readonly number[] =>
  [...finish(new NearDuplicates(sampling).sample(text))].map((hash) => hash | 0);
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
 * the same again changes nothing. While the server takes a batch the next one is prepared.
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
  const types = await typesOf(connection);
  const send = async (batch: readonly Article[], given: Given): Promise<void> => {
    const values = [unit, given.articles, given.passages];
    const rows = await connection.long('SELECT article, outcome FROM gongwen.publish($1, $2, $3)', values);
    const published = rows.map(({ article, outcome }) => ({ id: String(article), outcome: outcome as Outcome }));
    all.push(...published);
    confirmed(batch, published);
  };
  let sent = Promise.resolve();
  try {
    for (const batch of batches(articles)) {
      const given = await finishInSlices(givenOf(batch, types));
      await sent;
      sent = send(batch, given);
      // A fault is told where it is waited for.
      sent.catch(() => undefined);
    }
    await sent;
  } finally {
    // What is not merged now is found all the same, and merged another time.
    await connection.long('SELECT gongwen.settle()', []).catch(() => undefined);
  }
  return all;
}

/** The numbers of the types of rows in this database. */
interface RowTypes {
  readonly article: number;
  readonly passage: number;
}

async function typesOf(connection: Connection): Promise<RowTypes> {
  const [row] = await connection.query(
    "SELECT 'gongwen.given_article'::regtype::oid AS article, 'gongwen.given_passage'::regtype::oid AS passage",
  );
  return { article: Number(row?.article), passage: Number(row?.passage) };
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

/** A batch as it is sent. */
interface Given {
  readonly articles: Buffer;
  readonly passages: Buffer;
}

const [articleFields, passageFields] = [13, 11];

/** Writes down a batch, a passage a step: the fields of `gongwen.given_article` and `gongwen.given_passage`. */
function* givenOf(batch: readonly Article[], types: RowTypes): Steps<Given> {
  const articles = new BinaryRows(articleFields);
  const passages = new BinaryRows(passageFields);
  for (const [at, article] of batch.entries()) {
    addArticle(articles, article);
    yield;
    let number = 0;
    for (const { terms, own, repeated, initials } of articleTerms(article)) {
      const passage = article.passages[number];
      if (!passage) break;
      const { kind, offset, line, headings, text } = passage;
      passages
        .begin()
        .int4(at + 1)
        .int4(number++);
      passages
        .int2(kinds.indexOf(kind))
        .int4(offset)
        .int4(line)
        .text(clean(lines(headings)))
        .text(clean(text));
      passages.int4s(terms).int4(own).int4s(repeated).int2s(initials);
      yield;
    }
  }
  return { articles: articles.end(types.article), passages: passages.end(types.passage) };
}

function addArticle(rows: BinaryRows, article: Article): void {
  const { tags, source, date, text, passages } = article;
  const { title, category } = nameOf(article);
  const folded = (value: string): string => clean(fold(value).text);
  rows
    .begin()
    .text(title)
    .text(category)
    .text(clean(lines(tags)))
    .text(clean(source))
    .text(shortened(date, longestDate));
  rows.text(clean(text)).text(hashOf(article)).int4s(sampleOf(article));
  rows
    .text(folded(category))
    .text(folded(lines(tags)))
    .text(folded(source))
    .text(folded(title))
    .int4(passages.length);
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
      `SELECT id, title, hash = $1 AS same, unit = $2 AND category = $3 AND title = $4 AS named,
         (SELECT count(*) FROM unnest(sample) AS s (hash) WHERE s.hash = ANY ($5::int[]))::int AS common
       FROM gongwen.article WHERE hash = $1 OR (unit = $2 AND category = $3 AND title = $4) OR sample && $5::int[]
       ORDER BY 2 DESC, 3 DESC, 4 DESC LIMIT 1`,
      [hashOf(article), unit, category, title, sample],
    );
    const isSimilar = sample.length >= fewestShingles && Number(row?.common) >= nearly * sample.length;
    const there = row && { id: sharedArticleId(String(row.id), String(row.title)) };
    if (row?.same) result.push({ state: 'same', ...there });
    else if (row?.named) result.push({ state: 'earlier', ...there });
    else if (row && isSimilar) result.push({ state: 'similar', title: String(row.title), ...there });
    else result.push({ state: 'new' });
  }
  return result;
}
