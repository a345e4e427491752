import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SharedLibrary } from '../../src/shared/sharedLibrary';
import { isFault, startShared } from './sharedFixtures';

interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** An authority and what it signs; made for each run, so that no key lies in the repository. */
class Authority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-certificates-'));
  readonly certificate: string;

  constructor(name: string) {
    this.openssl(
      'req',
      '-x509',
      ...this.newKey('authority'),
      '-days',
      '30',
      '-subj',
      `/CN=${name}`,
      '-out',
      'authority.pem',
    );
    this.certificate = this.read('authority.pem');
  }

  sign(address: string, days: number): Certificate {
    this.openssl('req', ...this.newKey('server'), '-subj', '/CN=server', '-out', 'server.csr');
    writeFileSync(join(this.folder, 'server.ext'), `subjectAltName=${address}\n`);
    const signer = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'];
    this.openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      ...signer,
      '-days',
      String(days),
      '-extfile',
      'server.ext',
      '-out',
      'server.pem',
    );
    return { certificate: this.read('server.pem'), key: this.read('server.key') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly newKey = (name: string): string[] => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`];
  private readonly read = (name: string): string => readFileSync(join(this.folder, name), 'utf8');
  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
  }
}

describe('encrypted connection to a shared library', () => {
  let authority: Authority;
  let other: Authority;

  before(function () {
    try {
      [authority, other] = [new Authority('office'), new Authority('other')];
    } catch (error) {
      console.log(`SKIPPED: openssl makes no certificates here: ${String(error)}`);
      this.skip();
    }
  });
  after(() => [authority, other].forEach((one) => (one as Authority | undefined)?.remove()));

  const cases: readonly (readonly [
    string,
    () => Certificate,
    (trusted: Certificate) => string | undefined,
    boolean,
  ])[] = [
    [
      'is made where the authority is trusted',
      () => authority.sign('IP:127.0.0.1', 30),
      () => authority.certificate,
      true,
    ],
    [
      'is refused where the system does not know the authority',
      () => authority.sign('IP:127.0.0.1', 30),
      () => undefined,
      false,
    ],
    [
      'is refused where another authority signed',
      () => other.sign('IP:127.0.0.1', 30),
      () => authority.certificate,
      false,
    ],
    [
      'is refused where the certificate is another server’s',
      () => authority.sign('DNS:elsewhere.example', 30),
      () => authority.certificate,
      false,
    ],
    [
      'is refused where the certificate is out of date',
      () => authority.sign('IP:127.0.0.1', -1),
      () => authority.certificate,
      false,
    ],
  ];
  for (const [name, sign, trusted, connects] of cases) {
    it(name, async function () {
      const certificate = sign();
      const server = await startShared(this, { certificate });
      const address = { ...server.address('reader'), tls: 'verify' as const, authority: trusted(certificate) };
      const library = new SharedLibrary(address, () => Promise.resolve('reader'));
      try {
        if (connects) assert.equal(await library.count(), 0);
        else await assert.rejects(library.count(), isFault('certificate'));
      } finally {
        await library.close();
        await server.end();
      }
    });
  }

  it('is the only one to another machine', async () => {
    const address = {
      host: 'db.example.invalid',
      port: 5432,
      database: 'gongwen',
      user: 'reader',
      tls: 'off' as const,
    };
    const library = new SharedLibrary(address, () => Promise.reject(new Error('the password was asked for')));
    await assert.rejects(library.count(), isFault('plain'));
    await library.close();
  });
});
