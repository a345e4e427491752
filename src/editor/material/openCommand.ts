import * as vscode from 'vscode';
import type { Material } from './material';
import { readerUri } from './reader';

/**
 * The command of a row that stands for material: shows it in the reader, with the cursor on what a search found, else on its
 * beginning.
 *
 * It is VS Code's own command because the editor keeps the arguments of an extension's commands under a number that it
 * forgets when the view is refreshed, so that a click meanwhile would fail; those of `vscode.open` stand in the row itself.
 * With it come the habits of the explorer: the focus stays in the view, and a double click keeps the tab.
 */
export function openCommand(material: Material): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { selection: selectionIn(material) };
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [readerUri(material.article), options],
  };
}

/** Counts lines from the passage's own, which is known: an article of 10,000 passages is not gone through for each. */
function selectionIn({ article: { text }, offset, passage, match }: Material): vscode.Range {
  const { start, end } = match ?? { start: 0, end: 0 };
  const [from, line] = passage ? [passage.offset, passage.line] : [0, 0];
  const first = advance(text, { offset: from, line }, offset + start);
  return new vscode.Range(first, advance(text, { offset: offset + start, line: first.line }, offset + end));
}

function advance(text: string, from: { offset: number; line: number }, offset: number): vscode.Position {
  let { line } = from;
  for (let at = text.indexOf('\n', from.offset); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  const before = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
  return new vscode.Position(line, offset - before - 1);
}
