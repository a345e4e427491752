import * as vscode from 'vscode';
import { baseName } from '../../base/fileName';
import type { Drafts } from '../shared/drafts';
import { parentOf } from '../shared/files';
import { shownRow, shownText } from '../shared/shownText';

export const isWordFile = ({ path }: vscode.Uri): boolean => /\.(?:docx|docm|dotx)$/i.test(path);
const isDraftFile = ({ path }: vscode.Uri): boolean => /\.(?:md|markdown|txt)$/i.test(path);

/** Asks for the Word document that came back. @param draft beside which it probably lies */
export async function askDocument(draft: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const folder = draft?.scheme === 'untitled' ? undefined : draft && parentOf(draft);
  const start = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Word Document That Came Back'),
    openLabel: vscode.l10n.t('Compare'),
    filters: { [vscode.l10n.t('Word document')]: ['docx', 'docm'] },
    ...(start && { defaultUri: start }),
  });
  return chosen?.[0];
}

/** The draft of a document: of the same name beside it, or the one that is written; where these differ, it is asked for. */
export async function askDraft(word: vscode.Uri, drafts: Drafts): Promise<vscode.Uri | undefined> {
  const beside = await draftBeside(word);
  const editor = (await drafts.editor())?.document;
  const active = editor && /^(?:markdown|plaintext)$/.test(editor.languageId) ? editor.uri : undefined;
  const known = new Map([beside, active].flatMap((uri) => (uri ? [[uri.toString(), uri] as const] : [])));
  const [only] = known.values();
  if (known.size === 1) return only;
  const other = { label: vscode.l10n.t('Another File…'), uri: undefined };
  const rows = [...known.values()].map((uri) =>
    shownRow({ label: baseName(uri.path), description: vscode.workspace.asRelativePath(uri), uri }),
  );
  const title = shownText(vscode.l10n.t('Which draft is “{0}” of?', baseName(word.path)));
  const row = rows.length > 0 ? await vscode.window.showQuickPick([...rows, other], { title }) : other;
  if (!row) return undefined;
  if (row.uri) return row.uri;
  const filters = { [vscode.l10n.t('Draft')]: ['md', 'markdown', 'txt'] };
  return (await vscode.window.showOpenDialog({ title, filters, defaultUri: parentOf(word) }))?.[0];
}

/** The draft that bears the name of a document, such as an export gives it; a mark behind it, `（修改）` or ` 2`, does not count. */
async function draftBeside(word: vscode.Uri): Promise<vscode.Uri | undefined> {
  const nameOf = (path: string): string => baseName(path).replace(/\.[^.]*$/, '');
  try {
    const entries = await vscode.workspace.fs.readDirectory(parentOf(word));
    const files = entries.map(([name]) => vscode.Uri.joinPath(parentOf(word), name)).filter(isDraftFile);
    const name = nameOf(word.path);
    const longest = files
      .filter(({ path }) => name.startsWith(nameOf(path)))
      .sort((a, b) => nameOf(b.path).length - nameOf(a.path).length);
    return longest[0];
  } catch {
    return undefined;
  }
}
