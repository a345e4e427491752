import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { documentName } from '../../export/documentName';
import type { SetDraft } from '../../export/exportDraft';
import { docxOf } from '../../export/exportDraft';
import { showError, showInformation } from '../shared/messages';
import { draftsIn } from './draftFiles';
import type { DraftInput } from './draftInput';
import { inputOf, setInput } from './draftInput';
import type { ExportArguments } from './exportArguments';
import type { ExportReport } from './exportReport';
import { loadProfile } from './profileFile';
import { askOverwrite, writeWhole } from './writeDocument';
import type { Drafts } from '../shared/drafts';
import { exists, parentOf } from '../shared/files';
import { settings } from '../shared/settings';
import { labelText } from '../shared/shownText';

type ExportOptions = Omit<ExportArguments, 'uris'>;

/** Exports drafts as Word documents: the one in the editor, files, or whole folders. */
export class ExportCommand {
  constructor(
    private readonly drafts: Drafts,
    private readonly report: ExportReport,
  ) {}

  /** @returns the documents that were written */
  async run({ uris, ...options }: ExportArguments): Promise<readonly vscode.Uri[]> {
    try {
      if (!uris) return await this.exportEditor(options);
      const found = await draftsIn(uris);
      const [only] = found;
      if (!only) {
        void showInformation(vscode.l10n.t('There is no Markdown or text file to export.'));
        return [];
      }
      if (found.length === 1) return await this.exportOne(only, options);
      return await this.exportMany(found, options);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(vscode.l10n.t('The draft could not be exported: {0}', reason));
      return [];
    }
  }

  private async exportEditor(options: ExportOptions): Promise<readonly vscode.Uri[]> {
    const document = (await this.drafts.editor())?.document;
    if (!document) {
      void showInformation(vscode.l10n.t('Open the draft that is to be exported.'));
      return [];
    }
    return this.exportDocument(document, options);
  }

  private async exportOne(uri: vscode.Uri, options: ExportOptions): Promise<readonly vscode.Uri[]> {
    return this.exportDocument(await vscode.workspace.openTextDocument(uri), options);
  }

  private async exportDocument(
    document: vscode.TextDocument,
    { profile, target, fileName }: ExportOptions,
  ): Promise<readonly vscode.Uri[]> {
    const input = inputOf(document);
    const set = await setInput(input, await loadProfile(profile, document.uri));
    const name = nameOf(set, document.uri, fileName);
    const uri = target ? await fileIn(target, name) : await askTarget(input, name);
    if (!uri) return [];
    // The dialog has asked already.
    if (target && (await exists(uri)) && (await askOverwrite(uri, false)) !== 'overwrite') return [];
    await writeWhole(uri, await docxOf(set));
    await this.report.add([{ uri, set, text: input.text, languageId: input.languageId }]);
    return [uri];
  }

  /** Each draft beside itself or into the target folder, one after the other. */
  private async exportMany(
    uris: readonly vscode.Uri[],
    { profile, target, fileName }: ExportOptions,
  ): Promise<readonly vscode.Uri[]> {
    const written: Parameters<ExportReport['add']>[0][number][] = [];
    const failed: string[] = [];
    let stopped = false;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Exporting drafts'),
      cancellable: true,
    };
    await vscode.window.withProgress(options, async (progress, token) => {
      let always: 'overwrite' | 'skip' | undefined;
      for (const uri of uris) {
        stopped = token.isCancellationRequested;
        if (stopped) break;
        progress.report({ message: labelText(baseName(uri.path)), increment: 100 / uris.length });
        try {
          const document = await vscode.workspace.openTextDocument(uri);
          const input = inputOf(document);
          const set = await setInput(input, await loadProfile(profile, uri));
          const goal = vscode.Uri.joinPath(target ?? parentOf(uri), `${nameOf(set, uri, fileName)}.docx`);
          // Two drafts of one name are two documents.
          const taken = new Set(written.map((one) => one.uri.toString()));
          const free = taken.has(goal.toString()) ? numbered(goal, taken) : goal;
          if (await exists(free)) {
            const answer = always ?? (await askOverwrite(free, true));
            stopped = answer === 'cancel';
            if (stopped) break;
            if (answer === 'overwriteAll') always = 'overwrite';
            if (answer === 'skipAll') always = 'skip';
            if (answer === 'skip' || answer === 'skipAll') continue;
          }
          await writeWhole(free, await docxOf(set));
          written.push({ uri: free, set, text: input.text, languageId: input.languageId });
        } catch (error) {
          failed.push(`${baseName(uri.path)}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    });
    if (stopped)
      void showInformation(
        vscode.l10n.t('Export stopped: {0} of {1} drafts were written.', written.length, uris.length),
      );
    if (failed.length > 0) void showError(vscode.l10n.t('Could not be exported: {0}', failed.join('; ')));
    if (written.length > 0) await this.report.add(written);
    return written.map(({ uri }) => uri);
  }
}

/** Name of a document without its ending, by the pattern. */
const nameOf = ({ document }: SetDraft, uri: vscode.Uri, pattern: string | undefined): string =>
  documentName(pattern ?? settings.exportFileName(uri), document, uri.scheme === 'untitled' ? '' : uri.path);

function numbered(uri: vscode.Uri, taken: ReadonlySet<string>): vscode.Uri {
  for (let number = 2; ; number++) {
    const next = uri.with({ path: uri.path.replace(/\.docx$/, ` ${number}.docx`) });
    if (!taken.has(next.toString())) return next;
  }
}

/** A target that ends in `.docx` is the file, any other a folder. */
const fileIn = (target: vscode.Uri, name: string): Promise<vscode.Uri> =>
  Promise.resolve(/\.docx$/i.test(target.path) ? target : vscode.Uri.joinPath(target, `${name}.docx`));

function askTarget({ folder }: DraftInput, name: string): Thenable<vscode.Uri | undefined> {
  const base = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export as Word Document'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [vscode.l10n.t('Word document')]: ['docx'] },
    ...(base && { defaultUri: vscode.Uri.joinPath(base, `${name}.docx`) }),
  });
}
