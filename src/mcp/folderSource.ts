import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Emitter } from '../base/event';
import type { FileStamp } from '../library/articleStore';
import type { ArticleSource, Listing, SourceChange, SourceFile } from '../library/source';

const articleName = /\.(?:md|txt)$/i;
/** Deeper folders are not looked into. */
const maximumDepth = 8;

/** The articles in one folder of this machine, looked through when asked: nothing is watched. */
export class FolderSource implements ArticleSource {
  readonly origin: string;
  private readonly changed = new Emitter<SourceChange>();
  readonly onDidChange = this.changed.event;
  /** Size and time of the last change of each file, by URI. */
  private known = new Map<string, string>();

  constructor(private readonly folder: string) {
    this.origin = pathToFileURL(folder).href;
  }

  async list(): Promise<Listing> {
    const { files, failures, states } = await this.look();
    this.known = states;
    return { files, failures };
  }

  async stat(uri: string): Promise<FileStamp> {
    const { size, mtimeMs } = await stat(fileURLToPath(uri));
    return { size, mtime: mtimeMs };
  }

  read(uri: string): Promise<Uint8Array> {
    return readFile(fileURLToPath(uri));
  }

  /** Tells of every file that was created, changed or deleted since the last look. */
  async refresh(): Promise<void> {
    const { files, states } = await this.look();
    const before = this.known;
    this.known = states;
    for (const file of files) {
      if (before.get(file.uri) !== states.get(file.uri)) this.changed.fire({ file, deleted: false });
    }
    for (const uri of before.keys()) {
      if (!states.has(uri)) this.changed.fire({ file: this.fileOf(fileURLToPath(uri)), deleted: true });
    }
  }

  private async look(): Promise<Listing & { readonly states: Map<string, string> }> {
    const files: SourceFile[] = [];
    const failures: { uri: string; reason: string }[] = [];
    const states = new Map<string, string>();
    const visit = async (folder: string, depth: number): Promise<void> => {
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
        failures.push({ uri: pathToFileURL(folder).href, reason: String(error) });
        return [];
      });
      for (const entry of entries) {
        const path = join(folder, entry.name);
        // Links are not followed: they may lead out of the folder that was named.
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory() && depth < maximumDepth) await visit(path, depth + 1);
        if (!entry.isFile() || !articleName.test(entry.name)) continue;
        const file = this.fileOf(path);
        const state = await stat(path).catch(() => undefined);
        if (!state) continue;
        files.push(file);
        states.set(file.uri, `${state.size} ${state.mtimeMs}`);
      }
    };
    await visit(this.folder, 0);
    return { files, failures, states };
  }

  private fileOf(path: string): SourceFile {
    return { uri: pathToFileURL(path).href, path: relative(this.folder, path).split(sep).join('/') };
  }
}
