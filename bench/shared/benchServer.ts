import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres, owner, startPostgres } from '../../scripts/support/postgresServer';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import { upgradeSchema } from '../../src/shared/upgradeSchema';

/** A shared library on a server of this machine, with one office that one user writes for and another reads. */
export interface BenchServer {
  readonly bin: string;
  readonly unit: { readonly id: number; readonly name: string };
  readonly open: (user: 'reader' | 'writer') => SharedLibrary;
  readonly asOwner: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** What a keeper would set on a machine of this size; commits reach the disk as ever. */
const settings = {
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  maintenance_work_mem: '256MB',
  work_mem: '16MB',
  max_wal_size: '4GB',
  max_connections: 260,
  random_page_cost: 1.1,
};

/** @param keep a folder whose data stay, so that a large library can be loaded in several runs */
export async function startBenchServer(keep: string | undefined): Promise<BenchServer> {
  const bin = await findPostgres(console.log);
  if (bin === undefined) throw new Error('No PostgreSQL server can be had.');
  const isNew = keep === undefined || !existsSync(join(keep, 'data'));
  const server = await startPostgres(bin, { settings, keep });
  const address = { host: '127.0.0.1', port: server.port, database: 'postgres', tls: 'off' as const };
  const asOwner = async (statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const client = new pg.Client({ ...address, ...owner, ssl: false });
    await client.connect();
    try {
      return (await client.query<Readonly<Record<string, unknown>>>(statement)).rows;
    } finally {
      await client.end();
    }
  };
  if (isNew) {
    const client = new pg.Client({ ...address, ...owner, ssl: false });
    await client.connect();
    await upgradeSchema(client, 'src/shared/schema');
    await client.query(`
      INSERT INTO gongwen.unit (name) VALUES ('办公室');
      CREATE ROLE writer LOGIN PASSWORD 'writer' IN ROLE gongwen_contributor;
      CREATE ROLE reader LOGIN PASSWORD 'reader' IN ROLE gongwen_reader;
      INSERT INTO gongwen.member VALUES ('writer', 1), ('reader', 1);`);
    await client.end();
  }
  return {
    ...server,
    bin,
    unit: { id: 1, name: '办公室' },
    open: (user) => new SharedLibrary({ ...address, user }, () => Promise.resolve(user)),
    asOwner,
  };
}
