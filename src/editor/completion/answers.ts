import * as vscode from 'vscode';
import type { Completions } from '../../completion/candidate';
import type { CompletionEngine } from '../../completion/completionEngine';
import { settings } from '../shared/settings';
import type { AcceptanceStore } from './acceptanceStore';

/** What to show at one position of one version of a document. */
interface Answer {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly offset: number;
  readonly deliberate: boolean;
  readonly completions: Completions;
}

/** Asks the engine once for each position of each version of a document: the list and ghost text share the answer. */
export class Answers {
  private latest: Answer | undefined;

  constructor(private readonly store: AcceptanceStore) {}

  /** @param deliberate whether the writer asked for a list */
  at(
    engine: CompletionEngine,
    document: vscode.TextDocument,
    position: vscode.Position,
    deliberate = false,
  ): Completions {
    const offset = document.offsetAt(position);
    const { version } = document;
    const { latest } = this;
    const isSame = latest?.document === document && latest.version === version && latest.offset === offset;
    if (isSame && latest.deliberate === deliberate) return latest.completions;
    const completions = engine.complete(document.getText(), offset, {
      show: settings.completionShow(),
      offered: this.store.offered(document, position),
      copies: copiesOf(document, position),
      deliberate,
    });
    this.latest = { document, version, offset, deliberate, completions };
    return completions;
  }

  /** Forgets the answer: what the engine knows or the writer wants has changed. */
  reset(): void {
    this.latest = undefined;
  }
}

/** The other cursors of the editor: in a snippet, the copies of the blank that is being filled in. */
function copiesOf(document: vscode.TextDocument, position: vscode.Position): readonly number[] {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return [];
  return editor.selections
    .filter(({ active }) => !active.isEqual(position))
    .map(({ active }) => document.offsetAt(active));
}
