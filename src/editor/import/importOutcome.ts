import { baseName } from '../../base/fileName';
import type { Localize } from '../../base/localize';
import type { Choice } from './choice';
import type { ImportResult } from './importRun';
import { joinSentences } from '../shared/labels';
import { isNotable, percentOf, removedShare } from './removedTexts';

/**
 * What an import did, in a few sentences.
 * @param written number of files that were written
 * @param found whether the library reads the folder that was written to
 */
export function outcomeMessage(
  t: Localize,
  { missing, problems }: ImportResult,
  { articles, folder }: Choice,
  written: number,
  found: boolean,
): string {
  const there = articles.length - written;
  const name = baseName(folder.path);
  return joinSentences([
    t('{0} article(s) imported.', written),
    ...(there ? [t('{0} were there already.', there)] : []),
    ...(missing.length ? [t('{0} promised article(s) are missing.', missing.length)] : []),
    ...(problems.length ? [t('{0} file(s) were not taken in.', problems.length)] : []),
    ...(found ? [] : [t('The folder “{0}” is none of the library’s: search does not find them.', name)]),
  ]);
}

/** What an import found, over its preview. @param folder label of the folder that it goes into */
export function previewTitle(t: Localize, result: ImportResult, folder: string): string {
  const { articles, promised, problems } = result;
  const removed = isNotable(result)
    ? [t('{0} % was removed: look at it, and put back what should stay', percentOf(removedShare(result)))]
    : [];
  return [
    t('Import: {0} of {1} article(s) found, into “{2}”', articles.length, promised, folder),
    ...removed,
    ...(problems.length ? [t('{0} file(s) were not taken in: see the report', problems.length)] : []),
  ].join(' · ');
}
