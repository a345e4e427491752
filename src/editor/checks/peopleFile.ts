import * as vscode from 'vscode';
import { readText } from '../shared/files';
import { showWarning } from '../shared/messages';
import { settings } from '../shared/settings';

/** The files of names and posts that the setting `gongwen.people` names, read once and again when they change. */
export class PeopleFiles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly texts = new Map<string, Promise<string>>();
  private readonly watchers: vscode.Disposable[] = [];

  /** @returns the text of the file that is set for a document; empty where none is, or it cannot be read, which is said once */
  textFor(document: vscode.Uri): Promise<string> {
    const uri = fileFor(document);
    if (!uri) return Promise.resolve('');
    const key = uri.toString();
    let text = this.texts.get(key);
    if (!text) {
      this.texts.set(key, (text = read(uri)));
      this.watch(uri);
    }
    return text;
  }

  private watch(uri: vscode.Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const again = (): void => {
      this.texts.set(uri.toString(), read(uri));
      this.changed.fire();
    };
    this.watchers.push(watcher, watcher.onDidCreate(again), watcher.onDidChange(again), watcher.onDidDelete(again));
  }

  dispose(): void {
    for (const watcher of [this.changed, ...this.watchers]) watcher.dispose();
  }
}

/** Relative to the document's folder of the workspace, or a path, or a URI. */
function fileFor(document: vscode.Uri): vscode.Uri | undefined {
  const setting = settings.people(document).trim();
  if (setting === '') return undefined;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(setting)) return vscode.Uri.parse(setting);
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(setting)) return vscode.Uri.file(setting);
  const folder = vscode.workspace.getWorkspaceFolder(document) ?? vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, setting);
}

async function read(uri: vscode.Uri): Promise<string> {
  const text = await readText(uri);
  if (text === undefined) {
    const name = vscode.workspace.asRelativePath(uri);
    void showWarning(
      vscode.l10n.t('The list of names “{0}” (setting gongwen.people) cannot be read: names are not checked.', name),
    );
  }
  return text ?? '';
}
