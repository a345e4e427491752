import * as vscode from 'vscode';
import type { Blank, Replacement } from '../../draft/blanks';
import { blanksOf, contextOf, replacements } from '../../draft/blanks';
import type { Profile } from '../../draft/profile';
import { plainRole, readProfile } from '../../draft/profile';
import { profileSettings, updateProfile } from '../shared/settings';
import { showInput } from '../shared/showInput';
import type { ChangeGroup } from './previewChanges';
import { reveal, saveButton } from './previewChanges';
import { profileOf } from './profile';
import { promptForValue } from './promptForValue';
import { shownRow } from '../shared/shownText';

/** A blank as a row, or the row that goes on to the preview. */
interface Row extends vscode.QuickPickItem {
  readonly blank?: Blank;
  /** The value that was typed into the list itself. */
  readonly typed?: string;
}

/** Values that were given to a draft and are not filled in yet, by blank: a form that is opened again has them. */
const given = new WeakMap<vscode.TextDocument, ReadonlyMap<string, string>>();

/** What is to be filled in of one version of a draft, and with what: the profile's values to begin with. */
export class FillForm {
  private readonly text: string;
  private readonly blanks: readonly Blank[];
  private readonly values = new Map<Blank, string>();
  private profile: Profile;
  private next: Blank | undefined;

  constructor(private readonly editor: vscode.TextEditor) {
    const { document } = editor;
    this.text = document.getText();
    this.blanks = blanksOf(this.text);
    this.profile = profileOf(document);
    const before = given.get(document);
    for (const blank of this.blanks) {
      const [only, ...more] = this.known(blank);
      const value = before?.get(this.key(blank)) ?? (more.length === 0 ? only : undefined);
      if (value !== undefined) this.values.set(blank, value);
    }
    this.next = this.blanks.find((blank) => !this.values.has(blank));
  }

  get isEmpty(): boolean {
    return this.blanks.length === 0;
  }

  /** The changes that the values make, blank by blank. */
  get changes(): readonly ChangeGroup[] {
    return this.blanks.flatMap((blank) => {
      const value = this.values.get(blank);
      if (value === undefined) return [];
      const group = { label: arrow(blank, value), changes: replacements(blank, value) };
      return [this.isWorthSaving(blank) ? { ...group, save: () => this.save(blank) } : group];
    });
  }

  /** Lets blanks be picked and asks for their values. @returns true to go on to the preview, false when the form is closed */
  async show(): Promise<boolean> {
    for (;;) {
      const picked = await this.pickRow();
      if (!picked) return false;
      const { blank, typed } = picked;
      if (!blank) return true;
      const value = typed ?? (await promptForValue(this.text, blank, this.known(blank), this.values.get(blank)));
      if (value === '') this.values.delete(blank);
      else if (value !== undefined) this.values.set(blank, value);
      this.remember();
      this.next = value === undefined ? blank : this.blanks.find((other) => !this.values.has(other));
    }
  }

  /** Forgets what was given: it is filled in. */
  done(): void {
    given.delete(this.editor.document);
  }

  private known(blank: Blank): readonly string[] {
    return this.profile.get(plainRole(blank.role)) ?? [];
  }

  private remember(): void {
    given.set(this.editor.document, new Map([...this.values].map(([blank, value]) => [this.key(blank), value])));
  }

  /** Blanks of one role that are not the same are told apart by their order. */
  private key(blank: Blank): string {
    return `${blank.role} ${this.blanks.filter(({ role }) => role === blank.role).indexOf(blank)}`;
  }

  /** A number is another one in every draft, and what the profile has is saved. */
  private isWorthSaving(blank: Blank): boolean {
    const value = this.values.get(blank);
    return value !== undefined && blank.places[0]?.linked === true && !this.known(blank).includes(value);
  }

  /** Saves the value of a blank to the writer's own, before what those have for its role already. */
  private async save(blank: Blank): Promise<void> {
    const value = this.values.get(blank);
    if (value === undefined) return;
    const role = plainRole(blank.role);
    const target = vscode.ConfigurationTarget.Global;
    const others = (readProfile(profileSettings(target)).get(role) ?? []).filter((other) => other !== value);
    await updateProfile(target, role, others.length > 0 ? [value, ...others] : value);
    this.profile = profileOf(this.editor.document);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Saved for other drafts'), 3000);
  }

  /** Lets one row be picked; the draft shows the placeholder of the active one. */
  private pickRow(): Promise<Row | undefined> {
    const pick = vscode.window.createQuickPick<Row>();
    pick.title = vscode.l10n.t('Fill In Blanks');
    pick.placeholder = vscode.l10n.t('Pick a blank to give it a value');
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    pick.onDidChangeValue((value) => (pick.items = [...this.rows(), ...this.typedRows(value.trim())]));
    const update = (): void => {
      pick.items = this.rows();
      pick.activeItems = pick.items.filter(({ blank }) => blank === this.next).slice(0, 1);
    };
    pick.onDidChangeActive(([row]) => {
      const place = row?.blank?.places[0];
      if (place) reveal(this.editor, { offset: place.offset, length: place.text.length });
    });
    pick.onDidTriggerItemButton(async ({ item: { blank } }) => {
      if (!blank) return;
      await this.save(blank);
      this.next = blank;
      update();
    });
    update();
    return showInput(pick, () => pick.selectedItems[0]);
  }

  /** Offers what is typed into the list as the value of the next blank, below the rows that it finds. */
  private typedRows(typed: string): readonly Row[] {
    const blank = this.next ?? this.blanks[0];
    if (!typed || !blank) return [];
    const row = {
      label: arrow(blank, typed),
      description: vscode.l10n.t('fill in what you typed'),
      detail: contextOf(this.text, blank, typed),
    };
    return [{ ...shownRow(row), iconPath: new vscode.ThemeIcon('edit'), alwaysShow: true, blank, typed }];
  }

  private rows(): readonly Row[] {
    const rows = this.blanks.map((blank): Row => {
      const value = this.values.get(blank);
      const { length } = blank.places;
      return shownRow({
        label: value === undefined ? blank.role : arrow(blank, value),
        description: length > 1 ? vscode.l10n.t('{0} places', length) : '',
        detail: contextOf(this.text, blank, value),
        iconPath: new vscode.ThemeIcon(value === undefined ? 'circle-outline' : 'pass'),
        buttons: this.isWorthSaving(blank) ? [saveButton()] : [],
        blank,
      });
    });
    const go: Row = {
      label: vscode.l10n.t('$(check) Preview the Changes'),
      description: vscode.l10n.t('{0} of {1} filled in', this.values.size, this.blanks.length),
    };
    return this.values.size > 0 ? [go, ...rows] : rows;
  }
}

/** What stands at the first place of a blank, and what will stand there: with the unit or title that stays. */
function arrow(blank: Blank, value: string): string {
  const [first]: readonly Replacement[] = replacements(blank, value);
  return vscode.l10n.t('{0} → {1}', blank.role, `${first?.text ?? value}${blank.places[0]?.kept ?? ''}`);
}
