import * as vscode from 'vscode';
import type { RelatedView } from './relatedView';
import type { ResultNode, SearchNode } from './resultNodes';
import type { ResultsView } from './resultsView';

/** A selection that is longer is searched for by its beginning. */
const longestSelection = 500;

/** Registers the commands of the results and of the related passages. */
export function registerResultCommands(results: ResultsView, related: RelatedView): vscode.Disposable {
  const register = (name: string, handler: (argument?: ResultNode) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`gongwen.${name}`, handler);
  const onSearch =
    (act: (node: SearchNode) => Promise<void>) =>
    async (node?: ResultNode): Promise<void> => {
      if (node?.kind === 'search') await act(node);
    };
  return vscode.Disposable.from(
    register('searchSelection', () => searchSelection(results)),
    register('results.next', () => results.step(1)),
    register('results.previous', () => results.step(-1)),
    register('results.rerun', (node) => results.rerun(node?.kind === 'search' ? node : undefined)),
    register('results.clear', () => results.close()),
    register(
      'results.pin',
      onSearch((node) => results.pin(node, true)),
    ),
    register(
      'results.unpin',
      onSearch((node) => results.pin(node, false)),
    ),
    register(
      'results.close',
      onSearch((node) => results.close(node)),
    ),
    register('related.freeze', () => related.freeze(true)),
    register('related.follow', () => related.freeze(false)),
  );
}

/** Searches for what is selected, or for the line of the cursor where nothing is. */
async function searchSelection(results: ResultsView): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const selected = selection.isEmpty ? document.lineAt(selection.active.line).text : document.getText(selection);
  const query = plainQuery(selected);
  if (query) await results.show(query);
}

/** Text as a query of words: what the query language takes for its own is left out. */
const plainQuery = (text: string): string =>
  text
    .slice(0, longestSelection)
    .replace(/["“”＂「」『』*#>]/g, ' ')
    .replace(/(^|\s)[-－−]+/g, '$1')
    .replace(/[:：]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
