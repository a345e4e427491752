import * as vscode from 'vscode';
import type { BorrowedIndex } from '../../draft/checks/borrowedIndex';
import { isOfficialDraft } from '../../draft/isOfficialDraft';
import { decodeText } from '../../text/decodeText';

const pattern = '**/*.{md,txt}';
const excluded = '**/{node_modules,.git}/**';
/** More files are not read: what a whole office has written belongs into the library. */
const mostFiles = 1000;
const largestFile = 1024 * 1024;

/** What keeps texts by an id. */
type TextIndex = Pick<BorrowedIndex, 'add' | 'remove'>;

/** Keeps the Chinese prose of the workspace's files in an index: read once, and followed from then on. */
export class WorkspaceDrafts implements vscode.Disposable {
  private index: TextIndex | undefined;
  private watcher: vscode.FileSystemWatcher | undefined;
  private readonly ids = new Set<string>();

  /** @param isArticle whether a file belongs to the library, which is indexed by itself */
  constructor(private readonly isArticle: (id: string) => boolean) {}

  /** Adds all files to an index; resolves when that is done. */
  async keepIn(index: TextIndex): Promise<void> {
    this.index = index;
    this.watcher ??= this.watch();
    for (const uri of await vscode.workspace.findFiles(pattern, excluded, mostFiles)) await this.read(uri);
  }

  /** Takes all files out of the index. */
  forget(): void {
    for (const id of this.ids) this.remove(id);
    this.watcher?.dispose();
    this.watcher = undefined;
    this.index = undefined;
  }

  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate((uri) => void this.read(uri));
    watcher.onDidChange((uri) => void this.read(uri));
    watcher.onDidDelete((uri) => this.remove(uri.toString()));
    return watcher;
  }

  private async read(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    if (this.isArticle(id)) return;
    const text = await draftIn(uri);
    if (text === undefined) {
      this.remove(id);
      return;
    }
    this.ids.add(id);
    this.index?.add(id, text);
  }

  private remove(id: string): void {
    if (this.ids.delete(id) && !this.isArticle(id)) this.index?.remove(id);
  }

  dispose(): void {
    this.watcher?.dispose();
  }
}

/** The text of a file that is Chinese prose; undefined for all others, and for what cannot be read. */
async function draftIn(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestFile) return undefined;
    const text = decodeText(await vscode.workspace.fs.readFile(uri))?.text;
    return text !== undefined && isOfficialDraft(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
