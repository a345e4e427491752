import * as vscode from 'vscode';
import { showInput } from '../shared/showInput';
import type { Clip } from './clip';
import { parseClip, writeClip } from './clip';
import { labelText } from '../shared/shownText';

/** Asks for title, category, tags and source on one line, as `parseClip` reads it. Undefined when the writer gives up. */
export function askClip(title: string, clip: Clip): Promise<Clip | undefined> {
  const input = vscode.window.createInputBox();
  const form = clip.title
    ? vscode.l10n.t('《Title》 Category #tag #tag @source')
    : vscode.l10n.t('Category #tag #tag @source');
  // The placeholder does not show where something stands in the box from the start.
  input.title = `${title} · ${form}`;
  input.placeholder = form;
  input.value = writeClip(clip);
  // Where a text is from is looked up elsewhere.
  input.ignoreFocusOut = true;
  const update = (): void => {
    const { title: named, category, tags, source } = parseClip(input.value);
    const parts = [
      ...(named ? [vscode.l10n.t('Title: {0}', named)] : []),
      vscode.l10n.t('Category: {0}', category || vscode.l10n.t('Uncategorised')),
      ...(tags.length ? [vscode.l10n.t('Tags: {0}', tags.join('、'))] : []),
      ...(source ? [vscode.l10n.t('Source: {0}', source)] : []),
    ];
    input.validationMessage = {
      message: labelText(parts.join(' · ')),
      severity: vscode.InputBoxValidationSeverity.Info,
    };
  };
  input.onDidChangeValue(update);
  update();
  return showInput(input, () => parseClip(input.value));
}
