import * as vscode from 'vscode';

/** Files that may be drafts. */
const draftName = /\.(?:md|markdown|txt)$/i;
/** Folders that hold nobody's drafts, and how deep is looked. */
const foreign = /^(?:\..*|node_modules)$/;
const deepest = 12;

/** The drafts among files, and those in folders with all below them, in the order of their names. */
export async function draftsIn(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const uri of uris) {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) await collect(uri, found, 0);
    else if (draftName.test(uri.path)) found.push(uri);
  }
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()];
}

async function collect(folder: vscode.Uri, found: vscode.Uri[], depth: number): Promise<void> {
  const entries = [...(await vscode.workspace.fs.readDirectory(folder))].sort(([a], [b]) => a.localeCompare(b, 'zh'));
  for (const [name, type] of entries) {
    const uri = vscode.Uri.joinPath(folder, name);
    // A link may lead back to where it came from.
    if (type === vscode.FileType.Directory && depth < deepest && !foreign.test(name))
      await collect(uri, found, depth + 1);
    else if (type & vscode.FileType.File && draftName.test(name)) found.push(uri);
  }
}
