import type { Article } from '../library/article';
import type { Connection, Row } from './connection';
import { hashOf, keyOf, nameOf, sampleOf } from './givenBatch';
import { sharedArticleId } from './sharedArticle';

/** What the shared library has already of an article: the same, an earlier text of it, or another that says nearly the same. */
export interface Known {
  readonly state: 'new' | 'same' | 'earlier' | 'similar';
  /** Title of the article that says nearly the same. */
  readonly title?: string;
  /** Of the article that is there already. */
  readonly id?: string;
}

/** Share of a text that another has when it says nearly the same; `gongwen.known` counts on it. */
const nearly = 0.8;
const fewestShingles = 3;
/** Articles that are asked about at a time. */
const atATime = 50;

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
  const keys = new Set<string>();
  for (let at = 0; at < articles.length; at += atATime) {
    const some = articles.slice(at, at + atATime);
    const samples = some.map(sampleOf);
    const rows = await ask(connection, unit, some, samples);
    for (const [number, article] of some.entries()) {
      const key = keyOf(article);
      // Of two with one name the second would be a new version of the first.
      const isSecond = keys.has(key);
      keys.add(key);
      result.push(
        isSecond
          ? { state: 'similar', title: nameOf(article).title }
          : toKnown(rows.get(number), samples[number] ?? []),
      );
    }
  }
  return result;
}

async function ask(
  connection: Connection,
  unit: number,
  articles: readonly Article[],
  samples: readonly (readonly number[])[],
): Promise<ReadonlyMap<number, Row>> {
  const names = articles.map(nameOf);
  let end = 0;
  const rows = await connection.query('SELECT * FROM gongwen.known($1, $2, $3, $4, $5, $6)', [
    unit,
    names.map(({ category }) => category),
    names.map(({ title }) => title),
    articles.map(hashOf),
    samples.flat(),
    samples.map(({ length }) => (end += length)),
  ]);
  return new Map(rows.map((row) => [Number(row.at) - 1, row]));
}

function toKnown(row: Row | undefined, sample: readonly number[]): Known {
  if (!row) return { state: 'new' };
  const there = { id: sharedArticleId(String(row.id), String(row.title)) };
  if (row.same === true) return { state: 'same', ...there };
  if (row.named === true) return { state: 'earlier', ...there };
  const isSimilar = sample.length >= fewestShingles && Number(row.common) >= nearly * sample.length;
  return isSimilar ? { state: 'similar', title: String(row.title), ...there } : { state: 'new' };
}
