import * as vscode from 'vscode';

/** A file system in memory that can run full, let nobody write, or be left by a program that is killed. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** Files that may still be written; then there is no space. */
  room = Infinity;
  readOnly = false;
  /** Whether the program that writes is killed in the middle of it: it moves and deletes nothing any more. */
  killed = false;
  /** Path of a file that another program holds: nobody may delete it. */
  held = '';
  /** Whether names that differ in case only are one name, as on Windows and macOS. */
  foldsCase = false;

  /** As it was at first, and empty. */
  reset(): void {
    this.files.clear();
    this.folders.clear();
    this.folders.add('/');
    [this.room, this.readOnly, this.killed, this.held, this.foldsCase] = [Infinity, false, false, '', false];
  }

  watch = (): vscode.Disposable => ({ dispose: () => undefined });

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(this.nameOf(uri));
    if (!file && !this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    return {
      type: file ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: 0,
      size: file?.length ?? 0,
    };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const below = (path: string): string[] => {
      const rest = path.startsWith(`${uri.path.replace(/\/$/, '')}/`)
        ? path.slice(uri.path.replace(/\/$/, '').length + 1)
        : '';
      return rest && !rest.includes('/') ? [rest] : [];
    };
    return [
      ...[...this.files.keys()].flatMap(below).map((name): [string, vscode.FileType] => [name, vscode.FileType.File]),
      ...[...this.folders].flatMap(below).map((name): [string, vscode.FileType] => [name, vscode.FileType.Directory]),
    ];
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.readOnly) throw vscode.FileSystemError.NoPermissions('no entry');
    this.folders.add(uri.path);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(this.nameOf(uri));
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.readOnly) throw vscode.FileSystemError.NoPermissions('no entry');
    if (this.room-- <= 0) throw vscode.FileSystemError.Unavailable('no space left on device');
    this.files.set(this.nameOf(uri), this.killed ? content.slice(0, content.length / 2) : content);
    this.refuseIfKilled();
  }

  delete(uri: vscode.Uri): void {
    this.refuseIfKilled();
    if (this.readOnly || this.held === uri.path) throw vscode.FileSystemError.NoPermissions('no entry');
    if (!this.files.delete(this.nameOf(uri)) && !this.folders.delete(uri.path))
      throw vscode.FileSystemError.FileNotFound(uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
    this.refuseIfKilled();
    if (!overwrite && this.files.has(this.nameOf(to))) throw vscode.FileSystemError.FileExists(to);
    const content = this.readFile(from);
    this.files.delete(this.nameOf(from));
    this.files.set(this.nameOf(to), content);
  }

  private refuseIfKilled(): void {
    if (this.killed) throw vscode.FileSystemError.Unavailable('killed');
  }

  /** A file's name as it was first written, whichever way it is written now. */
  private nameOf({ path }: vscode.Uri): string {
    const same = (name: string): boolean => name.toLowerCase() === path.toLowerCase();
    return this.foldsCase ? ([...this.files.keys()].find(same) ?? path) : path;
  }
}
