import assert from 'node:assert/strict';
import type { SharedFault } from '../../src/shared/fault';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import type { SharedServer } from './sharedFixtures';
import { article, startShared, units } from './sharedFixtures';

const isFault =
  (...codes: readonly string[]) =>
  (error: unknown) => {
    assert.ok(codes.includes((error as SharedFault).code), `${(error as SharedFault).code}: ${String(error)}`);
    return true;
  };

describe('faults of a shared library', () => {
  let server: SharedServer;

  before(async function () {
    server = await startShared(this);
  });
  after(() => (server as SharedServer | undefined)?.end());

  it('are told apart: password, address, database, encryption', async () => {
    const address = server.address('reader');
    const trying = async (change: object, password = 'reader'): Promise<number> => {
      const library = new SharedLibrary({ ...address, ...change }, () => Promise.resolve(password));
      try {
        return await library.count();
      } finally {
        await library.close();
      }
    };
    assert.equal(await trying({}), 0);
    await assert.rejects(trying({}, 'wrong'), isFault('password'));
    await assert.rejects(trying({ user: 'nobody' }), isFault('password'));
    await assert.rejects(trying({ port: 1 }), isFault('away'));
    await assert.rejects(trying({ host: 'no-such-host.invalid' }), isFault('away'));
    await assert.rejects(trying({ database: 'none' }), isFault('noLibrary'));
    await assert.rejects(trying({ database: 'template1' }), isFault('noLibrary'));
    await assert.rejects(trying({ tls: 'verify' }), isFault('noTls'));
  });

  it('are told where the library has another version', async () => {
    const to = (number: number): Promise<unknown> =>
      server.asOwner((client) => client.query('UPDATE gongwen.version SET number = $1', [number]));
    await to(99);
    await assert.rejects(server.open('reader').count(), isFault('newer'));
    await to(0);
    await assert.rejects(server.open('reader').count(), isFault('older'));
    await to(1);
  });

  it('end a statement that takes too long', async () => {
    const library = server.open('reader');
    await library.count();
    // Someone holds the table.
    await server.asOwner(async (client) => {
      await client.query('BEGIN; LOCK TABLE gongwen.article IN ACCESS EXCLUSIVE MODE');
      const start = performance.now();
      await assert.rejects(library.count(), isFault('slow'));
      assert.ok(performance.now() - start < 60_000);
      await client.query('ROLLBACK');
    });
    assert.equal(await library.count(), 0);
  });

  it('lose nothing that was confirmed, and double nothing, when the server is killed while articles are published', async () => {
    const writer = server.open('writer');
    const paragraphs = Array.from({ length: 60 }, (_, at) => `第${at}段，统筹推进各项重点工作。`).join('\n\n');
    const articles = Array.from({ length: 400 }, (_, at) => article(`材料${at}`, paragraphs));
    const confirmed: string[] = [];
    let kill: Promise<void> | undefined;
    await assert.rejects(
      writer.publish(units.ownOffice, articles, (batch) => {
        confirmed.push(...batch.map(({ title }) => title));
        // In the midst of the next batch.
        kill ??= new Promise((resolve) => setTimeout(() => resolve(server.kill()), 50));
      }),
      isFault('away', 'restarting'),
    );
    await kill;
    await assert.rejects(writer.count(), isFault('away'));
    await server.start();
    assert.ok(confirmed.length > 0 && confirmed.length < articles.length);
    const there = await server.asOwner(async (client) => {
      const { rows } = await client.query<{ title: string; kept: string; named: string }>(
        `SELECT title, passages AS named, (SELECT count(*) FROM gongwen.passage p WHERE p.article = a.id) AS kept FROM gongwen.article a`,
      );
      return rows;
    });
    assert.ok(there.every(({ kept, named }) => Number(kept) === Number(named)));
    for (const title of confirmed) assert.equal(there.filter((one) => one.title === title).length, 1, title);
    // The same connection goes on, and the same again completes what is missing.
    const again = await writer.publish(units.ownOffice, articles, () => undefined);
    assert.ok(confirmed.length <= again.filter(({ outcome }) => outcome === 'unchanged').length);
    assert.equal(await writer.count(), articles.length);
    assert.equal(new Set(again.map(({ id }) => id)).size, articles.length);
  });
});
