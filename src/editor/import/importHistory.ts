import * as vscode from 'vscode';
import { eachLimit } from '../../base/eachLimit';
import type { WrittenFile } from './articleWriter';
import { exists, hasTrash, readText } from '../shared/files';
import { removeEmptyFolders } from './emptyFolders';

const key = 'gongwen.importHistory';
/** Imports that can be undone, the latest first. */
const kept = 10;
const filesAtATime = 8;

/** What is remembered of a file: enough to tell whether the writer has changed it since. */
interface Made {
  readonly uri: string;
  readonly hash: string;
  /** Folder of its category, which goes with its last file. */
  readonly folder?: string;
}

interface Entry {
  readonly id: string;
  readonly files: readonly Made[];
}

/** What undoing an import does. */
export interface Undoing {
  /** Files that go. */
  readonly removed: readonly vscode.Uri[];
  /** Files that were changed since and are left alone. */
  readonly changed: readonly vscode.Uri[];
  /** Files that could not be deleted; they can be undone again. */
  readonly failed: readonly vscode.Uri[];
}

/** Remembers what imports wrote, so that a whole import can be taken back, also after a restart. */
export class ImportHistory {
  constructor(private readonly memento: vscode.Memento) {}

  /** @param id of an import; what is added later under the same id is undone with it */
  async add(id: string, written: readonly WrittenFile[]): Promise<void> {
    if (written.length === 0) return;
    const files = await Promise.all(
      written.map(async ({ uri, text, categoryFolder }): Promise<Made> => {
        const hash = await hashOf(text);
        return { uri: uri.toString(), hash, ...(categoryFolder && { folder: categoryFolder.toString() }) };
      }),
    );
    const former = this.entries.find((entry) => entry.id === id);
    const rest = this.entries.filter((entry) => entry !== former);
    await this.memento.update(key, [{ id, files: [...(former?.files ?? []), ...files] }, ...rest].slice(0, kept));
  }

  /**
   * What undoing an import would do.
   * @param id of the import; without it the latest
   * @returns undefined when there is none to undo
   */
  async undoing(id?: string): Promise<Undoing | undefined> {
    const entry = this.entry(id);
    return entry && settle(entry, () => Promise.resolve());
  }

  /** Deletes the files of an import that were not changed since, into the trash where there is one. Returns what it did. */
  async undo(id?: string): Promise<Undoing | undefined> {
    const entry = this.entry(id);
    if (!entry) return undefined;
    const undoing = await settle(entry, (file) => vscode.workspace.fs.delete(file, { useTrash: hasTrash(file) }));
    await removeEmptyFolders(entry.files.flatMap(({ folder }) => (folder ? [vscode.Uri.parse(folder)] : [])));
    const failed = new Set(undoing.failed.map(String));
    const left = entry.files.filter(({ uri }) => failed.has(uri));
    await this.memento.update(
      key,
      this.entries.flatMap((one) => (one.id !== entry.id ? one : left.length ? { id: one.id, files: left } : [])),
    );
    return undoing;
  }

  private entry(id: string | undefined): Entry | undefined {
    return id === undefined ? this.entries[0] : this.entries.find((one) => one.id === id);
  }

  private get entries(): readonly Entry[] {
    return this.memento.get<readonly Entry[]>(key, []);
  }
}

/** Looks at each file of an import and at once, before anything can have changed it, removes it if it is as it was written. */
async function settle({ files }: Entry, remove: (file: vscode.Uri) => Thenable<void>): Promise<Undoing> {
  const removed = new Set<Made>();
  const changed = new Set<Made>();
  const failed = new Set<Made>();
  await eachLimit(files, filesAtATime, async (made) => {
    const file = vscode.Uri.parse(made.uri);
    const text = await readText(file);
    if (text === undefined) {
      if (await exists(file)) failed.add(made);
      return;
    }
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === made.uri);
    if ((await hashOf(text)) !== made.hash || open?.isDirty) {
      changed.add(made);
      return;
    }
    try {
      await remove(file);
      removed.add(made);
    } catch {
      failed.add(made);
    }
  });
  const inOrder = (some: ReadonlySet<Made>): readonly vscode.Uri[] =>
    files.filter((made) => some.has(made)).map(({ uri }) => vscode.Uri.parse(uri));
  return { removed: inOrder(removed), changed: inOrder(changed), failed: inOrder(failed) };
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
