import { withoutEnd } from '../../base/endRun';
import * as vscode from 'vscode';
import type { Source } from '../../library/library';
import { FileSource } from './fileSource';
import type { KnownPack } from './packs';
import { knownPacks, PackSource } from './packs';
import { settings } from '../shared/settings';
import type { ShippedFiles } from './shippedFiles';

/** Settings that `LibrarySources` reads. */
export const sourceSettings = [
  'library.personalFolder',
  'library.workspaceFolders',
  'library.builtin',
  'library.packFolders',
  'library.packsOff',
];

/** Opens the places that hold articles, as the settings and the open folders say. */
export class LibrarySources implements vscode.Disposable {
  private open: FileSource[] = [];

  constructor(
    private readonly shipped: ShippedFiles,
    private readonly globalStorageUri: vscode.Uri,
  ) {}

  /**
   * The writer's own folder: from the setting, else one in the home folder, which outlives this extension. Only a
   * browser host, which has no home, keeps it in storage that goes when the extension is uninstalled.
   */
  get personalFolder(): vscode.Uri {
    const home = homeFolder();
    return (
      parseFolder(settings.personalFolder()) ??
      (home === undefined
        ? vscode.Uri.joinPath(this.globalStorageUri, '素材')
        : vscode.Uri.joinPath(vscode.Uri.file(home), '公文素材'))
    );
  }

  /** Folders of the workspace that hold articles, whether they exist yet or not. */
  get workspaceSourceFolders(): readonly vscode.Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
      settings
        .workspaceFolders(uri)
        .filter(isInside)
        .map((path) => withoutSlash(vscode.Uri.joinPath(uri, path))),
    );
  }

  /** Every pack there is, also those that are switched off. */
  get packs(): readonly KnownPack[] {
    return knownPacks(parseFolder);
  }

  /** Those that are read. */
  get packsOn(): readonly KnownPack[] {
    const off = new Set(settings.packsOff());
    return this.packs.filter(({ id }) => !off.has(id));
  }

  /** Whether files in this folder are articles of the library. */
  holds(folder: vscode.Uri): boolean {
    return this.rootOf(folder) !== undefined;
  }

  /** The folder of the library that a file or folder lies in. */
  rootOf(uri: vscode.Uri): vscode.Uri | undefined {
    return [...this.workspaceSourceFolders, this.personalFolder].find(
      (root) => root.scheme === uri.scheme && `${uri.path}/`.startsWith(`${root.path}/`),
    );
  }

  /** Has files that we wrote or deleted ourselves noticed at once. */
  async announce(uris: readonly vscode.Uri[], options: { readonly deleted?: boolean } = {}): Promise<void> {
    for (const uri of uris) for (const source of this.open) await source.announce(uri, options);
  }

  /** Sources for the settings of this moment; the ones opened before are closed. */
  reopen(): readonly Source[] {
    this.dispose();
    const workspaceSources = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
      settings
        .workspaceFolders(uri)
        .filter(isInside)
        .map((path) => new FileSource('workspace', withoutSlash(vscode.Uri.joinPath(uri, path)), uri)),
    );
    const packs = this.packsOn.map((pack) => new PackSource(pack));
    this.open = [...workspaceSources, new FileSource('personal', this.personalFolder), ...packs];
    return [...this.open, ...(settings.builtin() ? [this.shipped] : [])];
  }

  dispose(): void {
    for (const source of this.open) source.dispose();
    this.open = [];
  }
}

/** A workspace may name folders of its own only. */
const isInside = (path: string): boolean => path.trim() !== '' && !path.split(/[\\/]/).includes('..');

/** A folder written as a path, absolute or below the home folder (`~`), or as a URI; undefined for an empty one. */
function parseFolder(written: string): vscode.Uri | undefined {
  const folder = written.trim();
  if (!folder) return undefined;
  if (/^[a-z][\w+.-]+:\/\//i.test(folder)) return withoutSlash(vscode.Uri.parse(folder));
  const home = homeFolder();
  if (home === undefined || /^(?:[\\/]|[a-z]:)/i.test(folder)) return withoutSlash(vscode.Uri.file(folder));
  return withoutSlash(vscode.Uri.joinPath(vscode.Uri.file(home), folder.replace(/^~[\\/]?/, '')));
}

/** Paths are compared, and a folder's name is what follows the last slash. */
const withoutSlash = (uri: vscode.Uri): vscode.Uri =>
  uri.with({ path: uri.path.slice(0, 1) + withoutEnd(uri.path.slice(1), /\//) });

/** The home folder on a desktop host; a browser host has none. */
function homeFolder(): string | undefined {
  const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return host.process?.env?.HOME ?? host.process?.env?.USERPROFILE;
}
