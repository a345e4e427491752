import type * as vscode from 'vscode';
import type { Library } from '../../library/library';
import { ClipCommand } from './clipCommand';
import { ImportCommand } from './importCommand';
import { ImportHistory } from './importHistory';
import * as engine from './intakeEngine';
import type { LibrarySources } from '../library/librarySources';
import { VirtualDocuments } from './virtualDocuments';

/** What takes material in. */
export interface Intake extends vscode.Disposable {
  readonly importer: ImportCommand;
  readonly clipper: ClipCommand;
}

/** Builds the parts that take material in; loaded with all that they need when the first of them is wanted. */
export function createIntake(parts: {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
}): Intake {
  const documents = new VirtualDocuments();
  const history = new ImportHistory(parts.memento);
  return {
    importer: new ImportCommand({ ...parts, history, documents, engine }),
    clipper: new ClipCommand({ ...parts, engine }),
    dispose: () => documents.dispose(),
  };
}
