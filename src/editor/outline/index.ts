import * as vscode from 'vscode';
import { once } from '../../base/once';
import { isProseDraft } from '../shared/drafts';
import { onFirstDocument } from '../shared/onFirstDocument';
import { makeOwnEdit } from '../shared/ownEdits';

const selector = [{ language: 'markdown' }, { language: 'plaintext' }];

/** The outline of a draft: symbols, folding, sections that move and are numbered anew, 字数 in the status bar. */
export function registerOutline({ subscriptions }: vscode.ExtensionContext): void {
  const sections = once(() => import('./sections'));
  const provider = once(async () => new (await sections()).SectionProvider());
  const label = vscode.l10n.t('Numbered sections');
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    vscode.languages.registerDocumentSymbolProvider(
      selector,
      { provideDocumentSymbols: async (document) => (await provider()).provideDocumentSymbols(document) },
      { label },
    ),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: async (document) => (await provider()).provideFoldingRanges(document),
    }),
    registerCommand('gongwen.moveSectionUp', () =>
      withEditor(async (editor) => (await sections()).moveSectionAtCursor(editor, 'up')),
    ),
    registerCommand('gongwen.moveSectionDown', () =>
      withEditor(async (editor) => (await sections()).moveSectionAtCursor(editor, 'down')),
    ),
    registerCommand('gongwen.renumberSections', () =>
      withEditor(async (editor) => (await sections()).renumberSections(editor)),
    ),
    onFirstDocument(isProseDraft, () => void sections().then(({ WordCount }) => subscriptions.push(new WordCount()))),
  );
}

async function withEditor(run: (editor: vscode.TextEditor) => Promise<void>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) await makeOwnEdit(() => run(editor));
}
