import * as vscode from 'vscode';
import { settings, updateSetting } from '../shared/settings';
import { showInput } from '../shared/showInput';
import type { KnownPack } from './packs';
import { describePack } from './packs';
import { shownRow } from '../shared/shownText';

interface PackItem extends vscode.QuickPickItem {
  readonly pack: KnownPack;
}

/**
 * Lists the packs with version and licence: a tick is one that is read. A button adds a folder, another takes one off the list; the
 * folder itself stays as it is.
 */
export async function showPacks(known: () => readonly KnownPack[]): Promise<void> {
  const add: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('add'),
    tooltip: vscode.l10n.t('Add a Folder…'),
  };
  const forget: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: vscode.l10n.t('Take Off the List'),
  };
  const pick = vscode.window.createQuickPick<PackItem>();
  pick.title = vscode.l10n.t('Library packs');
  pick.canSelectMany = true;
  pick.buttons = [add];
  const fill = async (): Promise<void> => {
    const off = new Set(settings.packsOff());
    pick.items = (await Promise.all(known().map(describePack))).map((pack) =>
      shownRow({
        label: pack.name,
        description: [pack.version, pack.licence || vscode.l10n.t('no licence named')].filter(Boolean).join(' · '),
        detail: vscode.Uri.parse(pack.root).fsPath,
        buttons: pack.isFolder ? [forget] : [],
        pack,
      }),
    );
    pick.selectedItems = pick.items.filter(({ pack }) => !off.has(pack.id));
    pick.placeholder =
      pick.items.length > 0
        ? vscode.l10n.t('Ticked packs are part of your library; they are only read')
        : vscode.l10n.t('No packs: install an extension that brings one, or add a folder cloned from Git');
  };
  await fill();
  const chosen = await showInput(
    pick,
    () => pick.selectedItems,
    (answer) => {
      pick.onDidTriggerButton(async () => {
        answer(undefined);
        await addFolder();
      });
      pick.onDidTriggerItemButton(async ({ item: { pack } }) => {
        await updateSetting(
          'library.packFolders',
          settings.packFolders().filter((folder) => folder !== pack.id),
        );
        await fill();
      });
    },
  );
  if (!chosen) return;
  const on = new Set(chosen.map(({ pack }) => pack.id));
  const shown = pick.items.map(({ pack }) => pack.id);
  // What is not installed at the moment keeps its place in the setting.
  const others = settings.packsOff().filter((id) => !shown.includes(id));
  await updateSetting('library.packsOff', [...others, ...shown.filter((id) => !on.has(id))]);
}

async function addFolder(): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Choose a Folder with a Library'),
      openLabel: vscode.l10n.t('Use This Folder'),
    })) ?? [];
  if (!folder) return;
  const written = folder.scheme === 'file' ? folder.fsPath : folder.toString();
  await updateSetting('library.packFolders', [...new Set([...settings.packFolders(), written])]);
}
