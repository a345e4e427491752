import * as vscode from 'vscode';

type FileInput = vscode.TabInputText | vscode.TabInputCustom | vscode.TabInputNotebook;

interface Column {
  readonly viewColumn: vscode.ViewColumn;
  readonly open: ReadonlySet<string>;
  readonly preview: FileInput | undefined;
  readonly front: FileInput | undefined;
}

/**
 * What is open before documents of a scheme are shown in passing, while a list is gone through: a column has one preview
 * tab, so the first of them takes the place of the writer's.
 */
export class CoveredTabs {
  private readonly columns: readonly Column[];

  /** @param scheme of the documents that will be shown */
  constructor(private readonly scheme: string) {
    this.columns = vscode.window.tabGroups.all.map(({ viewColumn, tabs, activeTab }) => ({
      viewColumn,
      open: new Set(tabs.flatMap((tab) => fileIn(tab)?.uri.toString() ?? [])),
      preview: fileIn(tabs.find(({ isPreview }) => isPreview)),
      front: fileIn(activeTab),
    }));
  }

  /**
   * Closes what has been shown since, unless the writer has kept it open, and brings back what it took the place of and
   * what was in front. Never throws.
   */
  async uncover({ preserveFocus = true } = {}): Promise<void> {
    for (const { viewColumn, tabs } of vscode.window.tabGroups.all) {
      const before = this.columns.find((column) => column.viewColumn === viewColumn);
      const shown = tabs.filter((tab) => {
        const uri = fileIn(tab)?.uri;
        return tab.isPreview && uri?.scheme === this.scheme && !before?.open.has(uri.toString());
      });
      if (shown.length === 0) continue;
      try {
        if (before?.preview) {
          await show(before.preview, { viewColumn, preview: true, preserveFocus });
          if (before.front && !isSame(before.front, before.preview))
            await show(before.front, { viewColumn, preserveFocus });
        } else await vscode.window.tabGroups.close(shown, true);
      } catch {
        // The file has gone, or the writer has closed the tab.
      }
    }
  }
}

/** The file that a tab shows, whatever its editor. */
function fileIn(tab: vscode.Tab | undefined): FileInput | undefined {
  const input = tab?.input;
  const isFile =
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputNotebook;
  return isFile ? input : undefined;
}

const isSame = (one: FileInput, other: FileInput): boolean => one.uri.toString() === other.uri.toString();

async function show(input: FileInput, options: vscode.TextDocumentShowOptions): Promise<void> {
  if (input instanceof vscode.TabInputText) await vscode.window.showTextDocument(input.uri, options);
  else await vscode.commands.executeCommand('vscode.openWith', input.uri, viewTypeOf(input), options);
}

const viewTypeOf = (input: vscode.TabInputCustom | vscode.TabInputNotebook): string =>
  input instanceof vscode.TabInputCustom ? input.viewType : input.notebookType;
