import * as vscode from 'vscode';
import type { Mending, Removal } from '../intake/ledger';
import type { PlannedArticle } from '../intake/planImport';
import type { IntakeProblem } from '../intake/problem';
import type { Library } from '../library/library';
import { finishInSlices, Slice } from '../library/slices';
import type * as engine from './intakeEngine';

/** The code that takes files in; loaded on first need. */
export type IntakeEngine = typeof engine;

/** What the files of one import hold, before anything is written. */
export interface ImportResult {
  readonly articles: readonly PlannedArticle[];
  readonly categories: readonly string[];
  readonly promised: number;
  readonly missing: readonly { readonly title: string; readonly category: string; readonly from: string }[];
  readonly removed: readonly Removal[];
  readonly mended: readonly Mending[];
  readonly problems: readonly IntakeProblem[];
  /** Number of files that were looked at. */
  readonly files: number;
}

/** Deeper folders are not looked into: a link that points upwards would never end. */
const maximumDepth = 8;

/** Where progress goes to. */
export type Report = (done: number, of: number, name: string) => void;

/** Reads files and folders and plans what to write. Cancelled, it throws a `CancellationError`; nothing is written here. */
export async function runImport(
  code: IntakeEngine,
  library: Library,
  uris: readonly vscode.Uri[],
  token: vscode.CancellationToken,
  report: Report = () => undefined,
): Promise<ImportResult> {
  const problems: IntakeProblem[] = [];
  const files = await collectFiles(code, uris, problems);
  const { parseFrontMatter } = await import('../library/parseArticle');
  const slice = new Slice();
  const planner = new code.ImportPlanner();
  await library.load();
  await finishInSlices(planner.remember(library.articles), slice);
  const found: Omit<ImportResult, 'problems' | 'files' | 'promised'>[] = [];
  let promised = 0;
  for (const [at, uri] of files.entries()) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const name = baseName(uri);
    report(at, files.length, name);
    const bytes = await readBytes(code, uri, problems);
    if (!bytes) continue;
    const { texts, problems: faults } = await finishInSlices(code.readFile(name, bytes, parseFrontMatter), slice);
    problems.push(...faults);
    for (const text of texts) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const intake = await finishInSlices(code.takeIn(text), slice);
      promised += intake.promised;
      const articles = await finishInSlices(planner.plan(intake, name), slice);
      const missing = intake.missing.map((one) => ({ ...one, from: name }));
      found.push({ ...intake, missing, articles });
    }
  }
  return {
    articles: found.flatMap(({ articles }) => articles),
    categories: [...new Set(found.flatMap(({ categories }) => categories))],
    promised,
    missing: found.flatMap(({ missing }) => missing),
    removed: found.flatMap(({ removed }) => removed),
    mended: found.flatMap(({ mended }) => mended),
    problems,
    files: files.length,
  };
}

async function readBytes(
  code: IntakeEngine,
  uri: vscode.Uri,
  problems: IntakeProblem[],
): Promise<Uint8Array | undefined> {
  const name = baseName(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > code.largestFile) problems.push({ code: 'tooLarge', name, detail: `${size} bytes` });
    else return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    problems.push({ code: 'unreadable', name, detail: String(error) });
  }
  return undefined;
}

/** The files that are meant: those given, whatever their names, and those below folders whose names are known. */
async function collectFiles(
  code: IntakeEngine,
  uris: readonly vscode.Uri[],
  problems: IntakeProblem[],
): Promise<readonly vscode.Uri[]> {
  const files = new Map<string, vscode.Uri>();
  const visit = async (uri: vscode.Uri, depth: number): Promise<void> => {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (!(type & vscode.FileType.Directory)) {
        if (depth === 0 || code.takenIn.test(uri.path)) files.set(uri.toString(), uri);
        return;
      }
      if (depth > maximumDepth) return;
      const entries = await vscode.workspace.fs.readDirectory(uri);
      for (const [name] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (!name.startsWith('.')) await visit(vscode.Uri.joinPath(uri, name), depth + 1);
      }
    } catch (error) {
      problems.push({ code: 'unreadable', name: baseName(uri), detail: String(error) });
    }
  };
  for (const uri of uris) await visit(uri, 0);
  return [...files.values()];
}

const baseName = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? uri.path;
