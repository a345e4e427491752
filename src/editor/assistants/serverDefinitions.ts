import * as vscode from 'vscode';
import type { LibrarySources } from '../library/librarySources';
import { onDidChangeSettings, settings } from '../shared/settings';

/** What VS Code has for MCP servers since 1.101, of which older versions know nothing. */
interface McpApi {
  readonly lm: {
    readonly registerMcpServerDefinitionProvider?: (id: string, provider: object) => vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

/** Whether a version has it for good: 1.100 has a draft of it, which throws because it reads another key of the manifest. */
function hasMcp(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 101);
}

/** How the server is started. */
interface StartOfServer {
  readonly command: string;
  readonly args: readonly string[];
}

/** Tells the editor, where it has MCP, how our server is started; it does so when the user wants it. */
export class ServerDefinitions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly sources: LibrarySources,
  ) {
    const { lm } = vscode as unknown as McpApi;
    const register = hasMcp(vscode.version) ? lm.registerMcpServerDefinitionProvider : undefined;
    this.subscriptions = [
      this.changed,
      onDidChangeSettings(['assistants.offer', 'library'], () => this.changed.fire()),
      ...(register
        ? [
            register('gongwen.library', {
              onDidChangeMcpServerDefinitions: this.changed.event,
              provideMcpServerDefinitions: () => this.definitions(),
            }),
          ]
        : []),
    ];
  }

  /** What other programs that speak MCP keep in their settings, as JSON. */
  configuration(): string {
    const { args } = this.start();
    return JSON.stringify({ mcpServers: { 'gongwen-library': { command: 'node', args } } }, undefined, 2);
  }

  private definitions(): readonly object[] {
    const { McpStdioServerDefinition } = vscode as unknown as McpApi;
    if (settings.assistantsOffer() !== 'server' || !McpStdioServerDefinition) return [];
    const { command, args } = this.start();
    const { version } = this.extension.packageJSON as { version: string };
    const label = vscode.l10n.t('Gongwen Library');
    return [new McpStdioServerDefinition(label, command, args, { ELECTRON_RUN_AS_NODE: '1' }, version)];
  }

  private start(): StartOfServer {
    const script = vscode.Uri.joinPath(this.extension.extensionUri, 'dist', 'mcpServer.js').fsPath;
    const { personalFolder, workspaceSourceFolders, packsOn } = this.sources;
    const packs = packsOn.map(({ root }) => vscode.Uri.parse(root));
    const folders = [personalFolder, ...workspaceSourceFolders, ...packs];
    const host = globalThis as { process?: { execPath?: string } };
    return {
      command: host.process?.execPath ?? 'node',
      args: [
        script,
        ...(settings.builtin() ? [] : ['--no-builtin']),
        ...['--language', vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'],
        ...folders.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath),
      ],
    };
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
