import * as vscode from 'vscode';
import { parentOf, viaScratchFile } from './files';

/**
 * Changes the text of a file in one step. A document that is open with changes, or a file of another encoding than UTF-8, is changed
 * through the editor.
 * @throws when the file cannot be read or written, or another program writes it meanwhile; it is as it was then
 */
export async function editFile(uri: vscode.Uri, change: (text: string) => string): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = utf8(bytes);
  if (!open?.isDirty && text !== undefined) {
    await viaScratchFile(parentOf(uri), new TextEncoder().encode(change(text)), async (scratch) => {
      // Another program may have written meanwhile.
      if (utf8(await vscode.workspace.fs.readFile(uri)) !== text) throw vscode.FileSystemError.Unavailable(uri);
      await vscode.workspace.fs.rename(scratch, uri, { overwrite: true });
    });
    return;
  }
  const encoding = text === undefined ? { encoding: 'gb18030' } : undefined;
  const document = open ?? (await vscode.workspace.openTextDocument(uri, encoding));
  const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const replacement = new vscode.WorkspaceEdit();
  replacement.replace(uri, whole, change(document.getText()));
  if (!(await vscode.workspace.applyEdit(replacement)) || !(await document.save())) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
