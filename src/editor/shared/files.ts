import * as vscode from 'vscode';

/** The folder that a file or folder lies in. */
export const parentOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..');

/** The text of a file in UTF-8; undefined when there is none, or it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Whether there is a file or folder. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** A file or folder that was renamed or moved. */
export interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Where a file is after a file or folder was moved. @param place URI of the file */
export function movedPlace(place: string, { oldUri, newUri }: Move): string {
  const uri = vscode.Uri.parse(place);
  if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) return place;
  if (!`${uri.path}/`.startsWith(`${oldUri.path}/`)) return place;
  return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }).toString();
}

/** Ending of scratch files. Their names begin with a dot, so that they are no articles and nobody reads them half-written. */
export const scratchEnding = '.tmp';

/**
 * Writes bytes to a scratch file and has it moved to where they belong, so that a file there is always whole.
 * @param folder in which the scratch file is made; on the same file system as the place that it is moved to
 * @param move moves the scratch file, or leaves it: what is left of it is deleted
 * @returns what `move` returned; rejects with what it, or the file system, throws
 */
export async function viaScratchFile<T>(
  folder: vscode.Uri,
  bytes: Uint8Array,
  move: (scratch: vscode.Uri) => Thenable<T>,
): Promise<T> {
  const scratch = vscode.Uri.joinPath(folder, `.${crypto.randomUUID()}${scratchEnding}`);
  try {
    await vscode.workspace.fs.writeFile(scratch, bytes);
    return await move(scratch);
  } finally {
    await deleteQuietly(scratch);
  }
}

/** Deletes a file that may be gone, or be held by another program. */
export async function deleteQuietly(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // Nothing depends on it.
  }
}

/** Only the desktop has a trash, for files of its own. */
export const hasTrash = (uri: vscode.Uri): boolean =>
  vscode.env.uiKind === vscode.UIKind.Desktop && uri.scheme === 'file';
