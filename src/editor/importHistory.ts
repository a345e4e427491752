import * as vscode from 'vscode';
import type { WrittenFile } from './articleWriter';
import { readText } from './articleWriter';

const key = 'gongwen.imports';
/** Imports that can be undone, the latest first. */
const kept = 10;

/** What is remembered of a file: enough to tell whether the writer has changed it since. */
interface Made {
  readonly uri: string;
  readonly hash: string;
}

/** What an undo did. */
export interface Undone {
  readonly removed: readonly vscode.Uri[];
  /** Files that were changed since and are left alone. */
  readonly changed: readonly vscode.Uri[];
}

/** Remembers what imports wrote, so that a whole import can be taken back, also after a restart. */
export class ImportHistory {
  constructor(private readonly memento: vscode.Memento) {}

  async add(files: readonly WrittenFile[]): Promise<void> {
    if (files.length === 0) return;
    const made = await Promise.all(
      files.map(async ({ uri, text }) => ({ uri: uri.toString(), hash: await hashOf(text) })),
    );
    await this.memento.update(key, [made, ...this.imports].slice(0, kept));
  }

  /** Deletes the files of the latest import that were not changed since; undefined when there is none to undo. */
  async undo(): Promise<Undone | undefined> {
    const [latest, ...rest] = this.imports;
    if (!latest) return undefined;
    const removed: vscode.Uri[] = [];
    const changed: vscode.Uri[] = [];
    for (const { uri, hash } of latest) {
      const file = vscode.Uri.parse(uri);
      const text = await readText(file);
      if (text === undefined) continue;
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
      if ((await hashOf(text)) !== hash || open?.isDirty) changed.push(file);
      else {
        await vscode.workspace.fs.delete(file);
        removed.push(file);
      }
    }
    await removeEmptyFolders(removed);
    await this.memento.update(key, rest);
    return { removed, changed };
  }

  private get imports(): readonly (readonly Made[])[] {
    return this.memento.get<readonly (readonly Made[])[]>(key, []);
  }
}

/** Categories that an import made are no folders any more when their articles are gone. */
async function removeEmptyFolders(files: readonly vscode.Uri[]): Promise<void> {
  const folders = new Map(
    files.map((file) => [vscode.Uri.joinPath(file, '..').toString(), vscode.Uri.joinPath(file, '..')]),
  );
  for (const folder of folders.values()) {
    try {
      if ((await vscode.workspace.fs.readDirectory(folder)).length === 0) await vscode.workspace.fs.delete(folder);
    } catch {
      // Somebody else removed it.
    }
  }
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
