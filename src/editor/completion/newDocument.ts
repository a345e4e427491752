import * as vscode from 'vscode';
import type { Snippet } from '../../completion/sources/snippets';
import { findSnippets, isDocument, parseSnippets } from '../../completion/sources/snippets';
import { outlineOf, snippetText } from '../../draft/snippetText';
import type { ShippedFiles } from '../library/shippedFiles';
import { CoveredTabs } from '../shared/coveredTabs';
import { templateScheme } from '../shared/drafts';

/** Categories of the library to which the templates of a snippet file belong. */
const categoryOf = ({ name }: Snippet, file: number, files: readonly (readonly Snippet[])[]): string => {
  const isSpeech = files[file]?.some(({ name: other }) => other === '讲话稿');
  return isSpeech ? '讲话致辞' : name;
};

interface GenreItem extends vscode.QuickPickItem {
  readonly snippet: Snippet;
  readonly category: string;
}

/** 新建公文: lists the genres, shows the template of the one in focus, and opens it as a draft with front matter. */
export class NewDocument implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();

  constructor(private readonly shipped: ShippedFiles) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '';
  }

  /** @param name of a genre, to open it without asking */
  async run(name: unknown): Promise<void> {
    const items = await this.genres();
    const named = items.find(({ snippet }) => snippet.prefixes.some((prefix) => prefix === name));
    const chosen = named ?? (await this.pick(items));
    if (!chosen) return;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const date = new Date().toLocaleDateString('sv');
    const front = `---\ncategory: ${chosen.category}\ndate: ${date}\n---\n\n`;
    await editor.insertSnippet(new vscode.SnippetString(front + chosen.snippet.body));
  }

  private async genres(): Promise<readonly GenreItem[]> {
    const files = (await this.shipped.snippets()).map(parseSnippets);
    return files.flatMap((snippets, file) =>
      snippets.filter(isDocument).map((snippet) => ({
        label: snippet.name,
        description: snippet.description,
        detail: outlineOf(snippet.body),
        alwaysShow: true,
        snippet,
        category: categoryOf(snippet, file, files),
      })),
    );
  }

  private async pick(items: readonly GenreItem[]): Promise<GenreItem | undefined> {
    const pick = vscode.window.createQuickPick<GenreItem>();
    pick.title = vscode.l10n.t('New official document');
    pick.placeholder = vscode.l10n.t('Genre, its pinyin or initials, or a word of what it is for');
    // Else the quick pick brings its own order, and knows no pinyin.
    Object.assign(pick, { sortByLabel: false });
    const snippets = items.map(({ snippet }) => snippet);
    const offer = (): void => {
      pick.items = findSnippets(snippets, pick.value).flatMap(
        (found) => items.find(({ snippet }) => snippet === found) ?? [],
      );
    };
    pick.onDidChangeValue(offer);
    offer();
    const covered = new CoveredTabs(templateScheme);
    let [shown, hidden] = [Promise.resolve(), false];
    const chosen = await new Promise<GenreItem | undefined>((resolve) => {
      pick.onDidChangeActive(([item]) => {
        shown = shown.then(() => (hidden || !item ? undefined : this.preview(item)));
      });
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]);
        pick.hide();
      });
      pick.onDidHide(() => {
        hidden = true;
        resolve(undefined);
      });
      pick.show();
    });
    pick.dispose();
    await shown;
    await covered.uncover({ preserveFocus: false });
    return chosen;
  }

  private async preview(item: GenreItem): Promise<void> {
    const uri = vscode.Uri.from({ scheme: templateScheme, path: `/${item.snippet.name}.md` });
    this.texts.set(uri.path, snippetText(item.snippet.body));
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
  }
}
