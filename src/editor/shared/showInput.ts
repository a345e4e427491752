import type * as vscode from 'vscode';

/** What a quick pick and an input box have in common. */
type AcceptedInput = vscode.QuickInput & { readonly onDidAccept: vscode.Event<void> };

/**
 * Shows a quick pick or an input box that was made ready, and disposes it at the end.
 * @param accepted what it is accepted with
 * @param listen subscribes to what else answers it, such as a button
 * @returns the answer; undefined when it was hidden without one
 */
export function showInput<T>(
  input: AcceptedInput,
  accepted: () => T | undefined,
  listen: (answer: (value: T | undefined) => void) => void = () => undefined,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const answer = (value: T | undefined): void => {
      resolve(value);
      input.hide();
    };
    input.onDidAccept(() => answer(accepted()));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    listen(answer);
    input.show();
  });
}
