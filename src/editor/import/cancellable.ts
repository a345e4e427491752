import * as vscode from 'vscode';
import { showInformation } from '../shared/messages';
import type { Report } from './importRun';
import { labelText } from '../shared/shownText';

/**
 * Does a part of an import that may take long, with progress and a button that cancels it.
 * @returns undefined when it was cancelled, which a message has said then
 */
export async function cancellable<T>(
  title: string,
  work: (report: Report, token: vscode.CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress(options, (progress, token) => {
      let last = 0;
      const report: Report = (done, of, name) => {
        progress.report({ message: labelText(name), increment: (100 * (done - last)) / of });
        last = done;
      };
      return work(report, token);
    });
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) throw error;
    void showInformation(vscode.l10n.t('Import cancelled: nothing was written.'));
    return undefined;
  }
}
