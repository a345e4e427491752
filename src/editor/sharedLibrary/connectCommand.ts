import * as vscode from 'vscode';
import type { Address } from '../../shared/connection';
import type { SharedFaultCode } from '../../shared/fault';
import { showError, showInformation } from '../shared/messages';
import { settings, updateSetting } from '../shared/settings';
import type { Server } from './server';
import { secretKey } from './server';

const standardPort = 5432;

/**
 * Asks for the address, user and password of a shared library, tries them, and keeps them when they work: the password in the
 * editor's secret storage, nothing else anywhere else. What does not work is explained and can be corrected.
 */
export async function connect(server: Server, secrets: vscode.SecretStorage): Promise<void> {
  let address = settings.shared();
  for (;;) {
    address = await askAddress(address);
    if (!address) return;
    const password = await ask(vscode.l10n.t('Password of {0}', address.user), '', { password: true });
    if (password === undefined) return;
    const problem = await tryAddress(server, address, password);
    if (problem === undefined) {
      await secrets.store(secretKey(address), password);
      await updateSetting('shared', address);
      return;
    }
    const again = vscode.l10n.t('Correct…');
    const choose = vscode.l10n.t('Choose Certificate…');
    const ways = problem.code === 'certificate' ? [choose, again] : [again];
    const way = await showError(problem.message, ways, { modal: true });
    if (way === undefined) return;
    const authority = way === choose ? await chooseAuthority() : undefined;
    if (authority !== undefined) address = { ...address, authority };
  }
}

/** The file with the certificate of the authority that signed the server's. */
async function chooseAuthority(): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Certificate of the authority (PEM)'),
      filters: { PEM: ['pem', 'crt', 'cer'] },
    })) ?? [];
  return file?.fsPath;
}

/** Forgets the address and the password. */
export async function disconnect(secrets: vscode.SecretStorage): Promise<void> {
  const address = settings.shared();
  if (!address) return;
  await updateSetting('shared', undefined);
  await secrets.delete(secretKey(address));
}

interface Problem {
  readonly code: SharedFaultCode;
  readonly message: string;
}

/** @returns what is wrong; undefined when the library answers */
async function tryAddress(server: Server, address: Address, password: string): Promise<Problem | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Connecting to the shared library');
  return vscode.window.withProgress({ location, title }, async () => {
    try {
      const library = await server.make(address, () => Promise.resolve(password));
      try {
        const articles = await library.count();
        void showInformation(vscode.l10n.t('Connected: {0} article(s) for you.', articles));
        return undefined;
      } finally {
        await library.close();
      }
    } catch (error) {
      return { code: await server.codeOf(error), message: await server.describe(error) };
    }
  });
}

const title = (): string => vscode.l10n.t('Connect to a shared library');

const ask = (
  prompt: string,
  value: string,
  options: { readonly password?: boolean } = {},
): Thenable<string | undefined> =>
  vscode.window.showInputBox({ title: title(), prompt, value, ignoreFocusOut: true, ...options });

/** Reads a host with perhaps a port behind it; a literal of IPv6 stands in brackets then. */
function serverIn(written: string): { readonly host: string; readonly port?: number } {
  const [, host, port] = /^(\[.+\]|[^:]+):(\d+)$/.exec(written.trim()) ?? [];
  return host === undefined ? { host: written.trim() } : { host, port: Number(port) };
}

async function askAddress(before: Address | undefined): Promise<Address | undefined> {
  const shown = before ? `${before.host}${before.port === standardPort ? '' : `:${before.port}`}` : '';
  const written = await ask(vscode.l10n.t('Server, with the port where it is not 5432: db.example.gov.cn:5433'), shown);
  if (!written?.trim()) return undefined;
  const { host, port = standardPort } = serverIn(written);
  const database = await ask(vscode.l10n.t('Database'), before?.database ?? 'gongwen');
  if (!database?.trim()) return undefined;
  const user = await ask(vscode.l10n.t('User'), before?.user ?? '');
  if (!user?.trim()) return undefined;
  const verify = {
    label: vscode.l10n.t('Encrypted, with a trusted certificate'),
    tls: 'verify' as const,
  };
  const off = { label: vscode.l10n.t('Not encrypted: only for a server on this machine'), tls: 'off' as const };
  const items = before?.tls === 'off' ? [off, verify] : [verify, off];
  const chosen = await vscode.window.showQuickPick(items, { title: title(), ignoreFocusOut: true });
  if (!chosen) return undefined;
  return {
    host,
    port,
    database: database.trim(),
    user: user.trim(),
    tls: chosen.tls,
    ...(before?.authority !== undefined && { authority: before.authority }),
  };
}
