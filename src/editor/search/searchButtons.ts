import * as vscode from 'vscode';
import type { Facet, FacetCounts } from '../../search/passageSearch';
import { settings } from '../shared/settings';

/** What can be done with a row; the keys are those of the manifest. */
export type RowAction = 'insert' | 'open' | 'openToSide' | 'copy' | 'toggleFavorite';

/** What results are narrowed to; undefined for all of them. */
export type Narrowing = Facet | undefined;

/** In the order of their keys. */
export const narrowings: readonly Narrowing[] = [undefined, 'paragraph', 'quote', 'phrase', 'article'];

export interface RowButton extends vscode.QuickInputButton {
  readonly action: RowAction;
}

export interface NarrowButton extends vscode.QuickInputButton {
  readonly facet: Narrowing;
  /** Shows which one is chosen, where VS Code draws that; the title says it everywhere. */
  readonly toggle: { readonly checked: boolean };
}

/** Keys of the manifest; Enter does what the setting says. */
const keys: Readonly<Record<RowAction, string>> = {
  insert: 'Shift+Enter',
  open: 'Ctrl+Alt+E',
  openToSide: 'Ctrl+Enter',
  copy: 'Ctrl+Alt+X',
  toggleFavorite: 'Ctrl+Alt+M',
};

const keyOf = (action: RowAction): string => (action === settings.enterAction() ? 'Enter' : keys[action]);

const rowButton = (action: RowAction, icon: string, name: string): RowButton => ({
  action,
  iconPath: new vscode.ThemeIcon(icon),
  tooltip: vscode.l10n.t('{0} ({1})', name, keyOf(action)),
});

/** Buttons at the end of a row, each with its key. */
export const rowButtons = (starred: boolean): readonly RowButton[] => [
  rowButton('insert', 'insert', vscode.l10n.t('Insert into Draft')),
  rowButton('open', 'book', vscode.l10n.t('Open in Reader')),
  rowButton('openToSide', 'split-horizontal', vscode.l10n.t('Open to the Side')),
  rowButton('copy', 'copy', vscode.l10n.t('Copy')),
  starred
    ? rowButton('toggleFavorite', 'star-full', vscode.l10n.t('Remove from Favourites'))
    : rowButton('toggleFavorite', 'star-empty', vscode.l10n.t('Add to Favourites')),
];

/** One line that names the keys of a row. */
export const keyHelp = (): string =>
  vscode.l10n.t(
    '{0} insert · {1} open · {2} open to the side · {3} copy · {4} favourite · Ctrl+Alt+1…5 narrow',
    keyOf('insert'),
    keyOf('open'),
    keyOf('openToSide'),
    keyOf('copy'),
    keyOf('toggleFavorite'),
  );

const icons: Readonly<Record<Facet | 'all', string>> = {
  all: 'list-flat',
  paragraph: 'note',
  quote: 'quote',
  phrase: 'symbol-string',
  article: 'file-text',
};

/** Buttons that narrow the results, each with its key and the number of its matches. */
export const narrowButtons = (counts: FacetCounts | undefined, chosen: Narrowing): readonly NarrowButton[] =>
  narrowings.map((facet, at) => {
    const name = facetLabel(facet);
    const key = `Ctrl+Alt+${at + 1}`;
    return {
      facet,
      toggle: { checked: facet === chosen },
      iconPath: new vscode.ThemeIcon(icons[facet ?? 'all']),
      tooltip:
        facet && counts
          ? vscode.l10n.t('{0} ({1})', `${name} ${counts[facet]}`, key)
          : vscode.l10n.t('{0} ({1})', name, key),
    };
  });

/** Name of a facet, for people. */
function facetLabel(facet: Narrowing): string {
  switch (facet) {
    case undefined:
      return vscode.l10n.t('All');
    case 'paragraph':
      return vscode.l10n.t('Paragraphs');
    case 'quote':
      return vscode.l10n.t('Quotes');
    case 'phrase':
      return vscode.l10n.t('Phrases');
    case 'article':
      return vscode.l10n.t('Articles');
  }
}

/** Title of the search: how many are shown of how many, and the matches of every facet, the chosen one in brackets. */
export function titleFor(
  facets: FacetCounts | undefined,
  chosen: Narrowing,
  { shown, total, catchingUp }: { readonly shown: number; readonly total: number; readonly catchingUp: boolean },
): string {
  if (!facets) return vscode.l10n.t('Search Material');
  const counts = narrowings.map((facet) => {
    const count = facet && (facet === chosen ? total : facets[facet]);
    const label = [facetLabel(facet), count].filter((part) => part !== undefined).join(' ');
    return facet === chosen ? `【${label}】` : label;
  });
  const found = shown < total ? vscode.l10n.t('{0} of {1} shown', shown, total) : vscode.l10n.t('{0} found', total);
  return [found, ...(catchingUp ? [vscode.l10n.t('still indexing')] : []), counts.join(' · ')].join(' | ');
}
