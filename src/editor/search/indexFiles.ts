import * as vscode from 'vscode';
import { Checksum } from '../../base/checksum';
import { deleteQuietly, scratchEnding, viaScratchFile } from '../shared/files';
import type { IndexStore } from '../../search/persistence/indexStore';

const ending = '.index';
/** Indexes of other workspaces that stay. */
const keptIndexes = 5;
/** A scratch file this old, in milliseconds, was left behind by an editor that was ended while it wrote. */
const abandonedAfter = 10 * 60_000;

/**
 * Keeps the search index in a folder of any file system that VS Code can reach: a file for each set of workspace folders,
 * as each has another library. A file is written under another name first, so that one that is there is whole; several
 * windows may write, and the last one counts.
 */
export class IndexFiles implements IndexStore {
  constructor(private readonly folder: vscode.Uri) {}

  async read(): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.file);
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    const { fs } = vscode.workspace;
    await fs.createDirectory(this.folder);
    await viaScratchFile(this.folder, bytes, (scratch) => fs.rename(scratch, this.file, { overwrite: true }));
    await this.clearAway();
  }

  private get file(): vscode.Uri {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
    return vscode.Uri.joinPath(this.folder, new Checksum().addText(folders.sort().join('\n')).value + ending);
  }

  /** Deletes abandoned scratch files, and the indexes that were written longest ago. */
  private async clearAway(): Promise<void> {
    const names = (await vscode.workspace.fs.readDirectory(this.folder)).map(([name]) => name);
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith(ending) || name.endsWith(scratchEnding))
        .map(async (name) => {
          const uri = vscode.Uri.joinPath(this.folder, name);
          return { uri, scratch: name.endsWith(scratchEnding), written: await writtenAt(uri) };
        }),
    );
    const indexes = files.filter(({ scratch }) => !scratch).sort((a, b) => b.written - a.written);
    const scratches = files.filter(({ scratch, written }) => scratch && written < Date.now() - abandonedAfter);
    for (const { uri } of [...indexes.slice(keptIndexes), ...scratches]) await deleteQuietly(uri);
  }
}

/** Milliseconds since 1970; of a file that another window has just deleted, now. */
async function writtenAt(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).mtime;
  } catch {
    return Date.now();
  }
}
