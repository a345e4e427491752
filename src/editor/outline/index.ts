import * as vscode from 'vscode';
import { moveSectionAtCursor, renumberSections } from './sectionCommands';
import { SectionProvider } from './sectionProvider';
import { WordCount } from './wordCount';

const selector = [{ language: 'markdown' }, { language: 'plaintext' }];

/** The outline of a draft: symbols, folding, sections that move and are numbered anew, 字数 in the status bar. */
export function registerOutline({ subscriptions }: vscode.ExtensionContext): void {
  const sections = new SectionProvider();
  const label = vscode.l10n.t('Numbered sections');
  subscriptions.push(
    vscode.languages.registerDocumentSymbolProvider(selector, sections, { label }),
    vscode.languages.registerFoldingRangeProvider(selector, sections),
    vscode.commands.registerCommand('gongwen.moveSectionUp', () =>
      withEditor((editor) => moveSectionAtCursor(editor, 'up')),
    ),
    vscode.commands.registerCommand('gongwen.moveSectionDown', () =>
      withEditor((editor) => moveSectionAtCursor(editor, 'down')),
    ),
    vscode.commands.registerCommand('gongwen.renumberSections', () => withEditor(renumberSections)),
    new WordCount(),
  );
}

async function withEditor(run: (editor: vscode.TextEditor) => Promise<void>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) await run(editor);
}
