import * as vscode from 'vscode';
import type { Article, Origin } from '../../library/article';

/** Where an article is kept, for people. */
export function originLabel(origin: Origin): string {
  switch (origin) {
    case 'builtin':
      return vscode.l10n.t('shipped with the extension');
    case 'personal':
      return vscode.l10n.t('personal folder');
    case 'workspace':
      return vscode.l10n.t('this workspace');
    default:
      return origin;
  }
}

/** Where a passage stands, for people: `讲话致辞 · 标题 › 一、… › （一）…`. */
export const placeLabel = ({ category, title }: Article, headings: readonly string[]): string =>
  `${category ? `${category} · ` : ''}${[title, ...headings].join(' › ')}`;
