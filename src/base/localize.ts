/** A message in the reader's language, `{0}` and so on replaced with the values: `vscode.l10n.t`, handed to what knows no host. */
export type Localize = (message: string, ...values: (string | number | boolean)[]) => string;
