import * as vscode from 'vscode';
import { once } from './base/once';
import type { WorkerPort } from './base/workerPort';
import type { GongwenApi } from './editor/api';
import { createApi } from './editor/api';
import { registerAssistants } from './editor/assistants';
import { registerChecks } from './editor/checks';
import { registerCompletion } from './editor/completion';
import { registerExport } from './editor/export';
import { registerImport } from './editor/import';
import { registerLibrary } from './editor/library';
import { registerMaterial } from './editor/material';
import { registerOutline } from './editor/outline';
import { registerPlaceholders } from './editor/placeholders';
import { registerRevise } from './editor/revise';
import { registerSearch } from './editor/search';
import { openServer, registerSharedLibrary, sharedRoom } from './editor/sharedLibrary';
import { Drafts } from './editor/shared/drafts';
import { startWorker } from './editor/shared/startWorker';
import { WorkspaceDrafts } from './editor/shared/workspaceDrafts';
import { registerTree } from './editor/tree';

/** Builds the features and hands them to each other. Nothing is read or indexed before it is first needed. */
export function activate(context: vscode.ExtensionContext): GongwenApi {
  const log = vscode.window.createOutputChannel('Gongwen Library', { log: true });
  const drafts = new Drafts();
  context.subscriptions.push(log, drafts);

  const engine = once(() => import('./editor/engine'));
  const { library, sources, shipped, store } = registerLibrary(context, { engine, log });
  const workspaceDrafts = new WorkspaceDrafts(library);
  context.subscriptions.push(workspaceDrafts);
  const server = openServer(context, log);
  const shared = sharedRoom(context, server);
  const material = registerMaterial(context, {
    library,
    drafts,
    workspaceDrafts,
    engine,
    elsewhere: shared.article,
  });
  const { search, merged } = registerSearch(context, { library, shipped, store, engine, log, shared, ...material });
  const completion = registerCompletion(context, { library, shipped, engine, phrases: shared.phrases });
  registerPlaceholders(context, drafts);
  registerOutline(context);
  const { check } = registerChecks(context, { library, drafts, workspaceDrafts });
  const start = (name: string): WorkerPort => startWorker(context.extensionUri, name);
  const words = once(async () => {
    const { WordReader } = await import('./editor/shared/wordReader');
    return new WordReader(() => start('wordWorker'));
  });
  const { exportDocx } = registerExport(context, { drafts, check, words });
  registerRevise(context, { drafts, words });
  const intake = registerImport(context, { library, sources, log, startWorker: start });
  registerAssistants(context, { library, sources, shipped, search: merged, elsewhere: shared.article, check });
  registerSharedLibrary(context, { server, library, reader: material.reader });
  registerTree(context, { library, sources, intake, log, ...material });

  return createApi({ check, exportDocx, library, search, completion, importFiles: intake.runQuietly });
}
