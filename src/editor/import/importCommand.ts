import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { IntakeClient } from '../../intake/worker/intakeClient';
import type { Library } from '../../library/library';
import { showError, showInformation, showWarning } from '../shared/messages';
import type { NewArticle, WrittenFile } from './articleWriter';
import { writeArticles } from './articleWriter';
import { askFiles } from './askFiles';
import { apiReport } from './apiReport';
import type { ImportReport } from './apiReport';
import type { ImportInput } from './importFiles';
import type { ImportHistory } from './importHistory';
import type { ImportedFiles } from '../shared/importedFiles';
import { outcomeMessage } from './importOutcome';
import type { Folders } from './askFiles';
import type { Choice } from './choice';
import { ImportPreview } from './importPreview';
import { describeIntakeProblem } from './importProblems';
import type { ImportOutcome } from './importReport';
import { importOutcome, importReport } from './importReport';
import { confirmUndo, leftAlone } from './confirmUndo';
import type { ImportResult, IntakeEngine } from './importRun';
import { runImport } from './importRun';
import type { LibrarySources } from '../library/librarySources';
import { chooseQuotes, quoteArticle } from './quotePicker';
import { cancellable } from './cancellable';
import { newArticles } from './newArticles';
import type { VirtualDocuments } from './virtualDocuments';
import { shippedCategories } from '../../library/categories';
import { setContext } from '../shared/contextKeys';
import { joinSentences, originLabel } from '../shared/labels';
import { lineText } from '../shared/shownText';

/** What an import needs of the rest. */
export interface ImportParts {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly history: ImportHistory;
  readonly imported: ImportedFiles;
  readonly documents: VirtualDocuments;
  readonly log: vscode.LogOutputChannel;
  readonly engine: IntakeEngine;
  readonly reader: IntakeClient;
}

/** Takes files in: from a dialog, the explorer, the tree, or another extension. */
export class ImportCommand {
  /** The latest import of this session. */
  private last: { readonly result: ImportResult; readonly outcome?: ImportOutcome } | undefined;
  private open: ImportPreview | undefined;

  constructor(private readonly parts: ImportParts) {}

  /**
   * Imports with progress and a preview. Nothing is written before the writer agrees.
   * @param inputs files and folders; without them a dialog asks
   */
  async run(inputs: readonly ImportInput[] | undefined, { preview = true } = {}): Promise<void> {
    const chosen = inputs?.length ? inputs : await askFiles();
    if (!chosen) return;
    const result = await this.read(chosen);
    if (!result) return;
    this.note(result);
    if (result.articles.length === 0) {
      void this.tellNothing(result);
      return;
    }
    const choice = preview ? await this.preview(result) : this.usual(result);
    if (!choice) return;
    if (preview && choice.articles.length === 0) {
      void showInformation(vscode.l10n.t('Nothing was ticked, so nothing was imported.'));
      return;
    }
    const id = crypto.randomUUID();
    const written = await this.write(id, choice);
    if (!written) return;
    await this.parts.imported.add(result.checksums);
    this.last = { result, outcome: importOutcome(result, choice, written) };
    if (written.length > 0) setContext('gongwen.didImport', true);
    // Who called need not wait until the message is answered.
    void this.tell(id, result, choice, written);
  }

  /** Imports without asking; cancelled or failed, it rejects and nothing is written. @param dryRun writes nothing */
  async runQuietly(uris: readonly vscode.Uri[], { dryRun = false } = {}): Promise<ImportReport> {
    const { engine, imported, library, reader } = this.parts;
    const { token } = new vscode.CancellationTokenSource();
    const result = await runImport(engine, library, uris, token, reader);
    if (dryRun) return apiReport(vscode.l10n.t, result, []);
    const { folder, articles } = this.usual(result);
    const written = await this.save(crypto.randomUUID(), folder, newArticles(engine, articles), token);
    await imported.add(result.checksums);
    return apiReport(vscode.l10n.t, result, written);
  }

  /**
   * Takes an import back, with the quotes that were kept of it.
   * @param id of the import; without it the latest
   * @param options `confirm`: whether to say what goes, and ask
   */
  async undo(id?: string, { confirm = true } = {}): Promise<void> {
    const { history } = this.parts;
    const undoing = await history.undoing(id);
    if (undoing && confirm && !(await confirmUndo(undoing))) return;
    const undone = undoing && (await history.undo(id));
    if (!undone) {
      void showInformation(vscode.l10n.t('There is no import to undo.'));
      return;
    }
    await this.parts.sources.announce(undone.removed, { deleted: true });
    const message = vscode.l10n.t('Import undone: {0} file(s) deleted.', undone.removed.length);
    const left = leftAlone(undone);
    if (left.length === 0) void showInformation(message);
    // What there was to say was said where there was nothing to delete.
    else if (undone.removed.length + undone.failed.length > 0) void showWarning(joinSentences([message, ...left]));
  }

