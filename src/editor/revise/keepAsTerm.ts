import * as vscode from 'vscode';
import { showInformation } from '../shared/messages';
import { addTerm } from '../shared/settings';
import type { Review } from './review';
import { labelText } from '../shared/shownText';

/** Longest wording, in characters, that is a term. */
const longestTerm = 30;

/** Keeps an accepted replacement as a term of the house: whoever writes the old wording again is told the new one. */
export async function keepAsTerm(review: Review, number: number | undefined): Promise<void> {
  const change = number === undefined ? undefined : review.changes[number];
  const [range] = number === undefined ? [] : review.ranges(number);
  if (change?.kind !== 'replace' || !range || change.before.includes('\n') || change.before.length > longestTerm) {
    void showInformation(vscode.l10n.t('Accept a replacement of one wording by another first.'));
    return;
  }
  const [lead, tail] = wordsAround(review.document, range);
  const wrong = await vscode.window.showInputBox({
    title: vscode.l10n.t('Keep as Term: Wording That Is Not to Be Used'),
    value: lead + change.before + tail,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Name the wording.')),
  });
  if (!wrong) return;
  const right = await vscode.window.showInputBox({
    title: vscode.l10n.t('Keep as Term: What Is to Be Written instead of “{0}”', wrong.trim()),
    value: lead + change.after + tail,
    validateInput: (value) =>
      value.trim() && value.trim() !== wrong.trim() ? undefined : vscode.l10n.t('Name the wording.'),
  });
  if (!right) return;
  await addTerm(review.document.uri, wrong.trim(), right.trim());
  vscode.window.setStatusBarMessage(
    labelText(vscode.l10n.t('“{0}” → “{1}” is a term of your list now.', wrong.trim(), right.trim())),
    5000,
  );
}

/** What is left of the words that a change begins and ends in. */
function wordsAround(document: vscode.TextDocument, range: vscode.Range): readonly [string, string] {
  const { text } = document.lineAt(range.start.line);
  const [from, to] = [range.start.character, range.end.line === range.start.line ? range.end.character : text.length];
  let [start, end] = [from, to];
  for (const { index, segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = index + segment.length;
    if (!isWordLike) continue;
    if (index < from && from < last) start = index;
    if (index < to && to < last) end = last;
  }
  return [text.slice(start, from), text.slice(to, end)];
}
