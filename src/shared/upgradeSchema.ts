import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/**
 * Brings the database to the newest schema: each file `NNN.sql` that it does not have yet, one after the other, each whole or not at all.
 * @param client connected as the owner of the database, who may make roles
 * @param folder of the files
 * @returns the version that the database has now
 */
export async function upgradeSchema(client: pg.ClientBase, folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((name) => /^\d{3}\.sql$/.test(name)).sort();
  let version = await versionOf(client);
  for (const file of files) {
    const number = Number(file.slice(0, 3));
    if (number <= version) continue;
    const sql = await readFile(join(folder, file), 'utf8');
    await client.query('BEGIN');
    try {
      await client.query(sql);
      await client.query('UPDATE gongwen.version SET number = $1', [number]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    version = number;
  }
  return version;
}

/** 0 where there is no library yet. */
async function versionOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('gongwen.version') IS NOT NULL AS there");
  if (!rows[0]?.there) return 0;
  const version = await client.query<{ number: number }>('SELECT number FROM gongwen.version');
  return version.rows[0]?.number ?? 0;
}
