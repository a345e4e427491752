import pg from 'pg';
import { faultOf, SharedFault } from './fault';

/** How a shared library is reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** `verify`: only a server whose certificate is trusted; `off`: without encryption, for a server on the same machine. */
  readonly tls: 'verify' | 'off';
  /** Certificate of the authority that signed the server's, in PEM; the system's authorities where there is none. */
  readonly authority?: string | undefined;
}

/** The newest schema that this code knows. */
const schemaVersion = 3;

const connectMilliseconds = 5000;
/** A statement that a person waits for. */
const statementMilliseconds = 5000;
/** How much longer than a statement may take its answer is waited for, where the server hangs or the network is gone. */
const silenceMilliseconds = 2000;
/** Publishing a batch. */
const longStatementMilliseconds = 120_000;
const mostConnections = 4;
const idleMilliseconds = 60_000;

/** One row of a result. */
export type Row = Readonly<Record<string, unknown>>;

/** Connections to a shared library, made when they are needed. Values go in as parameters, never into the text of a statement. */
export class Connection {
  private readonly pool: pg.Pool;
  private readonly address: Address;
  private checked: Promise<void> | undefined;

  constructor(address: Address, password: () => Promise<string | undefined>) {
    const { host, port, database, user, tls, authority } = address;
    this.address = address;
    this.pool = new pg.Pool({
      // A literal of IPv6 is written in brackets beside a port.
      host: host.replace(/^\[(.*)\]$/, '$1'),
      port,
      database,
      user,
      password: async () => (await password()) ?? '',
      ssl: tls === 'verify' && { rejectUnauthorized: true, ...(authority !== undefined && { ca: authority }) },
      max: mostConnections,
      connectionTimeoutMillis: connectMilliseconds,
      idleTimeoutMillis: idleMilliseconds,
      allowExitOnIdle: true,
      application_name: 'gongwen-library',
      statement_timeout: statementMilliseconds,
      query_timeout: longStatementMilliseconds + silenceMilliseconds,
      keepAlive: true,
    });
    // A connection that breaks while idle is replaced when the next is asked for.
    this.pool.on('error', () => undefined);
    // One that breaks while it is in use fails its statement; nobody else has to know.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Runs a statement.
   * @throws SharedFault
   */
  async query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    await this.check();
    return this.run(text, values);
  }

  /** Runs a statement that may take long, such as publishing a batch. It takes effect whole or not at all. */
  async long(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    await this.check();
    const client = await this.pool.connect().catch((error: unknown) => {
      throw faultOf(error);
    });
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL statement_timeout = ${longStatementMilliseconds}`);
      const { rows } = await client.query<Row>(text, values.map(storable));
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        (failure: Error) => failure,
      );
      throw faultOf(error);
    } finally {
      client.release(broken);
    }
  }

  /** Whether the database holds a library that this code can read; asked once. */
  private check(): Promise<void> {
    return (this.checked ??= this.readVersion().catch((error: unknown) => {
      this.checked = undefined;
      throw error;
    }));
  }

  private async readVersion(): Promise<void> {
    const { host, port, tls } = this.address;
    // The driver would never come back.
    if (!isPort(port)) throw new SharedFault('away', `no port ${port}`);
    if (tls === 'off' && !isHere(host)) throw new SharedFault('plain', `no encryption to ${host}`);
    const [row] = await this.run('SELECT number FROM gongwen.version', []);
    const number = Number(row?.number);
    if (number > schemaVersion) throw new SharedFault('newer', `schema ${number}, known ${schemaVersion}`);
    if (number < schemaVersion) throw new SharedFault('older', `schema ${number}, needed ${schemaVersion}`);
  }

  private async run(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      const { rows } = await this.pool.query<Row>(statement(text, values));
      return rows;
    } catch (error) {
      throw faultOf(error);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 2 ** 16;

/** Whether a host is this machine. */
const isHere = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|\/.*)$/i.test(host);

/** A text as PostgreSQL takes it, which knows no zero character: what is stored is without them, so what is asked for is, too. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  return Array.isArray(value) && typeof value[0] === 'string' ? value.map(storable) : value;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `gongwen ${names.size}`;
  names.set(text, name);
  return name;
}

/** A statement whose answer is not waited for longer than it may take. */
const statement = (text: string, values: readonly unknown[]): pg.QueryConfig & { readonly query_timeout: number } => ({
  // Prepared once a connection: planning would cost more than most answers.
  name: nameOf(text),
  text,
  values: values.map(storable),
  query_timeout: statementMilliseconds + silenceMilliseconds,
});
