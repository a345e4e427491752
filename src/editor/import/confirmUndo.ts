import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { hasTrash, parentOf } from '../shared/files';
import { showInformation, showWarning } from '../shared/messages';
import type { Undoing } from './importHistory';

/** Names that a question lists. */
const mostNames = 8;

/** Says what undoing an import does with each file, and asks whether to. Where there is nothing to delete it says so. */
export async function confirmUndo(undoing: Undoing): Promise<boolean> {
  const { removed } = undoing;
  const names = listed(removed.map(nameOf));
  const deleted = removed.every(hasTrash)
    ? vscode.l10n.t('To the trash: {0}', names)
    : vscode.l10n.t('Deleted for good: {0}', names);
  const detail = [...(removed.length ? [deleted] : []), ...leftAlone(undoing)].join('\n');
  if (removed.length === 0) {
    const nothing = vscode.l10n.t('Nothing is left of this import that undoing it would delete.');
    await showInformation(nothing, [], { modal: true, detail });
    return true;
  }
  const undo = vscode.l10n.t('Undo the Import');
  const question = vscode.l10n.t('Undo this import? {0} file(s) will be deleted.', removed.length);
  return (await showWarning(question, [undo], { modal: true, detail })) === undo;
}

/** What undoing an import leaves alone and what is no longer there, a line each. */
export function leftAlone({ edited, moved, gone, failed }: Omit<Undoing, 'removed'>): readonly string[] {
  const inPlace = ({ from, to }: Undoing['moved'][number]): boolean => parentOf(from).path === parentOf(to).path;
  const renamed = moved.filter(inPlace).map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`);
  const elsewhere = moved
    .filter((move) => !inPlace(move))
    .map(({ from, to }) => `${nameOf(from)} → ${baseName(parentOf(to).path)}/${nameOf(to)}`);
  return [
    ...(edited.length ? [vscode.l10n.t('Edited since and left alone: {0}', listed(edited.map(nameOf)))] : []),
    ...(renamed.length ? [vscode.l10n.t('Renamed since and left alone: {0}', listed(renamed))] : []),
    ...(elsewhere.length ? [vscode.l10n.t('Moved since and left alone: {0}', listed(elsewhere))] : []),
    ...(failed.length ? [vscode.l10n.t('Could not be deleted: {0}', listed(failed.map(nameOf)))] : []),
    ...(gone.length ? [vscode.l10n.t('No longer there: {0}', listed(gone.map(nameOf)))] : []),
  ];
}

const nameOf = ({ path }: vscode.Uri): string => baseName(path);

const listed = (names: readonly string[]): string =>
  names.slice(0, mostNames).join('、') + (names.length > mostNames ? '……' : '');
