import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import { hasTrash } from '../shared/files';
import { showWarning } from '../shared/messages';
import type { Undoing } from './importHistory';

/** Names that a question lists. */
const mostNames = 8;

/** Says what undoing an import does, and asks whether to. */
export async function confirmUndo({ removed, changed }: Undoing): Promise<boolean> {
  const undo = vscode.l10n.t('Undo the Import');
  const names = (uris: readonly vscode.Uri[]): string =>
    uris
      .slice(0, mostNames)
      .map(({ path }) => baseName(path))
      .join('、') + (uris.length > mostNames ? '……' : '');
  const detail = [
    ...(removed.length === 0
      ? []
      : [
          removed.every(hasTrash)
            ? vscode.l10n.t('To the trash: {0}', names(removed))
            : vscode.l10n.t('Deleted for good: {0}', names(removed)),
        ]),
    ...(changed.length ? [vscode.l10n.t('Changed since and left alone: {0}', names(changed))] : []),
  ].join('\n');
  const question = vscode.l10n.t('Undo this import? {0} file(s) will be deleted.', removed.length);
  return (await showWarning(question, [undo], { modal: true, detail })) === undo;
}
