import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { FrontMatter } from '../../library/document';
import { isOwn } from '../../library/pack';
import type { Library } from '../../library/library';
import type { LibrarySources } from '../library/librarySources';
import { askCategory } from '../shared/askCategory';
import { showError, showInformation, showWarning } from '../shared/messages';
import { ArticleFiles } from './articleFiles';
import { articlesOf, isFavorite, isWhole } from './nodeArticles';
import { hasTrash } from '../shared/files';
import { promptForProperties } from '../shared/promptForProperties';
import { lineText } from '../shared/shownText';
import type { UsedMaterial } from '../material/usedMaterial';
import { referenceTo } from '../material/material';
import type { TreeNode } from './treeNodes';

/** Titles that a question lists. */
const mostTitles = 10;

/** What curation works on. */
export interface CurationParts {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly used: UsedMaterial;
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
      if ((await this.own([node])).length === 0) return;
      // All of the category, also those that a filter hides.
      const all = this.parts.library.articles.filter((one) => one.category === node.name);
      const own = all.filter(isOwn);
      const stay =
        own.length < all.length ? vscode.l10n.t('Your own articles go into it; what ships stays as it is.') : '';
      const category =
        typeof name === 'string' ? name : await askName(vscode.l10n.t('Rename Category'), node.name, stay);
      if (category && category !== node.name) await this.change(own, { category });
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

  /** Moves what was dragged to a category; asks where that is more than one article, as a hand may slip. */
  async drop(nodes: readonly TreeNode[], category: string): Promise<void> {
    const articles = (await this.own(nodes.filter(isWhole))).filter((article) => article.category !== category);
    if (articles.length > 1) {
      const move = vscode.l10n.t('Move');
      const name = category || vscode.l10n.t('Uncategorised');
      const question = vscode.l10n.t('Move {0} articles to “{1}”?', articles.length, name);
      if ((await showWarning(question, [move], { modal: true, detail: titlesOf(articles) })) !== move) return;
    }
    await this.change(articles, { category });
  }

  /** Edits tags, source and date, of several articles at once. */
  async editProperties(argument?: unknown, more?: unknown, changes?: unknown): Promise<void> {
    const articles = await this.own(this.nodes(argument, more));
    if (articles.length === 0) return;
    const chosen = isChanges(changes) ? changes : await promptForProperties(articles);
    if (chosen) await this.change(articles, chosen);
  }

  /** Moves the files of articles to the trash, after a question; favourites are no longer such, and their articles stay. */
  async delete(argument?: unknown, more?: unknown): Promise<void> {
    const nodes = this.nodes(argument, more);
    const favorites = nodes.filter(isFavorite);
    for (const { material } of favorites) await this.parts.used.toggleFavorite(referenceTo(material));
    const articles = await this.own(nodes.filter(isWhole));
    const [first] = articles;
    if (!first) {
      if (favorites.length < nodes.filter((node) => !isWhole(node)).length) {
        void showInformation(
          vscode.l10n.t('To delete an article, select the article itself. Part of one is deleted in its file.'),
        );
      }
      return;
    }
    const recoverable = articles.every(({ id }) => hasTrash(vscode.Uri.parse(id)));
    const remove = recoverable ? vscode.l10n.t('Move to Trash') : vscode.l10n.t('Delete Permanently');
    const question =
      articles.length === 1
        ? vscode.l10n.t('Delete “{0}”?', first.title)
        : vscode.l10n.t('Delete {0} articles?', articles.length);
    const detail = articles.length === 1 ? '' : titlesOf(articles);
    const answer = await showWarning(question, [remove], { modal: true, detail });
    if (answer === remove) await this.each(articles, (article) => this.files.delete(article));
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

  private async change(articles: readonly Article[], changes: Partial<FrontMatter>): Promise<void> {
    const [first] = await this.each(articles, (article) => this.files.change(article, changes));
    if (first)
      this.parts.reveal(first.toString()).catch((error: unknown) => this.parts.log.warn(lineText(String(error))));
  }

  /** Does something with the file of each article; one that fails is named, and costs the others nothing. */
  private async each<T>(articles: readonly Article[], work: (article: Article) => Promise<T>): Promise<readonly T[]> {
    const done: T[] = [];
    const failed: { readonly title: string; readonly reason: string }[] = [];
    for (const article of articles) {
      try {
        done.push(await work(article));
      } catch (error) {
        this.parts.log.error(lineText(String(error)));
        failed.push({ title: article.title, reason: reasonOf(error) });
      }
    }
    const [one, ...others] = failed;
    if (one) {
      void showError(
        others.length === 0
          ? vscode.l10n.t('The file of “{0}” was not changed: {1}', one.title, one.reason)
          : vscode.l10n.t(
              'The files of “{0}” and {1} more were not changed: {2}',
              one.title,
              others.length,
              one.reason,
            ),
      );
    }
    return done;
  }
}

/** What an error says, without the lines of a file that a parser shows below. */
function reasonOf(error: unknown): string {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return reason.replace(/:$/, '');
}

/** A title a line, of many the first. */
function titlesOf(articles: readonly Article[]): string {
  const titles = articles.map(({ title }) => title);
  const rest = titles.length - mostTitles;
  return rest <= 1
    ? titles.join('\n')
    : [...titles.slice(0, mostTitles), vscode.l10n.t('and {0} more', rest)].join('\n');
}

const isCategory = (node: unknown): node is Extract<TreeNode, { kind: 'category' }> =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'category';

const isChanges = (changes: unknown): changes is Partial<FrontMatter> =>
  typeof changes === 'object' && changes !== null && !Array.isArray(changes);

async function askName(title: string, value: string, prompt = ''): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    value,
    prompt,
    validateInput: (typed) => (typed.trim() ? undefined : vscode.l10n.t('A name is needed.')),
  });
  return name?.trim().replace(/\s+/g, ' ');
}
