import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import type { PassageSearch } from '../../search/passageSearch';
import type { MaterialRoom } from '../material';
import { showError, showWarning } from '../shared/messages';
import { articlesOf } from '../tree/nodeArticles';
import { connect, disconnect } from './connectCommand';
import { showHistory } from './historyCommand';
import { publishArticles } from './publishCommand';
import { Server } from './server';
import { SharedDocuments } from './sharedDocuments';
import { SharedPhrases } from './sharedPhrases';
import type { SharedNode } from './sharedTree';
import { SharedTree } from './sharedTree';

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
  const tree = new SharedTree(server);
  const open = async (id: string): Promise<void> => {
    try {
      const article = await (await server.open()).article(id);
      if (article) await reader.open(article);
      else void showWarning(vscode.l10n.t('This article was withdrawn.'));
    } catch (error) {
      void showError(await server.describe(error));
    }
  };
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    tree,
    new SharedDocuments(server),
    registerCommand('gongwen.connectShared', () => connect(server, secrets)),
    registerCommand('gongwen.disconnectShared', () => disconnect(secrets)),
    registerCommand('gongwen.refreshShared', () => server.announce()),
    registerCommand('gongwen.publish', async (node?: unknown, more?: unknown) => {
      await library.load();
      const nodes = Array.isArray(more) && more.length > 0 ? (more as readonly unknown[]) : [node];
      await publishArticles(server, articlesOf(library, nodes).filter(isOwn));
    }),
    registerCommand('gongwen.withdraw', (node?: unknown) =>
      onArticle(node, (id, title) => withdraw(server, id, title)),
    ),
    registerCommand('gongwen.sharedHistory', (node?: unknown) =>
      onArticle(node, (id, title) => showHistory(server, id, title)),
    ),
    // Only rows of the tree call them.
    registerCommand('_gongwen.openShared', () => onArticle(tree.selected, open)),
    registerCommand('_gongwen.showMoreShared', () => tree.showMore()),
  );
}

async function onArticle(node: unknown, act: (id: string, title: string) => Promise<void>): Promise<void> {
  const { kind, article } = (node ?? {}) as Partial<Extract<SharedNode, { kind: 'article' }>>;
  if (kind === 'article' && article) await act(article.id, article.title);
}

async function withdraw(server: Server, id: string, title: string): Promise<void> {
  const yes = vscode.l10n.t('Withdraw');
  const question = vscode.l10n.t('Withdraw “{0}” from the shared library? Its versions are kept there.', title);
  if ((await showWarning(question, [yes], { modal: true })) !== yes) return;
  try {
    await (await server.open()).withdraw(id);
    server.announce();
  } catch (error) {
    void showError(await server.describe(error));
  }
}
