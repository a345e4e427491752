import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import type { PassageSearch } from '../../search/passageSearch';
import type { MaterialRoom } from '../material';
import { setContext } from '../shared/contextKeys';
import { Server } from './server';
import { SharedDocuments } from './sharedDocuments';
import { SharedPhrases } from './sharedPhrases';

/** What others need of the shared library. */
export interface SharedRoom {
  /** Its search; undefined while there is none. */
  readonly search: () => PassageSearch | undefined;
  /** An article of it by its id. */
  readonly article: (id: string) => Promise<Article | undefined>;
  /** Its quotes and phrases, as far as they have been fetched. */
  readonly phrases: Pick<SharedPhrases, 'articles' | 'onDidChange'>;
  /** Tells of a fault that came up beside other work. */
  readonly report: (error: unknown) => void;
  readonly onDidChange: vscode.Event<void>;
}

/** Opens the way to the office's library on a server. Nothing is loaded, and nobody is asked, unless the settings name one. */
export function openServer({ subscriptions, secrets }: vscode.ExtensionContext, log: vscode.LogOutputChannel): Server {
  const server = new Server(
    once(() => import('./sharedEngine')),
    secrets,
    log,
  );
  subscriptions.push(server);
  return server;
}

/** What others need of a server. */
export function sharedRoom({ subscriptions }: vscode.ExtensionContext, server: Server): SharedRoom {
  const phrases = new SharedPhrases(server);
  subscriptions.push(phrases);
  return {
    search: () => server.library?.search,
    article: async (id) => (server.isNamed ? (await server.open()).article(id) : undefined),
    phrases,
    report: (error) => void server.report(error),
    onDidChange: server.onDidChange,
  };
}

/** The commands and the view of the shared library. */
export function registerSharedLibrary(
  { subscriptions, secrets }: vscode.ExtensionContext,
  { server, library, reader }: { readonly server: Server; readonly library: Library } & Pick<MaterialRoom, 'reader'>,
): void {
  const commands = once(async () => {
    const { SharedCommands } = await import('./sharedCommands');
    const made = new SharedCommands({ server, library, reader, secrets });
    subscriptions.push(made);
    return made;
  });
  const showTree = async (): Promise<void> => {
    if (server.isNamed) await commands();
    setContext('gongwen.hasShared', server.isNamed);
  };
  void showTree();
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    new SharedDocuments(server),
    server.onDidChange(() => void showTree()),
    registerCommand('gongwen.connectShared', async () => (await commands()).connect()),
    registerCommand('gongwen.disconnectShared', async () => (await commands()).disconnect()),
    registerCommand('gongwen.refreshShared', () => server.announce()),
    registerCommand('gongwen.publish', async (node?: unknown, more?: unknown) =>
      (await commands()).publish(node, more),
    ),
    registerCommand('gongwen.withdraw', async (node?: unknown) => (await commands()).withdraw(node)),
    registerCommand('gongwen.sharedHistory', async (node?: unknown) => (await commands()).showHistory(node)),
    // Only rows of the tree call them.
    registerCommand('_gongwen.openShared', async () => (await commands()).openSelected()),
    registerCommand('_gongwen.showMoreShared', async () => (await commands()).showMore()),
  );
}
