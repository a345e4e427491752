// npm run shared:demo: a PostgreSQL server with the shipped corpus as a shared library, and a real editor that is connected to it.
import pg from 'pg';
import { join } from 'node:path';
import { makeSampleFolder } from './support/sampleFolder.mjs';
import { findPostgres, owner, startPostgres } from './support/postgresServer';
import { serveWorkbench } from '../test/host/serveWorkbench.mjs';
import { shippedCorpus } from '../bench/shippedCorpus';
import { SharedLibrary } from '../src/shared/sharedLibrary';
import { upgradeSchema } from '../src/shared/upgradeSchema';

const root = join(__dirname, '..');
const user = 'demo';
const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const bin = await findPostgres(say);
  if (bin === undefined)
    throw new Error(
      'No PostgreSQL server can be had: install one, or let GONGWEN_POSTGRES name the folder of its programs.',
    );
  // On the loopback interface only, for as long as the demo runs.
  const server = await startPostgres(bin, { auth: 'trust' });
  try {
    const address = { host: '127.0.0.1', port: server.port, database: 'postgres', user, tls: 'off' as const };
    const client = new pg.Client({ ...address, user: owner.user, ssl: false });
    await client.connect();
    await upgradeSchema(client, join(root, 'src/shared/schema'));
    await client.query(`CREATE ROLE ${user} LOGIN IN ROLE gongwen_keeper`);
    await client.query("INSERT INTO gongwen.unit (name, open) VALUES ('市委办公室', true)");
    await client.query('INSERT INTO gongwen.member VALUES ($1, 1)', [user]);
    await client.end();
    const library = new SharedLibrary(address, () => Promise.resolve(''));
    const [unit] = await library.ownUnits();
    if (unit) await library.publish(unit, shippedCorpus(), () => undefined);
    say(
      `${await library.count()} articles on ${address.host}:${address.port}, database ${address.database}, user ${user}, no password`,
    );
    await library.close();
    const served = await serveWorkbench({
      folder: makeSampleFolder().folder,
      extensionDevelopmentPath: root,
      settings: { 'gongwen.shared': address, 'gongwen.library.builtin': false },
      say,
    });
    say(`\nOpen this address in a browser on this machine:\n\n  ${served.url}\n\nCtrl+C ends it.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void served.close());
    await served.ended;
  } finally {
    await server.remove();
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
