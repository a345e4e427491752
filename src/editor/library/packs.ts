import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { Pack } from '../../library/pack';
import { contributedLibraries, gitVersion, isAboutFolder, licenceOf, packOrigin } from '../../library/pack';
import type { Listing } from '../../library/source';
import { settings } from '../shared/settings';
import { FileSource } from './fileSource';

/** A pack that may have to be looked at before all is known of it. */
export interface KnownPack extends Pack {
  /** Whether it is a folder that the user added, not an extension's. */
  readonly isFolder: boolean;
}

/** Every pack there is, also those that are switched off: of other extensions, and folders of the settings. */
export function knownPacks(parseFolder: (written: string) => vscode.Uri | undefined): readonly KnownPack[] {
  const contributed = vscode.extensions.all.flatMap(({ id, extensionUri, packageJSON }) =>
    contributedLibraries(packageJSON).map(({ path, ...about }) => ({
      ...about,
      id: `${id}/${path}`,
      root: vscode.Uri.joinPath(extensionUri, path).toString(),
      isFolder: false,
    })),
  );
  const folders = settings.packFolders().flatMap((written) => {
    const root = parseFolder(written)?.toString();
    if (root === undefined) return [];
    return [{ id: written, name: decodeURIComponent(baseName(root)), root, version: '', licence: '', isFolder: true }];
  });
  return [...contributed, ...folders];
}

/** With the version and the licence that a folder's own files name. */
export async function describePack(pack: KnownPack): Promise<KnownPack> {
  if (!pack.isFolder) return pack;
  const root = vscode.Uri.parse(pack.root);
  const read = async (path: string): Promise<string> => {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, path)));
    } catch {
      return '';
    }
  };
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(root)).catch(() => []);
  const licenceFile = entries.find(([name]) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name))?.[0];
  const version = await gitVersion(await read('.git/HEAD'), await read('.git/packed-refs'), (path) =>
    read(`.git/${path}`),
  );
  return { ...pack, version, licence: licenceFile === undefined ? '' : licenceOf(await read(licenceFile)) };
}

/** The articles of a pack. */
export class PackSource extends FileSource {
  constructor(private readonly pack: KnownPack) {
    super(packOrigin(pack), vscode.Uri.parse(pack.root));
  }

  override async list(): Promise<Listing> {
    this.origin = packOrigin(await describePack(this.pack));
    return super.list();
  }

  /** What a repository says of itself is no material. */
  protected override isArticle(uri: vscode.Uri): boolean {
    const name = uri.path.slice(vscode.Uri.parse(this.pack.root).path.length + 1);
    return !isAboutFolder(name) && super.isArticle(uri);
  }
}
