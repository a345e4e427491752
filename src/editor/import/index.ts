import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { WorkerPort } from '../../base/workerPort';
import type { Library } from '../../library/library';
import type { LibrarySources } from '../library/librarySources';
import type { ImportReport } from './apiReport';
import { importArguments } from './importArguments';
import type { ImportInput } from './importFiles';
import { ImportHistory } from './importHistory';

/** What takes material in. */
export interface ImportRoom {
  /** Imports with a preview. */
  readonly run: (inputs: readonly ImportInput[]) => Promise<void>;
  /** Imports without asking; see `GongwenApi.importFiles`. */
  readonly runQuietly: (uris: readonly vscode.Uri[], options?: { readonly dryRun?: boolean }) => Promise<ImportReport>;
}

/** Importing files and clipping text. The code for it is loaded on first need. */
export function registerImport(
  { subscriptions, globalState }: vscode.ExtensionContext,
  parts: {
    readonly library: Library;
    readonly sources: LibrarySources;
    readonly log: vscode.LogOutputChannel;
    /** Starts a worker that runs the bundle of this name. */
    readonly startWorker: (name: string) => WorkerPort;
  },
): ImportRoom {
  const history = new ImportHistory(globalState);
  const intake = once(async () => {
    const { createIntake } = await import('./intake');
    const made = createIntake({ ...parts, history, memento: globalState });
    subscriptions.push(made);
    return made;
  });
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    vscode.workspace.onDidRenameFiles(({ files }) => void history.follow(files)),
    registerCommand('gongwen.import', async (what?: unknown, more?: unknown, options?: unknown) =>
      (await intake()).importer.run(...importArguments(what, more, options)),
    ),
    registerCommand('gongwen.undoImport', async (options?: unknown) =>
      (await intake()).importer.undo(undefined, isUndoOptions(options) ? options : {}),
    ),
    registerCommand('gongwen.showImportReport', async () => (await intake()).importer.showReport()),
    registerCommand('gongwen.restoreRemoved', async () => (await intake()).importer.restoreRemoved()),
    registerCommand('gongwen.clip', async () => (await intake()).clipper.run('article')),
    registerCommand('gongwen.clipQuote', async () => (await intake()).clipper.run('quote')),
  );
  return {
    run: async (inputs) => (await intake()).importer.run(inputs),
    runQuietly: async (uris, options) => (await intake()).importer.runQuietly(uris, options),
  };
}

const isUndoOptions = (argument: unknown): argument is { readonly confirm: boolean } =>
  typeof argument === 'object' && argument !== null && 'confirm' in argument && typeof argument.confirm === 'boolean';
