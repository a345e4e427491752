import * as vscode from 'vscode';
import { Debouncer } from '../../base/debouncer';

/** Milliseconds after a document was opened: what it needs first is for the editor to draw it. */
const delay = 50;

/**
 * Begins something once, soon after the first document of a kind is open, so that nothing of it is loaded before.
 * @param isMeant may depend on the settings
 */
export function onFirstDocument(
  isMeant: (document: vscode.TextDocument) => boolean,
  begin: () => void,
): vscode.Disposable {
  const look = new Debouncer(() => {
    if (!vscode.workspace.textDocuments.some(isMeant)) return;
    waiting.dispose();
    begin();
  }, delay);
  const waiting = vscode.Disposable.from(
    look,
    vscode.workspace.onDidOpenTextDocument(() => look.schedule()),
    vscode.workspace.onDidChangeConfiguration(() => look.schedule()),
  );
  look.schedule();
  return waiting;
}
