import * as vscode from 'vscode';
import type { DraftChange, UnplacedChange } from '../../revise/draftChange';
import type { Reviser } from '../../revise/revisedDocument';
import { lineText } from '../shared/shownText';

const longest = 40;

/** Text on one line, cut where it is long. */
export const excerpt = (text: string, most = longest): string => {
  const line = lineText(text).replaceAll('\t', ' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** What a change does, in a few words. */
export function changeLabel({ kind, before, after }: DraftChange): string {
  if (after === '\n') return vscode.l10n.t('Split the paragraph');
  if (before === '\n') return vscode.l10n.t('Join the paragraphs');
  switch (kind) {
    case 'insert':
      return vscode.l10n.t('Insert “{0}”', excerpt(after));
    case 'delete':
      return vscode.l10n.t('Delete “{0}”', excerpt(before));
    case 'move':
      return vscode.l10n.t('Move “{0}”', excerpt(before));
    case 'replace':
      return replaceLabel({ before, after });
  }
}

export const replaceLabel = ({ before, after }: Pick<UnplacedChange, 'before' | 'after'>): string =>
  vscode.l10n.t('“{0}” becomes “{1}”', excerpt(before, longest / 2), excerpt(after, longest / 2));

/** Who made a change and when: 李主任 2026-03-01 09:30. */
export function reviserLabel(by: Reviser | undefined): string {
  if (!by) return vscode.l10n.t('not tracked');
  const date = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(by.date);
  return [by.author, date?.[1], date?.[2]].filter(Boolean).join(' ');
}

export const icons: Readonly<Record<DraftChange['kind'], string>> = {
  insert: 'diff-added',
  delete: 'diff-removed',
  replace: 'diff-modified',
  move: 'diff-renamed',
};
