import type * as vscode from 'vscode';

/** Text of the line before a position. */
export const textBefore = (document: vscode.TextDocument, { line, character }: vscode.Position): string =>
  document.lineAt(line).text.slice(0, character);
