import * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { isOwn } from '../../library/pack';
import type { Reader } from '../material/reader';
import { showError, showWarning } from '../shared/messages';
import { articlesOf } from '../tree/nodeArticles';
import { connect, disconnect } from './connectCommand';
import { showHistory } from './historyCommand';
import { publishArticles } from './publishCommand';
import type { Server } from './server';
import type { SharedNode } from './sharedTree';
import { SharedTree } from './sharedTree';

/** The view of the shared library and what can be done in it; loaded when a server is named, or to name one. */
export class SharedCommands implements vscode.Disposable {
  private readonly tree: SharedTree;

  constructor(
    private readonly parts: {
      readonly server: Server;
      readonly library: Library;
      readonly reader: Reader;
      readonly secrets: vscode.SecretStorage;
    },
  ) {
    this.tree = new SharedTree(parts.server);
  }

  connect(): Promise<void> {
    return connect(this.parts.server, this.parts.secrets);
  }

  disconnect(): Promise<void> {
    return disconnect(this.parts.secrets);
  }

  /** Publishes the writer's own among the articles that are selected. */
  async publish(node: unknown, more: unknown): Promise<void> {
    const { library, server } = this.parts;
    await library.load();
    const nodes = Array.isArray(more) && more.length > 0 ? (more as readonly unknown[]) : [node];
    await publishArticles(server, articlesOf(library, nodes).filter(isOwn));
  }

  async withdraw(node: unknown): Promise<void> {
    const article = articleOf(node);
    if (!article) return;
    const yes = vscode.l10n.t('Withdraw');
    const question = vscode.l10n.t(
      'Withdraw “{0}” from the shared library? Its versions are kept there.',
      article.title,
    );
    if ((await showWarning(question, [yes], { modal: true })) !== yes) return;
    await this.attempt(async (server) => {
      await (await server.open()).withdraw(article.id);
      server.announce();
    });
  }

  async showHistory(node: unknown): Promise<void> {
    const article = articleOf(node);
    if (article) await showHistory(this.parts.server, article.id, article.title);
  }

  /** Opens the article whose row is chosen. */
  async openSelected(): Promise<void> {
    const chosen = articleOf(this.tree.selected);
    if (!chosen) return;
    await this.attempt(async (server) => {
      const article = await (await server.open()).article(chosen.id);
      if (article) await this.parts.reader.open(article);
      else void showWarning(vscode.l10n.t('This article was withdrawn.'));
    });
  }

  showMore(): void {
    this.tree.showMore();
  }

  /** Does something with the server; a fault is told. */
  private async attempt(work: (server: Server) => Promise<void>): Promise<void> {
    const { server } = this.parts;
    try {
      await work(server);
    } catch (error) {
      void showError(await server.describe(error));
    }
  }

  dispose(): void {
    this.tree.dispose();
  }
}

/** The article of a node; undefined for what else commands are called with. */
function articleOf(node: unknown): Extract<SharedNode, { kind: 'article' }>['article'] | undefined {
  const { kind, article } = (node ?? {}) as Partial<Extract<SharedNode, { kind: 'article' }>>;
  return kind === 'article' ? article : undefined;
}
