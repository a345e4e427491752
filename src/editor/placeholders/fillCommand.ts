import * as vscode from 'vscode';
import type { Blank } from '../../draft/blanks';
import { blanksOf, replacements } from '../../draft/blanks';
import { plainRole } from '../../draft/profile';
import { promptForValue } from './promptForValue';
import { showInput } from '../shared/showInput';
import type { Drafts } from '../shared/drafts';
import { previewChanges, reveal } from './previewChanges';
import { profileOf } from './profile';

/** A blank as a row, or the row that goes on to the preview. */
interface Row extends vscode.QuickPickItem {
  readonly blank?: Blank;
}

/**
 * `gongwen.fillPlaceholders`: shows all placeholders of the draft with what will stand there, the profile's values to
 * begin with; each can be changed; then all changes are previewed together, and one undo takes them back.
 */
export async function fillPlaceholders(drafts: Drafts): Promise<void> {
  const editor = await drafts.editor();
  if (!editor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No draft is open.'));
    return;
  }
  const { document } = editor;
  const blanks = blanksOf(document.getText());
  if (blanks.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This draft has no placeholders left.'));
    return;
  }
  const { version } = document;
  const profile = profileOf(document);
  const choices = new Map(blanks.map((blank) => [blank, profile.get(plainRole(blank.role)) ?? []]));
  const values = new Map<Blank, string>();
  for (const [blank, [only, ...more]] of choices) if (only !== undefined && more.length === 0) values.set(blank, only);
  let next: Blank | undefined = blanks.find((blank) => !values.has(blank));
  for (;;) {
    const picked = await pickRow(editor, rowsOf(blanks, values), next);
    if (!picked) return;
    const { blank } = picked;
    if (!blank) break;
    const value = await promptForValue(blank.role, blank.context, choices.get(blank) ?? [], values.get(blank));
    if (value === '') values.delete(blank);
    else if (value !== undefined) values.set(blank, value);
    next = value === undefined ? blank : blanks.find((other) => !values.has(other));
  }
  const changes = [...values].flatMap(([blank, value]) =>
    replacements(blank, value).map((change) => ({ ...change, label: vscode.l10n.t('{0} → {1}', blank.role, value) })),
  );
  const confirmed = await previewChanges(
    editor,
    changes.sort((a, b) => a.offset - b.offset),
  );
  if (!confirmed) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, length, text } of confirmed) {
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
      text,
    );
  }
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The draft was changed meanwhile, so nothing was filled in. Try again.'),
  );
}

function rowsOf(blanks: readonly Blank[], values: ReadonlyMap<Blank, string>): readonly Row[] {
  const filled = blanks.filter((blank) => values.has(blank));
  const go: Row = {
    label: vscode.l10n.t('$(check) Preview the Changes'),
    description: vscode.l10n.t('{0} of {1} filled in', filled.length, blanks.length),
  };
  const rows = blanks.map((blank): Row => {
    const value = values.get(blank);
    const { length } = blank.places;
    return {
      label: value === undefined ? blank.role : vscode.l10n.t('{0} → {1}', blank.role, value),
      description: length > 1 ? vscode.l10n.t('{0} places', length) : '',
      detail: blank.context,
      iconPath: new vscode.ThemeIcon(value === undefined ? 'circle-outline' : 'pass'),
      blank,
    };
  });
  return filled.length > 0 ? [go, ...rows] : rows;
}

/** Lets one row be picked; the draft shows the placeholder of the active one. */
function pickRow(editor: vscode.TextEditor, rows: readonly Row[], active: Blank | undefined): Promise<Row | undefined> {
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = vscode.l10n.t('Fill In Placeholders');
  pick.placeholder = vscode.l10n.t('Pick a placeholder to give it a value');
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = rows;
  pick.activeItems = rows.filter(({ blank }) => blank === active).slice(0, 1);
  pick.onDidChangeActive(([row]) => {
    const place = row?.blank?.places[0];
    if (place) reveal(editor, { offset: place.offset, length: place.text.length });
  });
  return showInput(pick, () => pick.selectedItems[0]);
}
