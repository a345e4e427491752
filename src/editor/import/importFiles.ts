import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { IntakeProblem } from '../../intake/problem';
import { chineseOrder } from '../../text/chineseOrder';

/** A file that was dropped from outside of what the editor can read. */
export interface DroppedFile {
  readonly name: string;
  /** Undefined when it could not be read: a folder, for example. */
  readonly bytes: Uint8Array | undefined;
}

/** What is taken in: a file or folder by its place, or the content of a file. */
export type ImportInput = vscode.Uri | DroppedFile;

/** Which files are taken in. */
export interface FileLimits {
  /** Names of files that are looked into when they lie in a folder. */
  readonly importable: RegExp;
  /** Bytes. */
  readonly largestFile: number;
}

/** One file whose content may be asked for. */
export interface ImportFile {
  readonly name: string;
  /** @returns undefined when it cannot be read, which has been noted as a problem */
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** Deeper folders are not looked into: a link that points upwards would never end. */
const maximumDepth = 8;

/**
 * The files that are meant: those given, whatever their names, and those below folders whose names are known.
 * @param problems gets what cannot be read, now or later
 * @throws a `CancellationError`
 */
export async function importFiles(
  limits: FileLimits,
  inputs: readonly ImportInput[],
  problems: IntakeProblem[],
  token: vscode.CancellationToken,
): Promise<readonly ImportFile[]> {
  const files = new Map<string, ImportFile>();
  const visit = async (uri: vscode.Uri, depth: number): Promise<void> => {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const entries = await entriesOf(uri, problems);
    if (!entries) return;
    if (entries === 'file') {
      if (depth === 0 || limits.importable.test(uri.path)) files.set(uri.toString(), fileAt(uri, limits, problems));
    } else if (depth <= maximumDepth) {
      for (const name of entries) if (!name.startsWith('.')) await visit(vscode.Uri.joinPath(uri, name), depth + 1);
    }
  };
  for (const [at, input] of inputs.entries()) {
    if (input instanceof vscode.Uri) await visit(input, 0);
    else files.set(`dropped ${at}`, droppedFile(input, limits, problems));
  }
  return [...files.values()];
}

/** Names in a folder, 2 before 11, or that it is a file. */
async function entriesOf(uri: vscode.Uri, problems: IntakeProblem[]): Promise<readonly string[] | 'file' | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.Directory)) return 'file';
    return (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name).sort(chineseOrder());
  } catch (error) {
    problems.push({ code: 'unreadable', name: baseName(uri.path), detail: String(error) });
    return undefined;
  }
}

function fileAt(uri: vscode.Uri, { largestFile }: FileLimits, problems: IntakeProblem[]): ImportFile {
  const name = baseName(uri.path);
  const read = async (): Promise<Uint8Array | undefined> => {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size <= largestFile) return await vscode.workspace.fs.readFile(uri);
      problems.push({ code: 'tooLarge', name, detail: `${size} bytes` });
    } catch (error) {
      problems.push({ code: 'unreadable', name, detail: String(error) });
    }
    return undefined;
  };
  return { name, read };
}

function droppedFile({ name, bytes }: DroppedFile, { largestFile }: FileLimits, problems: IntakeProblem[]): ImportFile {
  const read = (): Promise<Uint8Array | undefined> => {
    if (!bytes) problems.push({ code: 'unreadable', name, detail: 'dropped' });
    else if (bytes.length > largestFile) problems.push({ code: 'tooLarge', name, detail: `${bytes.length} bytes` });
    else return Promise.resolve(bytes);
    return Promise.resolve(undefined);
  };
  return { name, read };
}
