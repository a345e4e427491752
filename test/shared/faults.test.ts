import assert from 'node:assert/strict';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import type { SharedServer } from './sharedFixtures';
import { article, isFault, startShared, units } from './sharedFixtures';

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
    await assert.rejects(trying({}, ''), isFault('password'));
    await assert.rejects(trying({ user: 'nobody' }), isFault('password'));
    for (const port of [1, 0, 99_999, NaN]) await assert.rejects(trying({ port }), isFault('away'));
    await assert.rejects(trying({ host: 'no-such-host.invalid', tls: 'verify' }), isFault('away'));
    await assert.rejects(trying({ database: 'none' }), isFault('noLibrary'));
    await assert.rejects(trying({ database: 'template1' }), isFault('noLibrary'));
    await assert.rejects(trying({ tls: 'verify' }), isFault('noTls'));
  });

  for (const tls of ['off', 'verify'] as const) {
    it(`are told where no PostgreSQL server answers, or nobody does, with TLS ${tls}`, async () => {
      const behaviours: readonly ((socket: Socket) => unknown)[] = [
        () => undefined,
        (socket) => socket.end(),
        (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
        (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
      ];
      await Promise.all(
        behaviours.map(async (behave) => {
          const open: Socket[] = [];
          const stranger = createServer((socket) => {
            open.push(socket.on('error', () => undefined));
            behave(socket);
          });
          await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
          const { port } = stranger.address() as AddressInfo;
          const library = new SharedLibrary({ ...server.address('reader'), port, tls }, () =>
            Promise.resolve('reader'),
          );
          await assert.rejects(library.count(), isFault('away'));
          await library.close();
          for (const socket of open) socket.destroy();
          stranger.close();
        }),
      );
    });
  }

  it('are told where the library has another version', async () => {
    const to = (number: number): Promise<unknown> =>
      server.asOwner((client) => client.query('UPDATE gongwen.version SET number = $1', [number]));
    await to(99);
    await assert.rejects(server.open('reader').count(), isFault('newer'));
    await to(0);
    await assert.rejects(server.open('reader').count(), isFault('older'));
    await to(3);
  });

  it('end a statement that takes too long', async () => {
    const library = server.open('reader');
    await library.count();
    // Someone holds the table.
    await server.asOwner(async (client) => {
      await client.query('BEGIN; LOCK TABLE gongwen.shelf IN ACCESS EXCLUSIVE MODE');
      const start = performance.now();
      await assert.rejects(library.count(), isFault('slow'));
      assert.ok(performance.now() - start < 60_000);
      await client.query('ROLLBACK');
    });
    assert.equal(await library.count(), 0);
  });

  it('end a statement that a hanging server does not answer, and go on when it wakes', async function () {
    if (process.platform === 'win32') this.skip();
    const library = server.open('reader');
    await library.count();
    const pid = await server.asOwner(async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE usename = 'reader' ORDER BY backend_start DESC LIMIT 1",
      );
      return rows[0]?.pid ?? 0;
    });
    process.kill(pid, 'SIGSTOP');
    try {
      await assert.rejects(library.count(), isFault('slow'));
      // The next one takes another connection.
      assert.equal(await library.count(), 0);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('are told where it takes no more connections', async () => {
    await server.asOwner((client) => client.query('ALTER ROLE reader CONNECTION LIMIT 0'));
    await assert.rejects(server.open('reader').count(), isFault('busy'));
    await server.asOwner((client) => client.query('ALTER ROLE reader CONNECTION LIMIT -1'));
  });

  it('are told where the password was changed, and over when the new one is known', async () => {
    let password = 'reader';
    const library = new SharedLibrary(server.address('reader'), () => Promise.resolve(password));
    assert.equal(await library.count(), 0);
    await server.asOwner(async (client) => {
      await client.query("ALTER ROLE reader PASSWORD 'changed'");
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'");
    });
    await assert.rejects(library.count(), isFault('password', 'restarting', 'away'));
    await assert.rejects(library.count(), isFault('password'));
    password = 'changed';
    assert.equal(await library.count(), 0);
    await library.close();
    await server.asOwner((client) => client.query("ALTER ROLE reader PASSWORD 'reader'"));
  });

  it('leave nothing of a batch that the server has no room for, and all of those before it', async () => {
    const writer = server.open('writer');
    const paragraphs = Array.from({ length: 300 }, (_, at) => `第${at}件，逐项抓好落实。`).join('\n\n');
    const articles = Array.from({ length: 75 }, (_, at) => article(`清单${at}`, `第${at}份。\n\n${paragraphs}`));
    // An article of the second batch meets a full disk, as the server words it.
    await server.asOwner((client) =>
      client.query(`
        CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE disk_full USING MESSAGE = 'could not extend file: No space left on device'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON gongwen.passage_0 FOR EACH ROW WHEN (NEW.text = '第70份。') EXECUTE FUNCTION public.full();
        ${[1, 2, 3].map((n) => `CREATE TRIGGER full_disk BEFORE INSERT ON gongwen.passage_${n} FOR EACH ROW WHEN (NEW.text = '第70份。') EXECUTE FUNCTION public.full();`).join('\n')}`),
    );
    const confirmed: string[] = [];
    await assert.rejects(
      writer.publish(units.ownOffice, articles, (batch) => confirmed.push(...batch.map(({ title }) => title))),
      isFault('full'),
    );
    assert.ok(confirmed.length > 0 && confirmed.length <= 70, String(confirmed.length));
    assert.equal(await writer.count(), confirmed.length);
    const consistent = (): Promise<unknown> =>
      server.asOwner(async (client) => {
        const { rows } = await client.query<{ same: boolean }>(
          `SELECT (SELECT sum(passages) FROM gongwen.article) = (SELECT count(*) FROM gongwen.passage)
             AND (SELECT count(*) FROM gongwen.passage) = (SELECT sum(passages) FROM gongwen.total) AS same`,
        );
        return rows[0]?.same;
      });
    assert.equal(await consistent(), true);
    await server.asOwner((client) => client.query('DROP FUNCTION public.full() CASCADE'));
    const again = await writer.publish(units.ownOffice, articles, () => undefined);
    assert.equal(again.filter(({ outcome }) => outcome === 'unchanged').length, confirmed.length);
    assert.equal(await writer.count(), articles.length);
    assert.equal(await consistent(), true);
    for (const { id } of again) await writer.withdraw(`gongwen-shared:/${id}/x.md`);
    assert.equal(await writer.count(), 0);
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
