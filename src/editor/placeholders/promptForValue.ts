import * as vscode from 'vscode';
import type { Blank } from '../../draft/blanks';
import { contextOf, readDate } from '../../draft/blanks';
import { showInput } from '../shared/showInput';
import { labelText, shownRow, shownText } from '../shared/shownText';

/**
 * Asks for the value of a blank: one of those known, or any other. The prompt shows how it will read.
 * @param text the draft
 * @param value what was given before
 * @returns empty to leave it blank; undefined when the writer goes back
 */
export async function promptForValue(
  text: string,
  blank: Blank,
  known: readonly string[],
  value: string | undefined,
): Promise<string | undefined> {
  if (known.length > 1) {
    const other = { label: vscode.l10n.t('Another value…'), alwaysShow: true, known: undefined };
    const rows = known.map((one) => shownRow({ label: one, detail: contextOf(text, blank, one), known: one }));
    const picked = await vscode.window.showQuickPick([...rows, other], {
      title: shownText(blank.role),
      placeHolder: contextOf(text, blank),
      ignoreFocusOut: true,
    });
    if (picked !== other) return picked?.known;
  }
  const input = vscode.window.createInputBox();
  input.title = shownText(blank.role);
  input.value = value ?? known[0] ?? '';
  input.placeholder = blank.date
    ? vscode.l10n.t('For example {0}; leave empty to keep the blank', today(blank.date))
    : vscode.l10n.t('Leave empty to keep the blank');
  input.ignoreFocusOut = true;
  input.buttons = [vscode.QuickInputButtons.Back];
  const update = (): void => {
    input.prompt = labelText(contextOf(text, blank, input.value.trim()));
  };
  input.onDidChangeValue(update);
  update();
  return showInput(
    input,
    () => input.value.trim(),
    (answer) => input.onDidTriggerButton(() => answer(undefined)),
  );
}

function today(parts: string): string {
  const now = new Date();
  const numbers = { 年: now.getFullYear(), 月: now.getMonth() + 1, 日: now.getDate() };
  return readDate([...parts].map((part) => numbers[part as keyof typeof numbers]).join('-'), parts);
}
