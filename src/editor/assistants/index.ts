import * as vscode from 'vscode';
import { once } from '../../base/once';
import type { Article } from '../../library/article';
import type { Library } from '../../library/library';
import type { PassageSearch } from '../../search/passageSearch';
import type { ChecksRoom } from '../checks';
import type { ShippedFiles } from '../library/shippedFiles';
import type { LibrarySources } from '../library/librarySources';
import { showInformation } from '../shared/messages';
import { onDidChangeSettings, settings } from '../shared/settings';
import { LibraryTool } from './libraryTool';
import { ServerDefinitions } from './serverDefinitions';

/** Offers the library to language models, as tools or through a server, where the settings ask for it. */
export function registerAssistants(
  { subscriptions, extension }: vscode.ExtensionContext,
  parts: {
    readonly library: Library;
    readonly sources: LibrarySources;
    readonly shipped: ShippedFiles;
    readonly search: () => Promise<PassageSearch>;
    /** Finds articles that are not in the library itself. */
    readonly elsewhere: (id: string) => Promise<Article | undefined>;
    readonly check: ChecksRoom['check'];
  },
): void {
  const { library, sources, shipped, search, elsewhere, check } = parts;
  const engine = once(() => import('./assistantsEngine'));
  const room = {
    articles: async () => {
      await library.load();
      return library.articles;
    },
    search,
    elsewhere,
    check,
    snippets: () => shipped.snippets(),
  };
  const { contributes } = extension.packageJSON as {
    contributes: { languageModelTools: readonly { readonly name: string }[] };
  };
  let offered: readonly vscode.Disposable[] = [];
  const offer = (): void => {
    for (const tool of offered) tool.dispose();
    // Editors made of VS Code's sources may have no language models.
    const { lm } = vscode as Partial<typeof vscode>;
    offered =
      settings.assistantsOffer() === 'tools' && lm?.registerTool
        ? contributes.languageModelTools.map(({ name }) => lm.registerTool(name, new LibraryTool(name, engine, room)))
        : [];
  };
  offer();
  const definitions = new ServerDefinitions(extension, sources);
  subscriptions.push(
    definitions,
    onDidChangeSettings(['assistants.offer'], offer),
    { dispose: () => offered.forEach((tool) => void tool.dispose()) },
    vscode.commands.registerCommand('gongwen.copyServerConfiguration', async () => {
      await vscode.env.clipboard.writeText(definitions.configuration());
      void showInformation(
        vscode.l10n.t(
          'Copied: the entry of the MCP server for the settings of other assistants. Its path changes with updates of this extension.',
        ),
      );
    }),
  );
}
