import * as vscode from 'vscode';
import { eachLimit } from '../../base/eachLimit';
import type { WrittenFile } from './articleWriter';
import type { Move } from '../shared/files';
import { exists, hasTrash, movedPlace, readText } from '../shared/files';
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
  /** Where it is now, when it was renamed or moved since. */
  readonly now?: string;
}

interface Entry {
  readonly id: string;
  readonly files: readonly Made[];
}

/** What undoing an import does. */
export interface Undoing {
  /** Files that go. */
  readonly removed: readonly vscode.Uri[];
  /** Files that were edited since and are left alone. */
  readonly edited: readonly vscode.Uri[];
  /** Files that were renamed or moved since, and perhaps edited, and are left alone. */
  readonly moved: readonly Moved[];
  /** Files that are no longer there. */
  readonly gone: readonly vscode.Uri[];
  /** Files that could not be deleted; they can be undone again. */
  readonly failed: readonly vscode.Uri[];
}

/** Another place of a file. */
interface Moved {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
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

  /** Follows files and folders that are renamed or moved. */
  async follow(moves: readonly Move[]): Promise<void> {
    let any = false;
    const entries = this.entries.map((entry) => ({
      ...entry,
      files: entry.files.map((made): Made => {
        const now = moves.reduce(movedPlace, placeOf(made));
        if (now === placeOf(made)) return made;
        any = true;
        const { uri, hash, folder } = made;
        return { uri, hash, ...(folder !== undefined && { folder }), ...(now !== uri && { now }) };
      }),
    }));
    if (any) await this.memento.update(key, entries);
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
    const left = entry.files.filter((made) => failed.has(placeOf(made)));
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

const placeOf = ({ uri, now }: Made): string => now ?? uri;

/** Looks at each file of an import and at once, before anything can have changed it, removes it if it is as it was written. */
async function settle({ files }: Entry, remove: (file: vscode.Uri) => Thenable<void>): Promise<Undoing> {
  const fates = new Map<Made, keyof Undoing>();
  await eachLimit(files, filesAtATime, async (made) => {
    const file = vscode.Uri.parse(placeOf(made));
    const text = await readText(file);
    if (text === undefined) {
      fates.set(made, (await exists(file)) ? 'failed' : 'gone');
      return;
    }
    const fate = await fateOf(made, text);
    fates.set(made, fate);
    if (fate !== 'removed') return;
    try {
      await remove(file);
    } catch {
      fates.set(made, 'failed');
    }
  });
  const those = (fate: keyof Undoing): readonly Moved[] =>
    files
      .filter((made) => fates.get(made) === fate)
      .map((made) => ({ from: vscode.Uri.parse(made.uri), to: vscode.Uri.parse(placeOf(made)) }));
  const places = (fate: keyof Undoing): readonly vscode.Uri[] => those(fate).map(({ to }) => to);
  return {
    removed: places('removed'),
    edited: places('edited'),
    moved: those('moved'),
    gone: places('gone'),
    failed: places('failed'),
  };
}

/** What becomes of a file that is there. @param text as it is now */
async function fateOf(made: Made, text: string): Promise<'moved' | 'edited' | 'removed'> {
  const place = placeOf(made);
  if (place !== made.uri) return 'moved';
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === place);
  return (await hashOf(text)) !== made.hash || open?.isDirty ? 'edited' : 'removed';
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
