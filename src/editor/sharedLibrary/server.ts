import * as vscode from 'vscode';
import type { Address } from '../../shared/connection';
import type { SharedFaultCode } from '../../shared/fault';
import type { SharedLibrary } from '../../shared/sharedLibrary';
import { showWarning } from '../shared/messages';
import { onDidChangeSettings, settings } from '../shared/settings';
import { describeFault } from './describeFault';
import type * as engineModule from './sharedEngine';
import { lineText } from '../shared/shownText';

/** The same fault is told once in so many milliseconds. */
const quietMilliseconds = 10 * 60_000;

/** Where the password for an address is kept. */
export const secretKey = ({ user, host, port, database }: Address): string =>
  `gongwen.shared ${user}@${host}:${port}/${database}`;

/** A fault whose message is a sentence for people already. */
class ToldFault extends Error {}

/** @throws ToldFault */
async function readAuthority(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
  } catch {
    throw new ToldFault(vscode.l10n.t('The certificate “{0}” cannot be read: choose it again when you connect.', path));
  }
}

/** The shared library that the settings name, opened when it is first asked for. */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After another library, or none, took its place, and after what it holds was changed from here. */
  readonly onDidChange = this.changed.event;
  private opened: Promise<SharedLibrary> | undefined;
  private current: SharedLibrary | undefined;
  private readonly told = new Map<string, number>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly engine: () => Promise<typeof engineModule>,
    private readonly secrets: vscode.SecretStorage,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      this.changed,
      onDidChangeSettings(['shared'], () => this.reopen()),
      secrets.onDidChange(({ key }) => key.startsWith('gongwen.shared ') && this.reopen()),
    ];
  }

  get isNamed(): boolean {
    return settings.shared() !== undefined;
  }

  /** The library if it is open already; else it is opened for the next time. */
  get library(): SharedLibrary | undefined {
    if (this.isNamed && !this.opened) this.open().catch((error: unknown) => void this.report(error));
    return this.current;
  }

  /** @throws SharedFault, or an Error in a browser or where the settings name none */
  async open(): Promise<SharedLibrary> {
    const address = settings.shared();
    if (!address) throw new Error('no shared library is named');
    if (this.opened) return this.opened;
    const opened = this.make(address, async () => this.secrets.get(secretKey(address)));
    this.opened = opened;
    try {
      const library = await opened;
      // The settings may name another by now.
      if (this.opened === opened && this.current !== library) {
        this.current = library;
        this.changed.fire();
      }
      return library;
    } catch (error) {
      // What is wrong may be right the next time.
      if (this.opened === opened) this.opened = undefined;
      throw error;
    }
  }

  /** A library that is not kept, to try an address. */
  async make(address: Address, password: () => Promise<string | undefined>): Promise<SharedLibrary> {
    const { SharedLibrary } = (await this.engine()) as Partial<typeof engineModule>;
    if (!SharedLibrary)
      throw new ToldFault(vscode.l10n.t('In a browser no shared library can be reached: use the desktop.'));
    const authority = address.authority && (await readAuthority(address.authority));
    return new SharedLibrary({ ...address, authority }, password);
  }

  /** What is wrong, in a sentence; details go to the log. */
  async describe(error: unknown): Promise<string> {
    this.log.warn(lineText(error instanceof Error ? error.message : String(error)));
    return error instanceof ToldFault ? error.message : describeFault(vscode.l10n.t, await this.codeOf(error));
  }

  async codeOf(error: unknown): Promise<SharedFaultCode> {
    const { faultOf } = (await this.engine()) as Partial<typeof engineModule>;
    return faultOf?.(error).code ?? 'other';
  }

  /** Tells of a fault that came up beside other work: once, not at every key. */
  async report(error: unknown): Promise<void> {
    const message = await this.describe(error);
    const now = Date.now();
    if (now - (this.told.get(message) ?? -Infinity) < quietMilliseconds) return;
    this.told.set(message, now);
    void showWarning(message);
  }

  /** Says that what the library holds was changed. */
  announce(): void {
    this.changed.fire();
  }

  private reopen(): void {
    const old = this.current;
    this.current = undefined;
    this.opened = undefined;
    this.told.clear();
    void old?.close();
    this.changed.fire();
  }

  dispose(): void {
    void this.current?.close();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
