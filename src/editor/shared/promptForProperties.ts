import * as vscode from 'vscode';
import type { FrontMatter } from '../../library/document';
import { shownRow, shownText } from './shownText';

/** What has such properties: an article of the library, or one that is about to be. */
type Described = Pick<FrontMatter, 'title' | 'tags' | 'source' | 'date'>;

type Property = 'tags' | 'source' | 'date';

/** Between tags. */
const separators = /[,，、;；#＃\s]+/;

/**
 * Lets tags, source and date be changed, of one article or of several at once. What several do not share is empty at first, and
 * stays as it is unless it is given.
 * @returns what is changed; undefined when the writer gives up
 */
export async function promptForProperties(articles: readonly Described[]): Promise<Partial<FrontMatter> | undefined> {
  const changes: { tags?: readonly string[]; source?: string; date?: string } = {};
  /** Undefined where several have different values. */
  const shared = (property: Property): string | undefined => {
    const values = new Set(articles.map((article) => written(article, property)));
    return values.size > 1 ? undefined : [...values][0];
  };
  const value = (property: Property): string | undefined =>
    changes[property] === undefined ? shared(property) : written(changes, property);
  for (;;) {
    const labels: Readonly<Record<Property, string>> = {
      tags: vscode.l10n.t('Tags'),
      source: vscode.l10n.t('Source'),
      date: vscode.l10n.t('Date'),
    };
    const rows = (['tags', 'source', 'date'] as const).map((property) =>
      shownRow({ label: labels[property], description: value(property) ?? vscode.l10n.t('(different)'), property }),
    );
    const save = { label: vscode.l10n.t('$(check) Save the Changes'), property: undefined };
    const changed = Object.keys(changes).length > 0;
    const [first] = articles;
    const picked = await vscode.window.showQuickPick<
      vscode.QuickPickItem & { readonly property: Property | undefined }
    >(changed ? [save, ...rows] : rows, {
      title: articles.length === 1 && first ? shownText(first.title) : vscode.l10n.t('{0} articles', articles.length),
      placeHolder: vscode.l10n.t('Pick what to change'),
      // Where a text is from is looked up elsewhere.
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    const { property } = picked;
    if (!property) return changes;
    const typed = await vscode.window.showInputBox({
      title: labels[property],
      value: value(property) ?? '',
      ignoreFocusOut: true,
      prompt:
        property === 'tags'
          ? vscode.l10n.t('Several tags are separated by blanks or 、')
          : property === 'date'
            ? vscode.l10n.t('For example 2026-03-05')
            : vscode.l10n.t('Where the text comes from'),
    });
    // Enter on what was not touched changes nothing: several articles would lose what they have.
    if (typed === undefined || typed === (value(property) ?? '')) continue;
    if (property === 'tags') changes.tags = [...new Set(typed.split(separators).filter(Boolean))];
    else changes[property] = typed.trim();
  }
}

const written = (values: Partial<Pick<FrontMatter, Property>>, property: Property): string =>
  property === 'tags' ? (values.tags ?? []).join('、') : (values[property] ?? '');
