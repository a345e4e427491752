import * as vscode from 'vscode';
import type { LibraryTree } from './libraryTree';
import type { ArticleOrder } from './treeNodes';

/** `gongwen.sortLibrary`: asks what the articles of a category are sorted by. */
export async function sortLibrary(tree: LibraryTree): Promise<void> {
  const rows: readonly (vscode.QuickPickItem & { readonly order: ArticleOrder })[] = [
    { label: vscode.l10n.t('Title'), order: 'title' },
    { label: vscode.l10n.t('Date, Newest First'), order: 'date' },
    { label: vscode.l10n.t('Source'), order: 'source' },
    { label: vscode.l10n.t('Length, Longest First'), order: 'length' },
  ];
  const marked = rows.map((row) => ({
    ...row,
    iconPath: new vscode.ThemeIcon(row.order === tree.order ? 'check' : 'blank'),
  }));
  const picked = await vscode.window.showQuickPick(marked, { title: vscode.l10n.t('Sort the Articles') });
  if (picked) await tree.sortBy(picked.order);
}