  /** Shows the report of the latest import of this session. */
  async showReport(): Promise<void> {
    const { last, parts } = this;
    if (last) {
      const text = importReport(vscode.l10n.t, last.result, last.outcome);
      await parts.documents.show(vscode.l10n.t('Import Report'), text);
    } else void showInformation(vscode.l10n.t('Nothing was imported yet.'));
  }

  /** In the preview that is open, lists what was removed so that it can be put back. */
  async restoreRemoved(): Promise<void> {
    await this.open?.restore();
  }

  private read(inputs: readonly ImportInput[]): Promise<ImportResult | undefined> {
    const { engine, library, reader } = this.parts;
    return cancellable(vscode.l10n.t('Reading Material'), (report, token) =>
      runImport(engine, library, inputs, token, reader, report),
    );
  }

  private note(result: ImportResult): void {
    for (const { code, name, detail } of result.problems)
      this.parts.log.warn(lineText(`import: ${code}: ${name} ${detail}`));
    this.last = { result };
  }

  private async tellNothing({ problems: [first, ...rest] }: ImportResult): Promise<void> {
    const show = vscode.l10n.t('Show Report');
    const reason = first
      ? describeIntakeProblem(vscode.l10n.t, first)
      : vscode.l10n.t('There is nothing in it that can be taken in.');
    const message = joinSentences([
      reason,
      ...(rest.length ? [vscode.l10n.t('Other files that were not taken in: {0}.', rest.length)] : []),
    ]);
    if ((await showWarning(message, [show])) === show) await this.showReport();
  }

  private preview(result: ImportResult): Promise<Choice | undefined> {
    const { documents, engine, library } = this.parts;
    const known = library.articles.map(({ category }) => category);
    const categories = [...new Set([...shippedCategories, ...result.categories, ...known])].filter(Boolean);
    this.open = new ImportPreview(result, engine, documents, this.folders(), categories);
    return this.open.open();
  }

  private folders(): Folders {
    const { personalFolder, workspaceSourceFolders } = this.parts.sources;
    return [
      { label: originLabel(vscode.l10n.t, 'personal'), uri: personalFolder },
      ...workspaceSourceFolders.map((uri) => ({ label: uri.path.split('/').slice(-2).join('/'), uri })),
    ];
  }

  /** All that the library does not hold, into the personal folder. */
  private usual({ articles }: ImportResult): Choice {
    const fresh = articles.filter(({ known }) => !known);
    return {
      articles: fresh.map((planned) => ({ planned, front: planned.draft.front, blocks: planned.draft.blocks })),
      folder: this.parts.sources.personalFolder,
    };
  }

  /** Writes with progress; says so when it cannot, or is cancelled, and writes nothing then. */
  private async write(id: string, { articles, folder }: Choice): Promise<readonly WrittenFile[] | undefined> {
    const files = newArticles(this.parts.engine, articles);
    try {
      return await cancellable(vscode.l10n.t('Writing Material'), (report, token) =>
        this.save(id, folder, files, token, (done) => report(done, files.length, files[done]?.name ?? '')),
      );
    } catch (error) {
      this.tellUnwritable(folder, error);
      return undefined;
    }
  }

  private async save(
    id: string,
    folder: vscode.Uri,
    articles: readonly NewArticle[],
    token: vscode.CancellationToken,
    report?: (done: number) => void,
  ): Promise<readonly WrittenFile[]> {
    const { history, sources } = this.parts;
    const written = await writeArticles(folder, articles, token, report);
    await history.add(id, written);
    await sources.announce(written.map(({ uri }) => uri));
    return written;
  }

  private tellUnwritable(folder: vscode.Uri, error: unknown): void {
    this.parts.log.error(lineText(`import: ${String(error)}`));
    const reason = error instanceof Error ? error.message : String(error);
    const name = baseName(folder.path);
    void showError(vscode.l10n.t('The folder “{0}” cannot be written to, so nothing was imported: {1}', name, reason));
  }

  private async tell(id: string, result: ImportResult, choice: Choice, written: readonly WrittenFile[]): Promise<void> {
    const [report, quotes, undo] = [
      vscode.l10n.t('Show Report'),
      vscode.l10n.t('Choose Quotes…'),
      vscode.l10n.t('Undo'),
    ];
    const found = this.parts.sources.holds(choice.folder);
    const answer = await showInformation(outcomeMessage(vscode.l10n.t, result, choice, written.length, found), [
      report,
      ...(written.length ? [quotes, undo] : []),
    ]);
    if (answer === report) await this.showReport();
    else if (answer === undo) await this.undo(id);
    else if (answer === quotes) await this.keepQuotes(id, choice);
  }

  /** Those that the writer ticks become collections of the same import. */
  private async keepQuotes(id: string, { articles, folder }: Choice): Promise<void> {
    const { engine, library } = this.parts;
    const chosen = await chooseQuotes(engine, articles, library.articles);
    const files = chosen.map((quotes) => quoteArticle(engine, quotes));
    if (files.length === 0) return;
    try {
      await this.save(id, folder, files, new vscode.CancellationTokenSource().token);
      vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Saved to the library'), 3000);
    } catch (error) {
      this.tellUnwritable(folder, error);
    }
  }
}
