import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { SharedLibrary, Unit } from '../../shared/sharedLibrary';
import { showError, showInformation, showWarning } from '../shared/messages';
import type { Server } from './server';
import { labelText, shownRow } from '../shared/shownText';
import { choosePublished } from './publishPreview';

/**
 * Publishes articles to the shared library: shows each with what is there of it already, for the user to tick what goes; what is
 * there word for word, or nearly, is not ticked.
 */
export async function publishArticles(server: Server, articles: readonly Article[]): Promise<void> {
  if (articles.length === 0) {
    void showInformation(vscode.l10n.t('Select articles of your own library to publish.'));
    return;
  }
  try {
    const library = await server.open();
    const unit = await chooseUnit(await library.ownUnits());
    if (!unit) return;
    const known = await withProgress(vscode.l10n.t('Comparing with the shared library'), () =>
      library.known(unit, articles),
    );
    const chosen = await choosePublished(articles, known, unit.name);
    if (chosen?.length) await publishTo(library, unit, chosen);
  } catch (error) {
    void showError(await server.describe(error));
  } finally {
    server.announce();
  }
}

async function publishTo(library: SharedLibrary, unit: Unit, articles: readonly Article[]): Promise<void> {
  const counts = { new: 0, revised: 0, unchanged: 0 };
  let done = 0;
  try {
    await withProgress(labelText(vscode.l10n.t('Publishing to {0}', unit.name)), (report) =>
      library.publish(unit, articles, (batch, published) => {
        for (const { outcome } of published) counts[outcome]++;
        done += batch.length;
        report.report({ message: `${done} / ${articles.length}`, increment: (100 * batch.length) / articles.length });
      }),
    );
  } finally {
    // What was confirmed is said also where a later batch failed.
    if (done > 0) {
      void showInformation(
        vscode.l10n.t(
          'Published in {0}: {1} new, {2} as a new version, {3} unchanged.',
          ...[unit.name, counts.new, counts.revised, counts.unchanged],
        ),
      );
    }
  }
}

async function chooseUnit(units: readonly Unit[]): Promise<Unit | undefined> {
  const [only, ...others] = units;
  if (!only) {
    void showWarning(vscode.l10n.t('You belong to no office of the shared library: ask its keeper.'));
    return undefined;
  }
  if (others.length === 0) return only;
  const items = units.map((unit) => shownRow({ label: unit.name, unit }));
  const title = vscode.l10n.t('Office to publish for');
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.unit;
}

const withProgress = <T>(
  title: string,
  run: (report: vscode.Progress<{ message?: string; increment?: number }>) => Promise<T>,
): Thenable<T> => vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, run);
