import * as vscode from 'vscode';

/** What an export is called with. */
export interface ExportArguments {
  /** Drafts and folders; undefined for the draft in the editor. */
  readonly uris: readonly vscode.Uri[] | undefined;
  /** A file of settings; undefined for that of the user's settings. */
  readonly profile: string | undefined;
  /** The folder, or for one draft the file, that is written. */
  readonly target: vscode.Uri | undefined;
  /** Pattern for names; undefined for that of the user's settings. */
  readonly fileName: string | undefined;
}

/** Reads `Uri[]` and `{profile, target, fileName}`, or the file that was clicked in the explorer and all that are selected there. */
export function exportArguments(what: unknown, more: unknown, options: unknown): ExportArguments {
  const isUri = (one: unknown): one is vscode.Uri => one instanceof vscode.Uri;
  const lists = [more, what, [what]].map((list) => (Array.isArray(list) ? (list as unknown[]).filter(isUri) : []));
  const found = [options, more, what].find(
    (one) => typeof one === 'object' && one !== null && !Array.isArray(one) && !isUri(one),
  );
  const { profile, target, fileName } = (found ?? {}) as Readonly<Record<string, unknown>>;
  return {
    uris: lists.find(({ length }) => length > 0),
    profile: typeof profile === 'string' ? profile : undefined,
    target: isUri(target) ? target : undefined,
    fileName: typeof fileName === 'string' ? fileName : undefined,
  };
}
