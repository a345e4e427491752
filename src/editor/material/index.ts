import * as vscode from 'vscode';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import type * as engineModule from '../engine';
import type { Drafts } from '../shared/drafts';
import { movedPlace } from '../shared/files';
import { ImportedFiles } from '../shared/importedFiles';
import type { WorkspaceDrafts } from '../shared/workspaceDrafts';
import { editFile } from './editFile';
import { insertCommand } from './insertCommand';
import type { Material } from './material';
import { MaterialActions } from './materialActions';
import { materialOf } from './materialArgument';
import { PassageUses } from './passageUses';
import { Reader } from './reader';
import { followFiles } from './readerTabs';
import { UsedMaterial } from './usedMaterial';

/** What other features do with material. */
export interface MaterialRoom {
  readonly reader: Reader;
  readonly used: UsedMaterial;
  readonly actions: MaterialActions;
  readonly uses: PassageUses;
}

/** Reading and using material. Arguments of the commands come from menus, keybindings and other extensions. */
export function registerMaterial(
  { subscriptions, globalState }: vscode.ExtensionContext,
  parts: {
    readonly library: Library;
    readonly drafts: Drafts;
    readonly workspaceDrafts: WorkspaceDrafts;
    readonly engine: () => Promise<typeof engineModule>;
    /** Finds articles that are not in the library itself. */
    readonly elsewhere: (id: string) => Promise<Article | undefined>;
  },
): MaterialRoom {
  const { library, drafts, workspaceDrafts, engine, elsewhere } = parts;
  const reader = new Reader(library, elsewhere);
  const used = new UsedMaterial(globalState, (id) => library.article(id) !== undefined);
  const actions = new MaterialActions(drafts, reader, used);
  const uses = new PassageUses(library, workspaceDrafts, new ImportedFiles(globalState), engine);
  const onMaterial =
    (act: (material: Material) => Promise<void>) =>
    async (argument?: unknown): Promise<void> => {
      await library.load();
      const material = materialOf(library, argument);
      if (material) await act(material);
    };
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    reader,
    used,
    followFiles(library),
    vscode.workspace.onDidRenameFiles(({ files }) => void used.follow((article) => files.reduce(movedPlace, article))),
    registerCommand('gongwen.insert', (what?: unknown) => insertCommand({ library, drafts, reader, actions }, what)),
    registerCommand(
      'gongwen.copy',
      onMaterial((material) => actions.copy(material)),
    ),
    registerCommand(
      'gongwen.copyWithSource',
      onMaterial((material) => actions.copyWithSource(material)),
    ),
    registerCommand(
      'gongwen.open',
      onMaterial((material) => actions.open(material)),
    ),
    registerCommand(
      'gongwen.openToSide',
      onMaterial((material) => actions.open(material, { toSide: true })),
    ),
    registerCommand(
      'gongwen.toggleFavorite',
      onMaterial((material) => actions.toggleFavorite(material)),
    ),
    registerCommand(
      'gongwen.showUses',
      onMaterial((material) => uses.show(material)),
    ),
    registerCommand('gongwen.editFile', (node?: unknown) => editFile(library, reader, node)),
  );
  return { reader, used, actions, uses };
}
