import * as vscode from 'vscode';
import { eachLimit } from '../../base/eachLimit';
import type { PlannedArticle } from '../../intake/plan/planImport';
import { deleteQuietly, readText, viaScratchFile } from '../shared/files';
import { removeEmptyFolders } from './emptyFolders';

/** A text to be written as a file of its own. */
export interface NewArticle {
  /** Names of the folders below the target, and of the file without ending; safe on every system. */
  readonly folder: string;
  readonly name: string;
  readonly text: string;
  /** What an import had planned. */
  readonly from?: PlannedArticle;
}

/** A file that an import made. */
export interface WrittenFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Folder of its category; undefined when the file lies in the target itself. */
  readonly categoryFolder?: vscode.Uri;
  /** What an import had planned. */
  readonly from?: PlannedArticle;
}

/** Most files of the same name. */
const mostSuffixes = 1000;
/** Articles written at a time: each takes several answers of a file system that may be far away. */
const concurrency = 8;
/** After so long another window that found a name free before we took it has put its own file there. */
const settleMilliseconds = 100;

/**
 * Writes articles below a folder. Each appears at once, under a name that no file had: 标题, 标题 2, …; one whose text is
 * there already is not written again. When something fails, or it is cancelled, what was written is taken back.
 * @throws what the file system throws, or a `CancellationError`
 */
export async function writeArticles(
  target: vscode.Uri,
  articles: readonly NewArticle[],
  token: vscode.CancellationToken,
  report: (done: number) => void = () => undefined,
): Promise<readonly WrittenFile[]> {
  const written = new Map<NewArticle, WrittenFile>();
  let done = 0;
  const write = async (article: NewArticle): Promise<void> => {
    const file = await writeOne(target, article);
    if (file) written.set(article, file);
    else written.delete(article);
  };
  const writeAll = (some: readonly NewArticle[]): Promise<void> =>
    // Those of one name follow each other, so that their numbers are in order.
    eachLimit(byName(some), concurrency, async (namesakes) => {
      for (const article of namesakes) {
        await write(article);
        report(Math.min(++done, articles.length));
        if (token.isCancellationRequested) throw new vscode.CancellationError();
      }
    });
  try {
    await writeAll(articles);
    for (let fresh = [...written.keys()]; fresh.length > 0;) {
      await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
      fresh = await lostOf(written, fresh);
      await writeAll(fresh);
    }
    return articles.flatMap((article) => written.get(article) ?? []);
  } catch (error) {
    for (const { uri, text } of written.values()) if ((await readText(uri)) === text) await deleteQuietly(uri);
    await removeEmptyFolders(articles.flatMap((article) => categoryFolder(target, article) ?? []));
    throw error;
  }
}

/** Those of the articles in whose place another window has put a file of its own. */
async function lostOf(
  written: ReadonlyMap<NewArticle, WrittenFile>,
  articles: readonly NewArticle[],
): Promise<NewArticle[]> {
  const lost: NewArticle[] = [];
  await eachLimit(articles, concurrency, async (article) => {
    const file = written.get(article);
    if (file && ((await readText(file.uri)) ?? file.text) !== file.text) lost.push(article);
  });
  return lost;
}

/** Articles whose files would have the same name, also where case does not tell names apart. */
function byName(articles: readonly NewArticle[]): Iterable<readonly NewArticle[]> {
  const groups = new Map<string, NewArticle[]>();
  for (const article of articles) {
    const name = `${article.folder}/${article.name}`.toLowerCase();
    const same = groups.get(name);
    if (same) same.push(article);
    else groups.set(name, [article]);
  }
  return groups.values();
}

const categoryFolder = (target: vscode.Uri, { folder }: NewArticle): vscode.Uri | undefined =>
  folder ? vscode.Uri.joinPath(target, folder) : undefined;

async function writeOne(target: vscode.Uri, article: NewArticle): Promise<WrittenFile | undefined> {
  const { name, text, from } = article;
  const folder = categoryFolder(target, article);
  const parent = folder ?? target;
  await vscode.workspace.fs.createDirectory(parent);
  return viaScratchFile(parent, new TextEncoder().encode(text), async (scratch) => {
    for (let number = 1; number <= mostSuffixes; number++) {
      const uri = vscode.Uri.joinPath(parent, `${name}${number > 1 ? ` ${number}` : ''}.md`);
      const present = await readText(uri);
      if (present === undefined && (await moveTo(scratch, uri)))
        return { uri, text, ...(folder && { categoryFolder: folder }), ...(from && { from }) };
      // Another window may have taken the name in between, for the same article.
      if ((present ?? (await readText(uri))) === text) return undefined;
    }
    throw vscode.FileSystemError.FileExists(vscode.Uri.joinPath(parent, `${name}.md`));
  });
}

/** Whether the file could be moved: false when the name is taken. */
async function moveTo(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.rename(from, to, { overwrite: false });
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}
