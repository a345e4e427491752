import * as vscode from 'vscode';
import type { Choice } from './importPreview';
import type { ImportResult } from './importRun';
import { joinSentences } from '../shared/sentences';

/**
 * What an import did, in a few sentences.
 * @param written number of files that were written
 * @param found whether the library reads the folder that was written to
 */
export function outcomeMessage(
  { missing, problems }: ImportResult,
  { articles, folder }: Choice,
  written: number,
  found: boolean,
): string {
  const there = articles.length - written;
  const name = folder.path.split('/').at(-1) ?? '';
  return joinSentences([
    vscode.l10n.t('{0} article(s) imported.', written),
    ...(there ? [vscode.l10n.t('{0} were there already.', there)] : []),
    ...(missing.length ? [vscode.l10n.t('{0} promised article(s) are missing.', missing.length)] : []),
    ...(problems.length ? [vscode.l10n.t('{0} file(s) were not taken in.', problems.length)] : []),
    ...(found ? [] : [vscode.l10n.t('The folder “{0}” is none of the library’s: search does not find them.', name)]),
  ]);
}
