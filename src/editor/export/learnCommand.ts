import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { deviationNotes } from '../../export/exportReport';
import { parameters } from '../../export/profile';
import { inDisplayLanguage } from '../checks/displayLanguage';
import { describeIntakeProblem } from '../import/importProblems';
import { exists, parentOf } from '../shared/files';
import { showError, showInformation } from '../shared/messages';
import type { ExportReport } from './exportReport';
import { askOverwrite, writeWhole } from './writeDocument';
import type { WordReader } from '../shared/wordReader';

/** Largest sample in bytes. */
const largestSample = 100_000_000;

/** Learns the layout of a Word document: its values become a file of settings for the export, and what deviates is listed. */
export class LearnCommand {
  constructor(
    private readonly words: () => Promise<WordReader>,
    private readonly report: ExportReport,
  ) {}

  /**
   * @param sample undefined to ask for it
   * @param target the file to write; undefined to ask for it
   * @returns the file that was written
   */
  async run(sample?: vscode.Uri, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    const uri = sample ?? (await askSample());
    if (!uri) return undefined;
    const name = baseName(uri.path);
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > largestSample)
        throw new Error(vscode.l10n.t('The file is too large.'));
      const bytes = await vscode.workspace.fs.readFile(uri);
      const outcome = await (await this.words()).run(vscode.l10n.t('Reading “{0}”', name), 'learnProfile', bytes);
      if (!outcome) return undefined;
      if ('code' in outcome) {
        void showError(describeIntakeProblem(vscode.l10n.t, { ...outcome, name }));
        return undefined;
      }
      const learned = outcome.result;
      if (!learned) throw new Error(vscode.l10n.t('It is no Word document (.docx) with text.'));
      const file = target ?? (await askTarget(uri));
      if (!file) return undefined;
      // The dialog has asked already.
      if (target && (await exists(file)) && (await askOverwrite(file, false)) !== 'overwrite') return undefined;
      const titled = parameters.flatMap(({ key, title }) => {
        const value = learned.values[key];
        return value === undefined ? [] : [[inDisplayLanguage({ en: key, zh: title.zh }), value] as const];
      });
      const content = `${JSON.stringify(Object.fromEntries(titled), null, 2)}\n`;
      await writeWhole(file, new TextEncoder().encode(content));
      const unknown = parameters
        .filter(({ key }) => learned.unknown.includes(key))
        .map(({ title }) => inDisplayLanguage(title));
      this.report.learned(name, deviationNotes(learned.profile), unknown);
      void this.offer(name, file, titled.length);
      return file;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = vscode.l10n.t('The layout of {0} could not be learned: {1}', name, reason);
      void showError(message);
      return undefined;
    }
  }

  private async offer(name: string, file: vscode.Uri, count: number): Promise<void> {
    const [use, open, show] = [
      vscode.l10n.t('Use in This Workspace'),
      vscode.l10n.t('Open'),
      vscode.l10n.t('Show Report'),
    ];
    const hasFolder = vscode.workspace.getWorkspaceFolder(file) !== undefined;
    const chosen = await showInformation(
      vscode.l10n.t('Learned from {0}: {1} values that are not the standard’s.', name, count),
      [...(hasFolder ? [use] : []), open, show],
    );
    if (chosen === show) this.report.show();
    if (chosen === open) await vscode.window.showTextDocument(file);
    if (chosen === use) {
      const path = vscode.workspace.asRelativePath(file, false);
      const configuration = vscode.workspace.getConfiguration('gongwen', file);
      await configuration.update('export.profile', path, vscode.ConfigurationTarget.Workspace);
    }
  }
}

async function askSample(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Sample Document'),
    openLabel: vscode.l10n.t('Learn the Layout'),
    filters: { [vscode.l10n.t('Word document')]: ['docx', 'dotx'] },
  });
  return chosen?.[0];
}

function askTarget(sample: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? parentOf(sample);
  const name = baseName(sample.path).replace(/\.[^.]*$/, '');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Layout'),
    filters: { JSON: ['json'] },
    defaultUri: vscode.Uri.joinPath(folder, vscode.l10n.t('Layout of {0}.json', name)),
  });
}
