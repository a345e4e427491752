import type * as vscode from 'vscode';
import type { WorkerPort } from '../../base/workerPort';
import { IntakeClient } from '../../intake/worker/intakeClient';
import type { Library } from '../../library/library';
import { ClipCommand } from './clipCommand';
import { ImportCommand } from './importCommand';
import type { ImportHistory } from './importHistory';
import * as engine from './intakeEngine';
import type { LibrarySources } from '../library/librarySources';
import { ImportedFiles } from '../shared/importedFiles';
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
  readonly history: ImportHistory;
  readonly log: vscode.LogOutputChannel;
  /** Starts a worker that runs the bundle of this name. */
  readonly startWorker: (name: string) => WorkerPort;
}): Intake {
  const documents = new VirtualDocuments();
  const reader = new IntakeClient(() => parts.startWorker('intakeWorker'));
  return {
    importer: new ImportCommand({ ...parts, imported: new ImportedFiles(parts.memento), documents, engine, reader }),
    clipper: new ClipCommand({ ...parts, engine }),
    dispose: () => {
      documents.dispose();
      reader.dispose();
    },
  };
}
