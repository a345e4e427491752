import assert from 'node:assert/strict';
import pg from 'pg';
import { parseArticle } from '../../src/library/parseArticle';
import type { Article } from '../../src/library/article';
import type { Address } from '../../src/shared/connection';
import type { SharedFault, SharedFaultCode } from '../../src/shared/fault';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import { upgradeSchema } from '../../src/shared/upgradeSchema';
import { findPostgres, owner, startPostgres } from '../../scripts/support/postgresServer';

export const schemaFolder = 'src/shared/schema';

/** The offices and who belongs to them; 市委办 has an open library beside its own. */
const setUp = `
  INSERT INTO gongwen.unit (name, open) VALUES ('市委办', false), ('市政府办', false), ('公共', true);
  CREATE ROLE writer LOGIN PASSWORD 'writer' IN ROLE gongwen_contributor;
  CREATE ROLE reader LOGIN PASSWORD 'reader' IN ROLE gongwen_reader;
  CREATE ROLE other LOGIN PASSWORD 'other' IN ROLE gongwen_contributor;
  CREATE ROLE stranger LOGIN PASSWORD 'stranger';
  INSERT INTO gongwen.member VALUES ('writer', 1), ('writer', 3), ('reader', 1), ('other', 2);`;

/**
 * A server with an empty shared library, and users of each kind whose password is their name.
 * @param context of the hook that asks: its tests are skipped where no server can be had
 */
export async function startShared(
  context: Mocha.Context,
  options: Parameters<typeof startPostgres>[1] = {},
): Promise<SharedServer> {
  const bin = await findPostgres(console.log);
  if (bin === undefined) {
    console.log(
      'SKIPPED: no PostgreSQL server can be had. Install one, or let GONGWEN_POSTGRES name the folder of its programs.',
    );
    return context.skip();
  }
  const server = await startPostgres(bin, options);
  const address = (user: string): Address => ({
    host: '127.0.0.1',
    port: server.port,
    database: 'postgres',
    user,
    tls: 'off',
  });
  const asOwner = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ ...address(owner.user), password: owner.password, ssl: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  };
  await asOwner(async (client) => {
    await upgradeSchema(client, schemaFolder);
    await client.query(setUp);
  });
  const opened: SharedLibrary[] = [];
  return {
    ...server,
    address,
    asOwner,
    open: (user, password = user) => {
      const library = new SharedLibrary(address(user), () => Promise.resolve(password));
      opened.push(library);
      return library;
    },
    end: async () => {
      await Promise.all(opened.map((library) => library.close()));
      await server.remove();
    },
  };
}

export interface SharedServer {
  readonly port: number;
  readonly address: (user: string) => Address;
  readonly asOwner: <T>(run: (client: pg.Client) => Promise<T>) => Promise<T>;
  readonly open: (user: string, password?: string) => SharedLibrary;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Expects a fault of one of these kinds. */
export const isFault =
  (...codes: readonly SharedFaultCode[]) =>
  (error: unknown): true => {
    const { code } = error as SharedFault;
    assert.ok(codes.includes(code), `${code}: ${String(error)}`);
    return true;
  };

/** An article of the category 讲话致辞. */
export function article(title: string, body: string, date = '2026-03-01'): Article {
  const text = `---\ntitle: ${title}\ndate: ${date}\ntags: [测试]\nsource: 市委办\n---\n\n${body}\n`;
  return parseArticle({ uri: `file:///${title}.md`, path: `讲话致辞/${title}.md`, origin: 'personal' }, text).article;
}

export const units = {
  ownOffice: { id: 1, name: '市委办' },
  otherOffice: { id: 2, name: '市政府办' },
  open: { id: 3, name: '公共' },
} as const;
