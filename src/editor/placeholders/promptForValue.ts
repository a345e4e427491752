import * as vscode from 'vscode';

/**
 * Asks for the value of a role: one of those known, or any other.
 * @param context what it is about
 * @returns undefined when the writer gave up
 */
export async function promptForValue(
  role: string,
  context: string,
  known: readonly string[],
  value: string | undefined,
): Promise<string | undefined> {
  if (known.length > 1) {
    const other = vscode.l10n.t('Another value…');
    const rows = [...known.map((label) => ({ label })), { label: other, alwaysShow: true }];
    const picked = await vscode.window.showQuickPick(rows, { title: role, placeHolder: context, ignoreFocusOut: true });
    if (picked?.label !== other) return picked?.label;
  }
  const input = await vscode.window.showInputBox({
    title: role,
    prompt: context,
    value: value ?? known[0] ?? '',
    placeHolder: vscode.l10n.t('Leave empty to keep the placeholder'),
    ignoreFocusOut: true,
  });
  return input?.trim();
}
