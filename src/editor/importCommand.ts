import * as vscode from 'vscode';
import type { Library } from '../library/library';
import { quoteCategory } from '../library/article';
import type { NewArticle, WrittenFile } from './articleWriter';
import { writeArticles } from './articleWriter';
import { askFiles } from './askFiles';
import { apiReport } from './apiReport';
import type { ImportReport } from './api';
import type { ImportHistory } from './importHistory';
import type { Choice, Folders } from './importPreview';
import { ImportPreview } from './importPreview';
import { describeIntakeProblem } from './importProblems';
import { importReport } from './importReport';
import type { ImportResult, IntakeEngine } from './importRun';
import { runImport } from './importRun';
import { originLabel } from './labels';
import type { LibrarySources } from './librarySources';
import { chooseQuotes } from './quotePicker';
import { newArticles } from './newArticles';
import type { VirtualDocuments } from './virtualDocuments';
import { usualCategories } from './treeNodes';

/** What an import needs of the rest. */
export interface ImportParts {
  readonly library: Library;
  readonly sources: LibrarySources;
  readonly history: ImportHistory;
  readonly documents: VirtualDocuments;
  readonly log: vscode.LogOutputChannel;
  readonly engine: IntakeEngine;
}

/** Takes files in: from a dialog, the explorer, the tree, or another extension. */
export class ImportCommand {
  private lastReport = '';

  constructor(private readonly parts: ImportParts) {}

  /**
   * Imports with progress and a preview. Nothing is written before the writer agrees.
   * @param uris files and folders; without them a dialog asks
   */
  async run(uris: readonly vscode.Uri[] | undefined, { preview = true } = {}): Promise<void> {
    const chosen = uris?.length ? uris : await askFiles();
    if (!chosen) return;
    const { engine } = this.parts;
    const result = await this.read(engine, chosen);
    if (!result) return;
    this.note(result);
    if (result.articles.length === 0) {
      void this.tellNothing(result);
      return;
    }
    const choice = preview ? await this.preview(engine, result) : this.usual(result);
    if (!choice) return;
    const written = await this.write(engine, result, choice);
    // Who called need not wait until the message is answered.
    if (written) void this.tell(engine, result, choice, written);
  }

  /** Imports without asking; cancelled or failed, it rejects and nothing is written. @param dryRun writes nothing */
  async runQuietly(uris: readonly vscode.Uri[], { dryRun = false } = {}): Promise<ImportReport> {
    const { engine } = this.parts;
    const { token } = new vscode.CancellationTokenSource();
    const result = await runImport(engine, this.parts.library, uris, token);
    if (dryRun) return apiReport(result, []);
    const choice = this.usual(result);
    return apiReport(result, await this.save(choice.folder, newArticles(engine, choice.articles), token));
  }

