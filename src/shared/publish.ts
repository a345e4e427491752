import { finishInSlices } from '../base/slices';
import type { Article } from '../library/article';
import type { Connection } from './connection';
import type { Given } from './givenBatch';
import { givenOf, hashOf, keyOf, lastOfName, nameOf, typesOf } from './givenBatch';

/** What became of an article that was published. */
export type Outcome = 'new' | 'revised' | 'unchanged';

export interface Published {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Passages that are published at a time: four times that is nearly a block of numbers. The more, the fewer lists there are. */
const passagesInBatch = 16_000;

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
  const several = namesOfSeveral(articles);
  const send = async (
    batch: readonly Article[],
    there: readonly (string | undefined)[],
    given: Given,
  ): Promise<void> => {
    const { changed, ...values } = given;
    const rows =
      changed === 0
        ? []
        : await connection.long('SELECT article, outcome FROM gongwen.publish($1, $2, $3, $4, $5)', [
            ...[unit, values.articles, values.passages, values.runs, values.lists],
          ]);
    const made = rows.map(({ article, outcome }) => ({ id: String(article), outcome: outcome as Outcome }));
    const published = there.flatMap((id) =>
      id === undefined ? (made.shift() ?? []) : { id, outcome: 'unchanged' as const },
    );
    all.push(...published);
    confirmed(batch, published);
    // What is not merged now is found all the same, and merged another time.
    await connection.long('SELECT gongwen.settle($1)', [unit]).catch(() => undefined);
  };
  let sent = Promise.resolve();
  for (const batch of batches(articles)) {
    const there = await unchangedOf(connection, unit, batch, several);
    const changed = batch.filter((_, at) => there[at] === undefined);
    const passages = lastOfName(changed).reduce((sum, article) => sum + article.passages.length, 0);
    const [row] = await connection.query('SELECT gongwen.reserve($1, $2) AS first', [unit, passages]);
    const given = await finishInSlices(givenOf(changed, Number(row?.first), types));
    await sent;
    sent = send(batch, there, given);
    // A fault is told where it is waited for.
    sent.catch(() => undefined);
  }
  await sent;
  return all;
}

/** Names that more than one of the articles has: each of these is a revision of the one before it. */
function namesOfSeveral(articles: readonly Article[]): ReadonlySet<string> {
  const [once, several] = [new Set<string>(), new Set<string>()];
  for (const article of articles) {
    const key = keyOf(article);
    (once.has(key) ? several : once).add(key);
  }
  return several;
}

/** The ids of articles that are there with this very text; undefined for those that have to be sent. */
async function unchangedOf(
  connection: Connection,
  unit: number,
  batch: readonly Article[],
  several: ReadonlySet<string>,
): Promise<readonly (string | undefined)[]> {
  const names = batch.map(nameOf);
  const [row] = await connection.query('SELECT gongwen.unchanged($1, $2, $3, $4)::text[] AS ids', [
    ...[unit, names.map(({ category }) => category), names.map(({ title }) => title), batch.map(hashOf)],
  ]);
  const ids = row?.ids as readonly (string | null)[] | undefined;
  return batch.map((article, at) => (several.has(keyOf(article)) ? undefined : (ids?.[at] ?? undefined)));
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
