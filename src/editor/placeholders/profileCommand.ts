import * as vscode from 'vscode';
import { blanksOf } from '../../draft/blanks';
import type { Profile } from '../../draft/profile';
import { plainRole, readProfile } from '../../draft/profile';
import { showInput } from '../shared/showInput';
import type { Drafts } from '../shared/drafts';
import { profileSettings, updateProfile } from '../shared/settings';
import { shownRow } from '../shared/shownText';

/** What almost every writer has a value for. */
const commonRoles = [
  'X省',
  'X市',
  'X县',
  'X区',
  'X局',
  'X厅',
  'X委',
  'X单位',
  'X书记',
  'X市长',
  'X局长',
  'X主任',
  'X同志',
];

/** Between several values of one role. */
const separators = /[;；\n]/;

interface Row extends vscode.QuickPickItem {
  readonly role: string;
}

/**
 * `gongwen.editProfile`: a form of roles and values; those of the draft's placeholders and the common ones are there to
 * be filled in. Written to the settings of the user or, with the button, of the workspace.
 */
export async function editProfile(drafts: Drafts): Promise<void> {
  const editor = vscode.window.activeTextEditor && (await drafts.editor());
  const inDraft = editor ? blanksOf(editor.document.getText()).filter(({ places: [first] }) => first?.linked) : [];
  const roles = [...new Set([...inDraft.map(({ role }) => plainRole(role)), ...commonRoles])];
  let target = vscode.ConfigurationTarget.Global;
  for (;;) {
    const own = readProfile(profileSettings(target));
    const picked = await pickRole([...new Set([...own.keys(), ...roles])], own, target);
    if (picked === undefined) return;
    if (typeof picked === 'number') {
      target = picked;
      continue;
    }
    const input = await vscode.window.showInputBox({
      title: picked,
      prompt: vscode.l10n.t('Several values are separated by semicolons. Leave empty to remove.'),
      value: own.get(picked)?.join('；') ?? '',
      ignoreFocusOut: true,
    });
    if (input === undefined) continue;
    const values = input.split(separators).flatMap((text) => text.trim() || []);
    await updateProfile(target, picked, values.length > 1 ? values : values[0]);
  }
}

/** Lets a role be picked or typed, or the other target; undefined when the form is closed. */
function pickRole(
  roles: readonly string[],
  profile: Profile,
  target: vscode.ConfigurationTarget,
): Promise<string | vscode.ConfigurationTarget | undefined> {
  const { Global: user, Workspace: workspace } = vscode.ConfigurationTarget;
  const pick = vscode.window.createQuickPick<Row>();
  pick.title =
    target === user
      ? vscode.l10n.t('Values for Placeholders (User)')
      : vscode.l10n.t('Values for Placeholders (This Workspace)');
  pick.placeholder = vscode.l10n.t('Pick a role, or type another one');
  pick.ignoreFocusOut = true;
  const change =
    target === user
      ? { iconPath: new vscode.ThemeIcon('folder'), tooltip: vscode.l10n.t('Edit the values of this workspace') }
      : { iconPath: new vscode.ThemeIcon('account'), tooltip: vscode.l10n.t('Edit the values of the user') };
  if (vscode.workspace.workspaceFolders) pick.buttons = [change];
  const rows = roles.map((role): Row => {
    const values = profile.get(role);
    return shownRow({ role, label: role, ...(values ? { description: values.join('；') } : {}) });
  });
  const show = (): void => {
    const typed = pick.value.trim();
    const another = shownRow<Row>({
      role: plainRole(typed),
      label: typed,
      description: vscode.l10n.t('another role'),
    });
    pick.items = typed && !roles.includes(typed) ? [...rows, another] : rows;
  };
  show();
  pick.onDidChangeValue(show);
  return showInput<string | vscode.ConfigurationTarget>(
    pick,
    () => pick.selectedItems[0]?.role,
    (answer) => pick.onDidTriggerButton(() => answer(target === user ? workspace : user)),
  );
}