  /** Takes the latest import back. */
  async undo(): Promise<void> {
    const undone = await this.parts.history.undo();
    if (!undone) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no import to undo.'));
      return;
    }
    await this.parts.sources.announce(undone.removed, { deleted: true });
    const message = vscode.l10n.t('Import undone: {0} file(s) deleted.', undone.removed.length);
    if (undone.changed.length === 0) void vscode.window.showInformationMessage(message);
    else {
      const names = undone.changed.map((uri) => uri.path.split('/').at(-1)).join('、');
      void vscode.window.showWarningMessage(`${message} ${vscode.l10n.t('Changed since and left alone: {0}', names)}`);
    }
  }

  /** Shows the report of the latest import of this session. */
  async showReport(): Promise<void> {
    if (this.lastReport) await this.parts.documents.show(vscode.l10n.t('Import Report'), this.lastReport);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was imported yet.'));
  }

  private async read(engine: IntakeEngine, uris: readonly vscode.Uri[]): Promise<ImportResult | undefined> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading Material'),
      cancellable: true,
    };
    try {
      return await vscode.window.withProgress(options, (progress, token) => {
        let last = 0;
        return runImport(engine, this.parts.library, uris, token, (done, of, name) => {
          progress.report({ message: name, increment: (100 * (done - last)) / of });
          last = done;
        });
      });
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      throw error;
    }
  }

  private note(result: ImportResult): void {
    for (const { code, name, detail } of result.problems) this.parts.log.warn(`import: ${code}: ${name} ${detail}`);
    this.lastReport = importReport(result);
  }

  private async tellNothing({ problems: [first, ...rest] }: ImportResult): Promise<void> {
    const show = vscode.l10n.t('Show Report');
    const reason = first ? describeIntakeProblem(first) : vscode.l10n.t('There is nothing in it that can be taken in.');
    const message = rest.length
      ? `${reason} ${vscode.l10n.t('Other files that were not taken in: {0}.', rest.length)}`
      : reason;
    if ((await vscode.window.showWarningMessage(message, show)) === show) await this.showReport();
  }

  private preview(engine: IntakeEngine, result: ImportResult): Promise<Choice | undefined> {
    const { documents, library } = this.parts;
    const known = library.articles.map(({ category }) => category);
    const categories = [...new Set([...usualCategories, ...result.categories, ...known])].filter(Boolean);
    return new ImportPreview(result, engine, documents, this.folders(), categories).open();
  }

  private folders(): Folders {
    const { personalFolder, workspaceSourceFolders } = this.parts.sources;
    return [
      { label: originLabel('personal'), uri: personalFolder },
      ...workspaceSourceFolders.map((uri) => ({ label: uri.path.split('/').slice(-2).join('/'), uri })),
    ];
  }

  /** All that the library does not hold, into the personal folder. */
  private usual({ articles }: ImportResult): Choice {
    const fresh = articles.filter(({ known }) => !known);
    return {
      articles: fresh.map((planned) => ({ planned, front: planned.draft.front })),
      folder: this.parts.sources.personalFolder,
    };
  }

  private async write(
    engine: IntakeEngine,
    result: ImportResult,
    { articles, folder }: Choice,
  ): Promise<readonly WrittenFile[] | undefined> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Writing Material'),
      cancellable: true,
    };
    try {
      const written = await vscode.window.withProgress(options, (_, token) =>
        this.save(folder, newArticles(engine, articles), token),
      );
      this.lastReport = importReport(
        result,
        written.map(({ uri }) => uri),
      );
      return written;
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) {
        this.parts.log.error(`import: ${String(error)}`);
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            'The folder “{0}” cannot be written to, so nothing was imported: {1}',
            folder.path.split('/').at(-1) ?? '',
            reason,
          ),
        );
      }
      return undefined;
    }
  }

  private async save(
    folder: vscode.Uri,
    articles: readonly NewArticle[],
    token: vscode.CancellationToken,
  ): Promise<readonly WrittenFile[]> {
    const { history, sources } = this.parts;
    const written = await writeArticles(folder, articles, token);
    await history.add(written);
    await sources.announce(written.map(({ uri }) => uri));
    return written;
  }

  private async tell(
    engine: IntakeEngine,
    result: ImportResult,
    choice: Choice,
    written: readonly WrittenFile[],
  ): Promise<void> {
    const [report, quotes, undo] = [
      vscode.l10n.t('Show Report'),
      vscode.l10n.t('Choose Quotes…'),
      vscode.l10n.t('Undo'),
    ];
    const there = choice.articles.length - written.length;
    const lacking = result.missing.length;
    const message = [
      vscode.l10n.t('{0} article(s) imported.', written.length),
      ...(there ? [vscode.l10n.t('{0} were there already.', there)] : []),
      ...(lacking ? [vscode.l10n.t('{0} promised article(s) are missing.', lacking)] : []),
      ...(result.problems.length ? [vscode.l10n.t('{0} file(s) were not taken in.', result.problems.length)] : []),
    ].join(' ');
    const answer = await vscode.window.showInformationMessage(
      message,
      report,
      ...(written.length ? [quotes, undo] : []),
    );
    if (answer === report) await this.showReport();
    else if (answer === undo) await this.undo();
    else if (answer === quotes) await this.keepQuotes(engine, choice);
  }

  private async keepQuotes(engine: IntakeEngine, { articles, folder }: Choice): Promise<void> {
    const chosen = await chooseQuotes(engine, articles);
    const files = chosen.map(({ title, quotes }): NewArticle => {
      const front = {
        title: vscode.l10n.t('Quotes from {0}', title),
        category: quoteCategory,
        tags: [],
        source: title,
        date: '',
      };
      const text = engine.toMarkdown(
        front,
        quotes.map((quote) => ({ kind: 'item', text: quote })),
      );
      return { folder: quoteCategory, name: engine.fileName(front.title), text };
    });
    if (files.length) await this.save(folder, files, new vscode.CancellationTokenSource().token);
  }
}
