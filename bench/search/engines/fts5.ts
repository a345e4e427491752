import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine';

/** As far as it is used here; the typings of our Node.js do not know it yet. */
interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): unknown[] };
  close(): void;
}

const { DatabaseSync } = createRequire(__filename)('node:sqlite') as { DatabaseSync: new (file: string) => Database };

/** SQLite FTS5 with trigrams, any of which will do, ranked by its BM25; what is shorter than a trigram is found with LIKE. */
export function createEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-fts5-'));
  const database = new DatabaseSync(join(folder, 'index.db'));
  database.exec("PRAGMA journal_mode = OFF; CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'trigram')");
  const matching = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
  const ids = (rows: readonly unknown[]): number[] => rows.map((row) => Number((row as { rowid: number }).rowid) - 1);
  return {
    build: (_, texts) => {
      const insert = database.prepare('INSERT INTO passages(rowid, text) VALUES (?, ?)');
      database.exec('BEGIN');
      for (const { id, text } of texts) insert.run(id + 1, text);
      database.exec('COMMIT');
      return Promise.resolve();
    },
    search: (query, limit) => {
      const words = query.split(/\s+/).filter(Boolean);
      const trigrams = words.flatMap((word) =>
        Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3)),
      );
      if (words.every(({ length }) => length > 2)) {
        const any = trigrams.map((part) => `"${part.replaceAll('"', '""')}"`).join(' OR ');
        return Promise.resolve(ids(matching.all(any, limit)));
      }
      const like = database.prepare(
        `SELECT rowid FROM passages WHERE ${words.map(() => 'text LIKE ?').join(' AND ')} LIMIT ?`,
      );
      return Promise.resolve(ids(like.all(...words.map((word) => `%${word}%`), limit)));
    },
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
