import assert from 'node:assert/strict';
import type pg from 'pg';
import { owner } from '../../scripts/support/postgresServer';
import type { SharedServer } from './sharedFixtures';
import { article, isFault, startShared, units } from './sharedFixtures';

describe('a shared library on two servers', () => {
  let [first, second]: (SharedServer | undefined)[] = [];

  before(async function () {
    [first, second] = [await startShared(this), await startShared(this)];
    const far = second.address(owner.user);
    const isThere = await first.asOwner(async (client) => {
      const { rowCount } = await client.query("SELECT FROM pg_available_extensions WHERE name = 'postgres_fdw'");
      if (!rowCount) return false;
      await client.query(`
        CREATE EXTENSION postgres_fdw;
        CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw
          OPTIONS (host '127.0.0.1', port '${far.port}', dbname '${far.database}', options '-c enable_seqscan=off', async_capable 'true');
        CREATE USER MAPPING FOR ${owner.user} SERVER second OPTIONS (user '${owner.user}', password '${owner.password}');
        SELECT gongwen.place_partition(2, 'second'), gongwen.place_partition(3, 'second');`);
      return true;
    });
    if (isThere) return;
    console.log('SKIPPED: this PostgreSQL has no postgres_fdw.');
    this.skip();
  });
  after(async () => {
    await first?.end();
    await second?.end();
  });

  it('publishes to both, finds and reads what is on either, revises and withdraws it', async () => {
    assert.ok(first && second);
    const [writer, reader, other] = [first.open('writer'), first.open('reader'), first.open('other')];
    const many = Array.from({ length: 40 }, (_, at) =>
      article(`两地材料${at}`, `分处两地的第${at}份，疏浚九曲连江。\n\n统筹推进第${at}项重点工作。`),
    );
    const published = await writer.publish(units.ownOffice, many, () => undefined);
    const count = async (client: pg.Client): Promise<number> => {
      const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM gongwen.passage');
      return Number(rows[0]?.n);
    };
    const [all, onSecond] = [await first.asOwner(count), await second.asOwner(count)];
    assert.equal(all, 80);
    assert.ok(onSecond > 10 && onSecond < 70, String(onSecond));
    for (const at of many.keys()) {
      const { hits } = await reader.search.search(`"第${at}份" 九曲连江`);
      assert.equal(hits[0]?.article.title, `两地材料${at}`);
    }
    assert.equal((await reader.search.search('九曲连江', { limit: 100 })).total, 40);
    assert.equal((await reader.search.search('jiuqu lianjiang', { limit: 100 })).total, 40);
    assert.equal((await other.search.search('九曲连江')).total, 0);
    // Each once again with another text; then nothing of the first is left on either server.
    const revised = many.map(({ title }) => article(title, `改写为防汛备汛的${title}。`));
    await writer.publish(units.ownOffice, revised, () => undefined);
    assert.equal((await reader.search.search('九曲连江', { limit: 100 })).total, 0);
    assert.equal((await reader.search.search('防汛备汛', { limit: 100 })).total, 40);
    for (const { id } of published) await writer.withdraw(`gongwen-shared:/${id}/x.md`);
    assert.equal(await first.asOwner(count), 0);
  });

  it('publishes nothing while the second is away, and goes on when it is back', async () => {
    assert.ok(first && second);
    const [writer, reader] = [first.open('writer'), first.open('reader')];
    const many = Array.from({ length: 20 }, (_, at) => article(`断联${at}`, `第${at}份，另一台断联后的恢复。`));
    await second.stop();
    await assert.rejects(
      writer.publish(units.ownOffice, many, () => undefined),
      isFault('away', 'other'),
    );
    assert.equal(await reader.count(), 0);
    await second.start();
    await writer.publish(units.ownOffice, many, () => undefined);
    assert.equal((await reader.search.search('断联后的恢复', { limit: 100 })).total, 20);
  });
});
