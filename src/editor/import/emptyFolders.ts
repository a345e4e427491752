import * as vscode from 'vscode';

/** Deletes those of these folders that are empty. */
export async function removeEmptyFolders(folders: readonly vscode.Uri[]): Promise<void> {
  for (const folder of new Map(folders.map((uri) => [uri.toString(), uri])).values()) {
    try {
      if ((await vscode.workspace.fs.readDirectory(folder)).length === 0) await vscode.workspace.fs.delete(folder);
    } catch {
      // Somebody else removed it, or has just put something into it.
    }
  }
}
