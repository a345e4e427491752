import * as vscode from 'vscode';
import { finish } from '../../base/slices';
import { checksumOf } from '../../base/checksum';
import type { BorrowedIndex } from '../../draft/checks/borrowedIndex';
import { isOfficialDraft } from '../../draft/isOfficialDraft';
import type { Library } from '../../library/library';
import { decodeText } from '../../text/decodeText';

const pattern = '**/*.{md,txt}';
const excluded = '**/{node_modules,.git}/**';
/** More files are not read: what a whole office has written belongs into the library. */
const mostFiles = 1000;
const largestFile = 1024 * 1024;

/** What keeps texts by an id. */
type TextIndex = Pick<BorrowedIndex, 'add' | 'remove'>;

/**
 * Keeps the Chinese prose of the workspace's files in indexes: read once for each, and followed from then on by one watcher.
 * Articles of the library, which is indexed by itself, are left out.
 */
export class WorkspaceDrafts implements vscode.Disposable {
  private readonly indexes = new Set<TextIndex>();
  private watcher: vscode.FileSystemWatcher | undefined;
  /** By id: checksum of the file. */
  private readonly files = new Map<string, string>();

  constructor(private readonly library: Library) {}

  /** Adds all files to an index; resolves when that is done. The library has to be loaded. */
  async keepIn(index: TextIndex): Promise<void> {
    this.indexes.add(index);
    this.watcher ??= this.watch();
    for (const uri of await vscode.workspace.findFiles(pattern, excluded, mostFiles)) await this.read(uri, [index]);
  }

  /** Takes all files out of an index, and adds no more. */
  forget(index: TextIndex): void {
    this.indexes.delete(index);
    for (const id of this.files.keys()) index.remove(id);
  }

  /** Checksum of a file that is kept, as it was read last. */
  checksum(id: string): string | undefined {
    return this.files.get(id);
  }

  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate((uri) => void this.read(uri));
    watcher.onDidChange((uri) => void this.read(uri));
    watcher.onDidDelete((uri) => this.remove(uri.toString()));
    return watcher;
  }

  private async read(uri: vscode.Uri, indexes: Iterable<TextIndex> = this.indexes): Promise<void> {
    const id = uri.toString();
    if (this.isArticle(id)) return;
    const draft = await draftIn(uri);
    if (!draft) {
      this.remove(id);
      return;
    }
    this.files.set(id, draft.checksum);
    for (const index of indexes) if (this.indexes.has(index)) index.add(id, draft.text);
  }

  private remove(id: string): void {
    if (this.files.delete(id) && !this.isArticle(id)) for (const index of this.indexes) index.remove(id);
  }

  private isArticle(id: string): boolean {
    return this.library.article(id) !== undefined;
  }

  dispose(): void {
    this.watcher?.dispose();
  }
}

/** A file that is Chinese prose; undefined for all others, and for what cannot be read. */
async function draftIn(uri: vscode.Uri): Promise<{ readonly text: string; readonly checksum: string } | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestFile) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = decodeText(bytes)?.text;
    return text !== undefined && isOfficialDraft(text) ? { text, checksum: finish(checksumOf(bytes)) } : undefined;
  } catch {
    return undefined;
  }
}
