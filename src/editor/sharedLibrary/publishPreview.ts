import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { Known } from '../../shared/knownArticles';
import { labelText, shownText } from '../shared/shownText';

interface Row extends vscode.QuickPickItem {
  readonly article: Article;
  readonly known: Known;
}

/**
 * Shows what would be published as an import is shown: every article with its category, length, tags, source and date, and with what is
 * there of it already. What is there word for word, or nearly, is not ticked; buttons show a text, or compare it with the one there.
 * @param known what is there of each article
 * @returns what was ticked, undefined when the writer wants nothing of it
 */
export function choosePublished(
  articles: readonly Article[],
  known: readonly Known[],
  unit: string,
): Promise<readonly Article[] | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  const show = { iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Show Text') };
  const compare = { iconPath: new vscode.ThemeIcon('diff'), tooltip: vscode.l10n.t('Compare') };
  const rows = articles.map((article, at): Row => {
    const there = known[at] ?? { state: 'new' };
    return {
      article,
      known: there,
      label: labelText(article.title),
      description: labelText(categoryAndLength(article)),
      detail: detailOf(article, there),
      buttons: there.id === undefined ? [show] : [show, compare],
    };
  });
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // Texts are read while it is open.
  pick.ignoreFocusOut = true;
  pick.title = shownText(vscode.l10n.t('Publish to {0}', unit));
  pick.placeholder = vscode.l10n.t('Ticked articles are published; others may then read them');
  pick.items = rows;
  pick.selectedItems = rows.filter(({ known: { state } }) => state === 'new' || state === 'earlier');
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(
      ({ item, button }) => void (button === compare ? compareWithShared(item) : showOwn(item)),
    );
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ article }) => article));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

const categoryAndLength = ({ category, characters }: Article): string =>
  `${category || vscode.l10n.t('Uncategorised')} · ${vscode.l10n.t('{0} characters', characters)}`;

function detailOf({ source, date, tags }: Article, { state, title = '' }: Known): string {
  const remarks = {
    new: '',
    same: vscode.l10n.t('is there already, word for word'),
    earlier: vscode.l10n.t('becomes a new version'),
    similar: vscode.l10n.t('is nearly the same as “{0}”', title),
  };
  const isDoubtful = state === 'same' || state === 'similar';
  return [
    ...(remarks[state] ? [`${isDoubtful ? '$(warning) ' : ''}${labelText(remarks[state])}`] : []),
    ...(source ? [labelText(vscode.l10n.t('Source: {0}', source))] : []),
    ...(date ? [labelText(vscode.l10n.t('Date: {0}', date))] : []),
    ...(tags.length > 0 ? [labelText(vscode.l10n.t('Tags: {0}', tags.join('、')))] : []),
  ].join(' · ');
}

const beside = { preview: true, preserveFocus: true };

const showOwn = async ({ article }: Row): Promise<unknown> =>
  vscode.window.showTextDocument(vscode.Uri.parse(article.id), beside);

async function compareWithShared({ article, known }: Row): Promise<void> {
  if (known.id === undefined) return;
  const [there, own] = [known.id, article.id].map((id) => vscode.Uri.parse(id));
  const title = vscode.l10n.t('{0}: shared ↔ own', article.title);
  await vscode.commands.executeCommand('vscode.diff', there, own, shownText(title), beside);
}
