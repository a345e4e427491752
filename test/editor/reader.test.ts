import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { placeIn } from '../../src/editor/material/reader';
import { closeEditors, gongwen, until } from './support/gongwen';

describe('reader', () => {
  afterEach(closeEditors);

  it('opens an article read-only, as Markdown with an outline, the cursor on the passage', async () => {
    const api = await gongwen();
    const [hit] = await api.search('"科技创新"', { limit: 1 });
    assert.ok(hit);
    await vscode.commands.executeCommand('gongwen.open', { article: hit.article.id, line: hit.line });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.languageId, 'markdown');
    assert.equal(editor.selection.active.line, hit.line);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(editor.document.uri.scheme) ?? false, false);
    const symbols = async (): Promise<number> =>
      (
        await vscode.commands.executeCommand<unknown[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          editor.document.uri,
        )
      )?.length ?? 0;
    await until('the outline is there', async () => (await symbols()) > 0);
  });

  it('finds a passage of which the rest of the article was not known', async () => {
    const document = await vscode.workspace.openTextDocument({ content: '开头一段。\n\n办成一件、销号一件。\n' });
    const found = placeIn(document, { text: '办成一件、销号一件。' }, { offset: 5, length: 4 });
    assert.equal(document.getText().slice(found.offset, found.offset + found.length), '销号一件');
    assert.deepEqual(placeIn(document, { text: '别的文章。' }, { offset: 1, length: 2 }), { offset: 1, length: 2 });
  });

  it('opens to the side and keeps the draft where it is', async () => {
    const api = await gongwen();
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '文稿' });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('gongwen.openToSide', { article: api.articles()[0]?.id });
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.Two);
    assert.ok(vscode.window.visibleTextEditors.some((editor) => editor.document === document));
  });

  it('shows a Markdown preview', async () => {
    const api = await gongwen();
    await vscode.commands.executeCommand('gongwen.open', { article: api.articles()[0]?.id });
    await vscode.commands.executeCommand('markdown.showPreview');
    await until('the preview is open', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview)),
    );
  });
});
