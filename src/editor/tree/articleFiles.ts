import * as vscode from 'vscode';
import { baseName, fileName } from '../../base/fileName';
import type { Article } from '../../library/article';
import type { FrontMatter } from '../../library/document';
import type { LibrarySources } from '../library/librarySources';
import { closeTabs } from '../material/readerTabs';
import { editFile } from '../shared/editFile';
import { exists, hasTrash, parentOf } from '../shared/files';

/** Most files of the same name. */
const mostSuffixes = 1000;

/** Changes the writer's own article files: their front matter, names and folders. */
export class ArticleFiles {
  constructor(private readonly sources: LibrarySources) {}

  /**
   * Writes values into an article's front matter; a new title also names the file, and a new category moves it into the folder
   * of that category (see `folderFor`). No other file is ever overwritten.
   * @returns where the file is then
   * @throws when the file cannot be read or written, or its front matter cannot be read; nothing is changed then
   */
  async change(article: Article, changes: Partial<FrontMatter>): Promise<vscode.Uri> {
    const uri = vscode.Uri.parse(article.id);
    await editFile(uri, await edited(article, changes));
    const target = await this.placeFor(article, changes);
    if (!target) {
      await this.sources.announce([uri]);
      return uri;
    }
    await vscode.workspace.fs.createDirectory(parentOf(target));
    // By a workspace edit: open editors follow.
    const move = new vscode.WorkspaceEdit();
    move.renameFile(uri, target, { overwrite: false });
    if (!(await vscode.workspace.applyEdit(move))) throw vscode.FileSystemError.NoPermissions(target);
    await removeIfEmpty(parentOf(uri), this.sources.rootOf(uri));
    await this.sources.announce([uri], { deleted: true });
    await this.sources.announce([target]);
    return target;
  }

  /** Moves the file to the trash; deletes it for good where the file system has none. @throws what the file system throws */
  async delete({ id }: Article): Promise<void> {
    const uri = vscode.Uri.parse(id);
    await vscode.workspace.fs.delete(uri, { useTrash: hasTrash(uri) });
    await this.sources.announce([uri], { deleted: true });
    await closeTabs(uri);
  }

  /** Where the file belongs after the changes; undefined where it is already. */
  private async placeFor(article: Article, { title, category }: Partial<FrontMatter>): Promise<vscode.Uri | undefined> {
    const uri = vscode.Uri.parse(article.id);
    const root = this.sources.rootOf(uri);
    if (!root) return undefined;
    const ending = /\.[^.]*$/.exec(uri.path)?.[0] ?? '';
    const folder =
      category === undefined || category === article.category ? parentOf(uri) : folderFor(article, category, root);
    const stem = title === undefined ? baseName(uri.path).slice(0, -ending.length) : fileName(title);
    for (let number = 1; number <= mostSuffixes; number++) {
      const target = vscode.Uri.joinPath(folder, `${stem}${number > 1 ? ` ${number}` : ''}${ending}`);
      if (target.toString() === uri.toString()) return undefined;
      if (!(await exists(target))) return target;
    }
    throw vscode.FileSystemError.FileExists(vscode.Uri.joinPath(folder, stem + ending));
  }
}

/**
 * Where an article lies in another category: in the folder of that, and there in the same folders below it as before. Where the
 * writer's folders are none of categories, but of years for example, it stays: its front matter says the category.
 */
function folderFor(article: Article, category: string, root: vscode.Uri): vscode.Uri {
  // Without front matter for it the first folder names a category.
  if (!category) return root;
  const now = parentOf(vscode.Uri.parse(article.id));
  const [first, ...below] = now.path.slice(root.path.length).split('/').filter(Boolean);
  if (first !== undefined && first !== fileName(article.category)) return now;
  return vscode.Uri.joinPath(root, fileName(category), ...below);
}

/** The change of a whole file's text. A heading that says the title says the new one, too. */
async function edited(article: Article, changes: Partial<FrontMatter>): Promise<(text: string) => string> {
  const { editFrontMatter } = await import('../../library/parseArticle');
  return (text) => {
    const renamed = changes.title;
    const withHeading =
      renamed === undefined
        ? text
        : text.replace(/^(#{1,6}[ \t]+)(\S.*)$/m, (line, marks: string, heading: string) =>
            heading.trimEnd() === article.title ? marks + renamed + heading.slice(article.title.length) : line,
          );
    return editFrontMatter(withHeading, changes);
  };
}

/** Folders go with their last file; the root stays. */
async function removeIfEmpty(folder: vscode.Uri, root: vscode.Uri | undefined): Promise<void> {
  if (!root) return;
  try {
    for (let empty = folder; empty.path !== root.path; empty = parentOf(empty)) {
      if ((await vscode.workspace.fs.readDirectory(empty)).length > 0) return;
      await vscode.workspace.fs.delete(empty);
    }
  } catch {
    // Somebody else removed it.
  }
}
