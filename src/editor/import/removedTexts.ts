import type { Localize } from '../../base/localize';
import { countCharacters } from '../../text/characters';
import type { RemovalKind } from '../../library/document';
import { lineText, markdownText } from '../shared/shownText';
import { removalLabel } from './importReport';
import type { ImportResult, RemovedText } from './importRun';

/** Share of an import's characters from which on what was removed is shown without being asked for, and length of one piece. */
const notableShare = 0.02;
const notableLength = 200;

/** What went into the front matter of an article is removed from its text only. */
const inFrontMatter: ReadonlySet<RemovalKind> = new Set(['title', 'source', 'issuing']);

/** What was taken out of an import and is nowhere else. */
export const removedTexts = ({ removed }: ImportResult): readonly RemovedText[] =>
  removed.filter(({ kind }) => !inFrontMatter.has(kind));

/** Share of the characters that were read, 0 to 1. */
export const removedShare = (result: ImportResult): number =>
  removedTexts(result).reduce((sum, { text }) => sum + countCharacters(text), 0) / Math.max(1, result.tally.read);

/** Whether so much was removed, or so long a piece, that the writer had better look. */
export const isNotable = (result: ImportResult): boolean =>
  removedShare(result) > notableShare || removedTexts(result).some(({ text }) => text.length > notableLength);

/** What was removed as a document, in the order of the files, with the reason. */
export const removedDocument = (t: Localize, result: ImportResult): string =>
  [
    `# ${t('Removed')}`,
    t('{0} % of the text. What should stay can be put back from the preview.', percentOf(removedShare(result))),
    ...removedTexts(result).map(
      ({ kind, text, from }) => `${removalLabel(t, kind)} · ${markdownText(from)}\n\n${quoted(text)}`,
    ),
  ].join('\n\n') + '\n';

export const percentOf = (share: number): string => (100 * share).toFixed(1);

/** Texts of files are shown as they are: in a block of code no mark means anything. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${lineText(line)}`)
    .join('\n');
