import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { FrontMatter } from '../../library/document';
import { isOwn } from '../../library/pack';
import type { Library } from '../../library/library';
import type { LibrarySources } from '../library/librarySources';
import { askCategory } from '../shared/askCategory';
import { showError, showInformation, showWarning } from '../shared/messages';
import { ArticleFiles } from './articleFiles';
import { articlesOf } from './nodeArticles';
import { hasTrash } from '../shared/files';
import { promptForProperties } from '../shared/promptForProperties';
import type { TreeNode } from './treeNodes';

/** What curation works on. */
export interface CurationParts {
  readonly library: Library;
  readonly sources: LibrarySources;
  /** What is selected in the tree: keys give no argument. */
  readonly selection: () => readonly TreeNode[];
  /** Shows an article in the tree, by its id. */
  readonly reveal: (id: string) => Promise<void>;
  readonly log: vscode.LogOutputChannel;
}

/** Looks after the writer's own articles: from menus and keys of the tree, or with arguments from elsewhere. */
export class Curation {
  private readonly files: ArticleFiles;

  constructor(private readonly parts: CurationParts) {
    this.files = new ArticleFiles(parts.sources);
  }

  /** Gives an article another title, or a category another name. */
  async rename(argument?: unknown, name?: unknown): Promise<void> {
    const [node] = argument === undefined ? this.parts.selection() : [argument as TreeNode];
    if (isCategory(node)) {
      const category = typeof name === 'string' ? name : await askName(vscode.l10n.t('Rename Category'), node.name);
      if (category && category !== node.name) await this.change(await this.own([node]), { category });
      return;
    }
    const [article] = await this.own([node]);
    if (!article) return;
    const title = typeof name === 'string' ? name : await askName(vscode.l10n.t('Rename'), article.title);
    if (title && title !== article.title) await this.change([article], { title });
  }

  /** Moves articles to another category. */
  async move(argument?: unknown, more?: unknown, category?: unknown): Promise<void> {
    const articles = await this.own(this.nodes(argument, more));
    if (articles.length === 0) return;
    const known = [...new Set(this.parts.library.articles.map((article) => article.category))].filter(Boolean);
    const chosen = typeof category === 'string' ? category : await askCategory(known, articles[0]?.category ?? '');
    if (chosen === undefined) return;
    await this.change(
      articles.filter((article) => article.category !== chosen),
      { category: chosen },
    );
  }

  /** Edits tags, source and date, of several articles at once. */
  async editProperties(argument?: unknown, more?: unknown, changes?: unknown): Promise<void> {
    const articles = await this.own(this.nodes(argument, more));
    if (articles.length === 0) return;
    const chosen = isChanges(changes) ? changes : await promptForProperties(articles);
    if (chosen) await this.change(articles, chosen);
  }

  /** Moves the files of articles to the trash, after a question. */
  async delete(argument?: unknown, more?: unknown): Promise<void> {
    const articles = await this.own(this.nodes(argument, more));
    const [first] = articles;
    if (!first) return;
    const recoverable = articles.every(({ id }) => hasTrash(vscode.Uri.parse(id)));
    const remove = recoverable ? vscode.l10n.t('Move to Trash') : vscode.l10n.t('Delete Permanently');
    const question =
      articles.length === 1
        ? vscode.l10n.t('Delete “{0}”?', first.title)
        : vscode.l10n.t('Delete {0} articles?', articles.length);
    const detail = articles.map(({ title }) => title).join('\n');
    const answer = await showWarning(question, [remove], { modal: true, detail });
    if (answer === remove) await this.attempt(() => this.files.delete(articles));
  }

  /** Shows the file of an article where it lies. */
  async reveal(argument?: unknown): Promise<void> {
    const [article] = await this.own(this.nodes(argument, undefined));
    if (!article) return;
    const uri = vscode.Uri.parse(article.id);
    const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    const onThisMachine = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
    if (inWorkspace) await vscode.commands.executeCommand('revealInExplorer', uri);
    else if (onThisMachine && uri.scheme === 'file') await vscode.commands.executeCommand('revealFileInOS', uri);
    else await vscode.window.showTextDocument(uri);
  }

  private nodes(argument: unknown, more: unknown): readonly unknown[] {
    if (Array.isArray(more) && more.length > 0) return more as readonly unknown[];
    return argument === undefined ? this.parts.selection() : [argument];
  }

  /** The writer's own among the articles of nodes; says so where there are only shipped ones. */
  private async own(nodes: readonly unknown[]): Promise<readonly Article[]> {
    await this.parts.library.load();
    const articles = articlesOf(this.parts.library, nodes);
    const own = articles.filter(isOwn);
    if (articles.length > 0 && own.length === 0) {
      void showInformation(
        vscode.l10n.t('What ships with the extension cannot be changed: insert it into a file of your own.'),
      );
    }
    return own;
  }

  private change(articles: readonly Article[], changes: Partial<FrontMatter>): Promise<void> {
    return this.attempt(async () => {
      const places: vscode.Uri[] = [];
      for (const article of articles) places.push(await this.files.change(article, changes));
      const [first] = places;
      if (first) this.parts.reveal(first.toString()).catch((error: unknown) => this.parts.log.warn(String(error)));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The file was not changed: {0}', reason));
    }
  }
}

const isCategory = (node: unknown): node is Extract<TreeNode, { kind: 'category' }> =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'category';

const isChanges = (changes: unknown): changes is Partial<FrontMatter> =>
  typeof changes === 'object' && changes !== null && !Array.isArray(changes);

async function askName(title: string, value: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    value,
    validateInput: (typed) => (typed.trim() ? undefined : vscode.l10n.t('A name is needed.')),
  });
  return name?.trim().replace(/\s+/g, ' ');
}
