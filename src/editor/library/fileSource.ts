import * as vscode from 'vscode';
import type { Origin } from '../../library/article';
import { eachLimit } from '../../base/eachLimit';
import type { Disposable } from '../../base/event';
import { Emitter } from '../../base/event';
import type { FileStamp } from '../../library/articleStore';
import type { ArticleSource, Listing, SourceChange, SourceFile } from '../../library/source';

const articleName = /\.(?:md|txt)$/i;
/** Folders that are listed at a time, and files of one that are looked at one by one. */
const foldersAtATime = 8;
const manyFiles = 4;
/** Deeper folders are not looked into. */
const maximumDepth = 8;

/** The articles in one folder of any file system that VS Code can reach. */
export class FileSource implements ArticleSource, Disposable {
  private readonly changed = new Emitter<SourceChange>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, SourceFile>();
  /** Folders of known files, as URIs. */
  private readonly folders = new Set<string>();
  private watcher: vscode.FileSystemWatcher | undefined;

  /**
   * @param watchBase an existing ancestor of `folder`, or `folder` itself: a watcher on a folder that does not exist yet
   * would miss its creation.
   */
  constructor(
    public origin: Origin,
    private readonly folder: vscode.Uri,
    private readonly watchBase: vscode.Uri = folder,
  ) {}

  get root(): string {
    return this.folder.toString();
  }

  async list(): Promise<Listing> {
    this.watcher ??= this.watch();
    this.known.clear();
    return this.listBelow(this.folder);
  }

  /** Whether a file holds an article, by its name. */
  protected isArticle({ path }: vscode.Uri): boolean {
    return articleName.test(path);
  }

  private watch(): vscode.FileSystemWatcher {
    const below = this.folder.path.slice(this.watchBase.path.replace(/\/$/, '').length + 1);
    const glob = below ? `${escapeGlob(below)}{,/**}` : '**';
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.watchBase, glob));
    watcher.onDidCreate((uri) => void this.found(uri));
    watcher.onDidChange((uri) => void this.found(uri));
    watcher.onDidDelete((uri) => this.lost(uri));
    return watcher;
  }

  /** Looks at a file of this source at once, rather than when the watcher notices; others are no matter of its. */
  async announce(uri: vscode.Uri, { deleted = false } = {}): Promise<void> {
    const own = uri.scheme === this.folder.scheme && uri.path.startsWith(`${this.folder.path.replace(/\/$/, '')}/`);
    if (!own) return;
    if (deleted) this.lost(uri);
    else await this.found(uri);
  }

  async stat(uri: string): Promise<FileStamp> {
    const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return { size, mtime };
  }

  /** Lists the folders in which many files are asked about: an answer of the file system for each file takes milliseconds. */
  async there(uris: readonly string[]): Promise<ReadonlySet<string>> {
    const there = new Set<string>();
    const asked = new Map<string, string[]>();
    for (const uri of uris) {
      const folder = uri.slice(0, uri.lastIndexOf('/'));
      const own = asked.get(folder);
      if (own) own.push(uri);
      else asked.set(folder, [uri]);
    }
    await eachLimit(asked, foldersAtATime, async ([folder, own]) => {
      const listed = own.length < manyFiles ? undefined : await this.namesIn(vscode.Uri.parse(folder));
      for (const uri of own) {
        if (listed ? listed.has(uri) : await this.stat(uri).then(Boolean, () => false)) there.add(uri);
      }
    });
    return there;
  }

  /** URIs of what is in a folder; none where it cannot be read. */
  private async namesIn(folder: vscode.Uri): Promise<ReadonlySet<string>> {
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    return new Set(entries.map(([name]) => vscode.Uri.joinPath(folder, name).toString()));
  }

  async read(uri: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
  }

  private async listBelow(folder: vscode.Uri): Promise<Listing> {
    const files: SourceFile[] = [];
    const failures: { uri: string; reason: string }[] = [];
    const visit = async (uri: vscode.Uri, depth: number): Promise<void> => {
      let entries: [string, vscode.FileType][];
      try {
        entries = await vscode.workspace.fs.readDirectory(uri);
      } catch (error) {
        // A library folder that does not exist is an empty one.
        if (!isNotFound(error)) failures.push({ uri: uri.toString(), reason: String(error) });
        return;
      }
      for (const [name, type] of entries) {
        if (name.startsWith('.')) continue;
        const child = vscode.Uri.joinPath(uri, name);
        if (type & vscode.FileType.Directory) {
          // A linked folder may lie above this one: its files would be listed again and again.
          if (depth < maximumDepth && !(type & vscode.FileType.SymbolicLink)) await visit(child, depth + 1);
        } else if (this.isArticle(child)) {
          files.push(this.remember(child));
        }
      }
    };
    await visit(folder, 0);
    return { files, failures };
  }

  private remember(uri: vscode.Uri): SourceFile {
    const file = { uri: uri.toString(), path: uri.path.slice(this.folder.path.replace(/\/$/, '').length + 1) };
    this.known.set(file.uri, file);
    for (let end = file.uri.lastIndexOf('/'); end > 0; end = file.uri.lastIndexOf('/', end - 1)) {
      const folder = file.uri.slice(0, end);
      if (this.folders.has(folder)) break;
      this.folders.add(folder);
    }
    return file;
  }

  /** A folder that was moved in may come as one event. */
  private async found(uri: vscode.Uri): Promise<void> {
    if (uri.path.slice(this.folder.path.length).includes('/.')) return;
    if (this.isArticle(uri)) {
      this.changed.fire({ file: this.remember(uri), deleted: false });
    } else if (await isFolder(uri)) {
      const { files } = await this.listBelow(uri);
      for (const file of files) this.changed.fire({ file, deleted: false });
    }
  }

  /** A folder that was deleted comes as one event. The files stay known: what a watcher tells need not be true. */
  private lost(uri: vscode.Uri): void {
    const gone = uri.toString();
    const file = this.known.get(gone);
    // Thousands of other files may go at once.
    if (!file && !this.folders.has(gone)) return;
    const below = file ? [file] : [...this.known.values()].filter((other) => other.uri.startsWith(`${gone}/`));
    for (const lost of below) this.changed.fire({ file: lost, deleted: true });
  }

  dispose(): void {
    this.watcher?.dispose();
    this.changed.dispose();
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

const escapeGlob = (path: string): string => path.replace(/[[\]{}*?]/g, '[$&]');
