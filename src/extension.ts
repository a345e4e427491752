import * as vscode from 'vscode';
import type { GongwenApi } from './editor/api';
import { createApi } from './editor/api';
import { registerCommands } from './editor/commands';
import { Completion } from './editor/completion/completion';
import { Drafts } from './editor/shared/drafts';
import { GhostText } from './editor/completion/ghostText';
import { HabitStore } from './editor/completion/acceptanceStore';
import { IndexFiles } from './editor/search/indexFiles';
import { IndexingStatus } from './editor/search/indexingStatus';
import { LibraryProblems } from './editor/library/libraryProblems';
import { LibrarySources, sourceSettings } from './editor/library/librarySources';
import { LibraryTree } from './editor/tree/libraryTree';
import { MaterialActions } from './editor/material/materialActions';
import { Reader } from './editor/material/reader';
import { RelatedView } from './editor/search/relatedView';
import { registerResultCommands } from './editor/search/resultCommands';
import { ResultsView } from './editor/search/resultsView';
import { SearchCommand } from './editor/search/searchCommand';
import { SearchRows } from './editor/search/searchRows';
import { onDidChangeSettings } from './editor/shared/settings';
import { ShippedFiles } from './editor/library/shippedFiles';
import { UsedMaterial } from './editor/material/usedMaterial';
import { Library } from './library/library';

/** Builds the parts and hands them to each other. Nothing is read or indexed before it is first needed. */
export function activate(context: vscode.ExtensionContext): GongwenApi {
  const log = vscode.window.createOutputChannel('Gongwen Library', { log: true });
  const shipped = new ShippedFiles(context.extensionUri);
  const sources = new LibrarySources(shipped, context.globalStorageUri);
  const library = new Library(sources.reopen());
  const engine = once(() => {
    // The library is read while the code is loaded.
    void library.load();
    return import('./editor/engine');
  });
  const search = once(async () => {
    const { IndexPersistence, SearchService } = await engine();
    const { version } = context.extension.packageJSON as { version: string };
    const files = new IndexFiles(vscode.Uri.joinPath(context.globalStorageUri, 'index'));
    const service = new SearchService(library, new IndexPersistence(files, version, (message) => log.info(message)));
    context.subscriptions.push(service, new IndexingStatus(service));
    return service;
  });
  const completion = once(async () => {
    const { CompletionEngine } = await engine();
    const completionEngine = new CompletionEngine(library, await shipped.snippets(), {
      collocations: await shipped.collocations(),
      history: habits.habits,
    });
    context.subscriptions.push(completionEngine);
    await completionEngine.ready();
    return completionEngine;
  });

  const habits = new HabitStore(context.globalState);
  const ghostText = new GhostText(completion, habits);
  const used = new UsedMaterial(context.globalState);
  const reader = new Reader(library);
  const drafts = new Drafts();
  const actions = new MaterialActions(drafts, reader, used);
  const tree = new LibraryTree(library, (inputs) => void intake().then(({ importer }) => importer.run(inputs)));
  const results = new ResultsView(library, search, actions, context.workspaceState);
  const related = new RelatedView(search);
  const searchCommand = new SearchCommand({ search, rows: new SearchRows(library, used), actions, used, results, log });
  const intake = once(async () => {
    const { createIntake } = await import('./editor/import/intake');
    const made = createIntake({ library, sources, memento: context.globalState, log });
    context.subscriptions.push(made);
    return made;
  });
  const reopen = (): void => void library.reload(sources.reopen());

  context.subscriptions.push(
    log,
    sources,
    library,
    reader,
    drafts,
    tree,
    results,
    related,
    registerResultCommands(results, related),
    new LibraryProblems(library, log),
    habits,
    new Completion(completion, habits),
    ghostText,
    registerCommands({
      library,
      sources,
      tree,
      reader,
      drafts,
      actions,
      search: searchCommand,
      habits,
      ghostText,
      intake,
    }),
    onDidChangeSettings(sourceSettings, reopen),
    vscode.workspace.onDidChangeWorkspaceFolders(reopen),
  );
  return createApi(library, search, completion, async () => (await intake()).importer);
}

/** A function that makes its value when it is first called, and returns the same ever after; a failure is tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
