import * as vscode from 'vscode';

/**
 * What an import is called with: `Uri[]` and `{preview}` from other extensions and the tree, or the file that was clicked
 * in the explorer and all that are selected there.
 */
export function importArguments(
  what: unknown,
  more: unknown,
  options: unknown,
): [uris: readonly vscode.Uri[] | undefined, options: { preview?: boolean }] {
  const isUri = (one: unknown): one is vscode.Uri => one instanceof vscode.Uri;
  const lists = [more, what, [what]].map((list) => (Array.isArray(list) ? (list as unknown[]).filter(isUri) : []));
  const found = [options, more].find((one) => typeof one === 'object' && one !== null && 'preview' in one);
  const { preview } = (found ?? {}) as { preview?: unknown };
  return [lists.find(({ length }) => length > 0), preview === false ? { preview } : {}];
}
