import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { owner } from '../../scripts/support/postgresServer';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import { articleTerms } from '../../src/shared/terms';
import { upgradeSchema } from '../../src/shared/upgradeSchema';
import type { SharedServer } from './sharedFixtures';
import { article, schemaFolder, startShared, units } from './sharedFixtures';

describe('posting lists of a shared library', () => {
  let server: SharedServer;

  before(async function () {
    server = await startShared(this);
  });
  after(() => (server as SharedServer | undefined)?.end());

  const numbered = (at: number): ReturnType<typeof article> =>
    article(`汇总${at}`, `第${at}份，清淤疏浚。\n\n统筹推进第${at}项工作。`);

  it('are merged when little is published at a time, and hold what the passages have', async () => {
    const writer = server.open('writer');
    for (let at = 0; at < 25; at++) await writer.publish(units.ownOffice, [numbered(at)], () => undefined);
    await server.asOwner(async (client) => {
      assert.deepEqual(await listed(client), await had(client));
      const { rows } = await client.query<{ runs: number }>('SELECT count(*)::int AS runs FROM gongwen.run');
      assert.ok((rows[0]?.runs ?? 0) < 8, String(rows[0]?.runs));
    });
    const { total } = await server.open('reader').search.search('清淤疏浚', { limit: 50 });
    assert.equal(total, 25);
  });

  it('are made anew when half of what they hold is there no more', async () => {
    const writer = server.open('writer');
    const published = await writer.publish(
      units.ownOffice,
      Array.from({ length: 25 }, (_, at) => numbered(at)),
      () => undefined,
    );
    for (const { id } of published.slice(2)) await writer.withdraw(`gongwen-shared:/${id}/x.md`);
    await server.asOwner(async (client) => assert.notDeepEqual(await listed(client), await had(client)));
    await writer.publish(units.ownOffice, [numbered(99)], () => undefined);
    await server.asOwner(async (client) => assert.deepEqual(await listed(client), await had(client)));
    const { total } = await server.open('reader').search.search('清淤疏浚', { limit: 50 });
    assert.equal(total, 3);
  });

  it('are made of what a library of version 1 has', async () => {
    const first = mkdtempSync(join(tmpdir(), 'gongwen-schema-'));
    await server.asOwner((client) => client.query('CREATE DATABASE earlier'));
    const address = { ...server.address('writer'), database: 'earlier' };
    const client = new pg.Client({ ...address, user: owner.user, password: owner.password, ssl: false });
    const library = new SharedLibrary(address, () => Promise.resolve('writer'));
    await client.connect();
    try {
      copyFileSync(join(schemaFolder, '001.sql'), join(first, '001.sql'));
      assert.equal(await upgradeSchema(client, first), 1);
      await client.query(
        "INSERT INTO gongwen.unit (name) VALUES ('市委办'); INSERT INTO gongwen.member VALUES ('writer', 1)",
      );
      for (let at = 0; at < 5; at++) await insertAsVersion1(client, numbered(at));
      assert.equal(await upgradeSchema(client, schemaFolder), 3);
      assert.deepEqual(await listed(client), await had(client));
      await library.publish({ id: 1, name: '市委办' }, [numbered(5)], () => undefined);
      assert.deepEqual(await listed(client), await had(client));
      assert.equal((await library.search.search('qingyu shujun', { limit: 50 })).total, 6);
      assert.equal(await library.count(), 6);
    } finally {
      await client.end();
      await library.close();
      rmSync(first, { recursive: true, force: true });
    }
  });
});

async function insertAsVersion1(client: pg.Client, given: ReturnType<typeof article>): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO gongwen.article (unit, title, category, tags, source, date, body, hash, sample, folded_category, folded_tags, folded_source,
       folded_title, passages, revision) VALUES (1, $1, '讲话', '', '', '', '', '', '{}', '', '', '', '', 2, 1) RETURNING id`,
    [given.title],
  );
  let number = 0;
  for (const { terms, own, initials } of articleTerms(given)) {
    await client.query("INSERT INTO gongwen.passage VALUES ($1, $2, 1, 0, 0, 0, '', $3, $4, $5, '{}', $6)", [
      ...[rows[0]?.id, number, given.passages[number++]?.text, terms, own, initials],
    ]);
  }
}

/** What the lists hold: each unit, number and term. */
async function listed(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ unit: number; block: number; hash: number; places: Buffer }>(
    'SELECT r.unit, r.first >> 16 AS block, l.hash, l.places FROM gongwen.run r JOIN gongwen.posting l ON l.run = r.id',
  );
  const all = rows.flatMap(({ unit, block, hash, places }) =>
    Array.from(
      { length: places.length / 2 },
      (_, at) => `${unit} ${(block << 16) + places.readUInt16BE(2 * at)} ${hash}`,
    ),
  );
  return all.sort();
}

/** What the passages have. */
async function had(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    "SELECT unit || ' ' || place || ' ' || unnest(terms || initials::int[]) AS key FROM gongwen.passage",
  );
  return rows.map(({ key }) => key).sort();
}
