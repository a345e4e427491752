import * as vscode from 'vscode';
import { placesLeft } from '../../draft/blanks';
import type { Placeholder } from '../../draft/placeholders';
import { isProseDraft } from '../shared/drafts';

const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly places: readonly Placeholder[] }>();

/** The placeholders that are left in a document, in order of the text; none in what is no draft. */
export function openBlanks(document: vscode.TextDocument): readonly Placeholder[] {
  if (!isProseDraft(document)) return [];
  const { version } = document;
  const last = known.get(document);
  if (last?.version === version) return last.places;
  // Offsets count CR LF as the document has it.
  const places = placesLeft(document.getText());
  known.set(document, { version, places });
  return places;
}

/** The part of a document that is to be replaced; of brackets around nothing, the brackets too, so that it can be seen. */
export function rangeOf(document: vscode.TextDocument, { offset, text }: Placeholder): vscode.Range {
  const empty = text.trim() ? 0 : 1;
  return new vscode.Range(document.positionAt(offset - empty), document.positionAt(offset + text.length + empty));
}
