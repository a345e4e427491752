import type * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Library } from '../../library/library';
import type { LibraryStore } from '../../search/persistence/libraryStore';
import type { PassageSearch } from '../../search/passageSearch';
import type { SearchService } from '../../search/searchService';
import type * as engineModule from '../engine';
import type { ShippedFiles } from '../library/shippedFiles';
import type { MaterialRoom } from '../material';
import type { SharedRoom } from '../sharedLibrary';
import { IndexingStatus } from './indexingStatus';
import { RelatedView } from './relatedView';
import { registerResultCommands } from './resultCommands';
import { ResultsView } from './resultsView';
import { SearchCommand } from './searchCommand';

/**
 * The search, the view in which its results stay, and the view of related passages.
 * @returns the engine for the library itself, and the same together with the shared library's, both built on first need
 */
export function registerSearch(
  context: vscode.ExtensionContext,
  parts: Pick<MaterialRoom, 'actions' | 'used' | 'uses'> & {
    readonly library: Library;
    readonly shipped: ShippedFiles;
    readonly store: () => Promise<LibraryStore>;
    readonly engine: () => Promise<typeof engineModule>;
    readonly log: vscode.LogOutputChannel;
    readonly shared: SharedRoom;
  },
): { readonly search: () => Promise<SearchService>; readonly merged: () => Promise<PassageSearch> } {
  const { library, shipped, store, engine, actions, used, uses, log, shared } = parts;
  const { subscriptions, workspaceState } = context;
  const search = once(async () => {
    const { IndexPersistence, SearchService } = await engine();
    const { version } = context.extension.packageJSON as { version: string };
    const { indexStore } = await store();
    const persistence = new IndexPersistence(
      indexStore,
      version,
      (message) => log.info(message),
      () => shipped.searchIndex(),
    );
    const service = new SearchService(library, persistence);
    subscriptions.push(service, new IndexingStatus(service, library));
    return service;
  });
  const merged = once(async (): Promise<PassageSearch> => {
    const { MergedSearch } = await engine();
    const both = new MergedSearch(await search(), shared.search, shared.report);
    subscriptions.push(shared.onDidChange(() => both.forget()));
    return both;
  });
  const results = new ResultsView(library, merged, actions, uses, workspaceState);
  const related = new RelatedView(merged, uses);
  const command = new SearchCommand({
    search: merged,
    library,
    actions,
    used,
    uses,
    results,
    log,
  });
  subscriptions.push(results, related, registerResultCommands(results, related), command.register());
  return { search, merged };
}
