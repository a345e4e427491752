import * as vscode from 'vscode';
import type { Tally } from '../../intake/importText';
import type { Mending } from '../../intake/clean/changeLog';
import type { Removal } from '../../library/document';
import type { PlannedArticle } from '../../intake/plan/planImport';
import type { IntakeProblem, UnreadPart } from '../../intake/problem';
import type { FileIntake, IntakeClient, ReadProgress } from '../../intake/worker/intakeClient';
import type { Library } from '../../library/library';
import type { Steps } from '../../base/slices';
import { finishInSlices, Slice } from '../../base/slices';
import { checksumOf } from '../../base/checksum';
import type { ImportInput } from './importFiles';
import { importFiles } from './importFiles';
import type * as engine from './intakeEngine';

/** The code that takes files in; loaded on first need. */
export type IntakeEngine = typeof engine;

/** A text that was removed, and the name of its file. */
export interface RemovedText extends Removal {
  readonly from: string;
}

/** What the files of one import hold, before anything is written. */
export interface ImportResult {
  readonly articles: readonly PlannedArticle[];
  readonly categories: readonly string[];
  readonly promised: number;
  readonly missing: readonly { readonly title: string; readonly category: string; readonly from: string }[];
  readonly removed: readonly RemovedText[];
  readonly tally: Tally;
  readonly mended: readonly Mending[];
  readonly problems: readonly IntakeProblem[];
  readonly unread: readonly UnreadPart[];
  /** Number of files that were looked at. */
  readonly files: number;
  /** Checksums of those whose text an editor shows as it is. */
  readonly checksums: readonly string[];
}

const plainText = /\.(?:md|txt)$/i;

/** Where progress goes to. */
export type Report = (done: number, of: number, name: string) => void;

/** Reads files and folders in a worker and plans what to write. Cancelled, it throws a `CancellationError`; nothing is written here. */
export async function runImport(
  code: IntakeEngine,
  library: Library,
  inputs: readonly ImportInput[],
  token: vscode.CancellationToken,
  reader: IntakeClient,
  report: Report = () => undefined,
): Promise<ImportResult> {
  const problems: IntakeProblem[] = [];
  const unread: UnreadPart[] = [];
  const files = await importFiles(code, inputs, problems, token);
  const slice = new Slice();
  const take = <T>(steps: Steps<T>): Promise<T> => finishInSlices(untilCancelled(steps, token), slice);
  const planner = new code.ImportPlanner();
  await library.caughtUp();
  await take(planner.remember(library.articles));
  const found: Omit<ImportResult, 'problems' | 'unread' | 'files' | 'promised' | 'checksums'>[] = [];
  const checksums: string[] = [];
  let promised = 0;
  let ahead = files[0]?.read();
  for (const [at, { name }] of files.entries()) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    report(at, files.length, name);
    const bytes = await ahead;
    // The next file comes from the disk while the worker takes this one in.
    ahead = files[at + 1]?.read();
    if (!bytes) continue;
    if (plainText.test(name)) checksums.push(await take(checksumOf(bytes)));
    const { intakes, ...faults } = await readIn(reader, name, bytes, token, (part, done, of) =>
      report(at + done / of, files.length, `${part} ${done}/${of}`),
    );
    problems.push(...faults.problems);
    unread.push(...faults.unread);
    for (const intake of intakes) {
      promised += intake.promised;
      const articles = await take(planner.plan(intake, name));
      const missing = intake.missing.map((one) => ({ ...one, from: name }));
      const removed = intake.removed.map((one) => ({ ...one, from: name }));
      found.push({ ...intake, missing, removed, articles });
    }
  }
  return {
    articles: found.flatMap(({ articles }) => articles),
    categories: [...new Set(found.flatMap(({ categories }) => categories))],
    promised,
    missing: found.flatMap(({ missing }) => missing),
    removed: found.flatMap(({ removed }) => removed),
    tally: sumOf(found.map(({ tally }) => tally)),
    mended: found.flatMap(({ mended }) => mended),
    problems,
    unread,
    files: files.length,
    checksums,
  };
}

const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      read: sum.read + one.read,
      inArticles: sum.inArticles + one.inArticles,
      removed: sum.removed + one.removed,
    }),
    { read: 0, inArticles: 0, removed: 0 },
  );

/** Reads a file in the worker. @throws a `CancellationError` */
async function readIn(
  reader: IntakeClient,
  name: string,
  bytes: Uint8Array,
  token: vscode.CancellationToken,
  progress: ReadProgress,
): Promise<FileIntake> {
  try {
    return await reader.read(name, bytes, token, progress);
  } catch (error) {
    throw token.isCancellationRequested ? new vscode.CancellationError() : error;
  }
}

function* untilCancelled<T>(steps: Steps<T>, token: vscode.CancellationToken): Steps<T> {
  for (;;) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
}
