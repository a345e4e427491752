import * as vscode from 'vscode';
import type { RelatedView } from './relatedView';
import type { ResultNode, SearchNode } from './resultNodes';
import type { ResultsView } from './resultsView';

/** A selection that is longer is searched for by its beginning. */
const longestSelection = 500;

/** Registers the commands of the results and of the related passages. */
export function registerResultCommands(results: ResultsView, related: RelatedView): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const onSearch =
    (act: (node: SearchNode) => Promise<void>) =>
    async (node?: ResultNode): Promise<void> => {
      if (node?.kind === 'search') await act(node);
    };
  return vscode.Disposable.from(
    registerCommand('gongwen.searchSelection', () => searchSelection(results)),
    registerCommand('gongwen.results.next', () => results.step(1)),
    registerCommand('gongwen.results.previous', () => results.step(-1)),
    registerCommand('gongwen.results.rerun', (node?: ResultNode) =>
      results.rerun(node?.kind === 'search' ? node : undefined),
    ),
    registerCommand('gongwen.results.clear', () => results.close()),
    registerCommand(
      'gongwen.results.pin',
      onSearch((node) => results.pin(node, true)),
    ),
    registerCommand(
      'gongwen.results.unpin',
      onSearch((node) => results.pin(node, false)),
    ),
    registerCommand(
      'gongwen.results.close',
      onSearch((node) => results.close(node)),
    ),
    registerCommand('gongwen.related.freeze', () => related.freeze(true)),
    registerCommand('gongwen.related.follow', () => related.freeze(false)),
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
