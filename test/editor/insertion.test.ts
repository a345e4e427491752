import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, gongwen, openDraft, withSetting } from './support/gongwen';

describe('insertion', () => {
  before(gongwen);
  afterEach(closeEditors);

  it('puts the text at the cursor with its placeholders as tab stops', async () => {
    const editor = await openDraft('同志们：\n|\n完');
    await vscode.commands.executeCommand('gongwen.insert', 'X市要求，X市各级投入X亿元。');
    assert.equal(editor.document.getText(), '同志们：\nX市要求，X市各级投入X亿元。\n完');
    // Both places of X市 are selected at once: they are one linked stop.
    assert.deepEqual(
      editor.selections.map((selection) => editor.document.getText(selection)),
      ['X市', 'X市'],
    );
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(editor.selection), 'X');
  });

  it('has the values of the profile from the start, several of them as a choice', async () => {
    await withSetting('profile', { X市: '青阳市', X局长: ['王局长', '李局长'] }, async () => {
      const editor = await openDraft('|');
      await vscode.commands.executeCommand('gongwen.insert', 'X市的X局长、X市的X县');
      assert.equal(editor.document.getText(), '青阳市的王局长、青阳市的X县');
    });
  });

  it('has of a classical quotation the quotation, and of an indicator its sentence', async () => {
    const api = await gongwen();
    const find = (title: string) => api.articles().find((article) => article.title === title)?.id;
    for (const [title, line, expected] of [
      ['为民为政典故', 10, '民惟邦本，本固邦宁。'],
      ['数据表述方法', 10, 'X月份，全市规模以上工业增加值同比增长X%。'],
    ] as const) {
      const editor = await openDraft('|');
      await vscode.commands.executeCommand('gongwen.insert', { article: find(title), line });
      assert.equal(editor.document.getText(), expected);
    }
  });

  it('is one step to undo', async () => {
    const editor = await openDraft('甲|乙');
    await vscode.commands.executeCommand('gongwen.insert', 'X市和X县');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '甲乙');
  });

  it('inserts at every cursor', async () => {
    const editor = await openDraft('一\n二');
    editor.selections = [0, 1].map((line) => new vscode.Selection(line, 1, line, 1));
    await vscode.commands.executeCommand('gongwen.insert', '要抓落实');
    assert.equal(editor.document.getText(), '一要抓落实\n二要抓落实');
  });

  it('keeps what the snippet syntax would take for its own', async () => {
    const editor = await openDraft('|');
    const text = '花费$5、${变量}、{a}、C:\\目录、$TM_FILENAME';
    await vscode.commands.executeCommand('gongwen.insert', text);
    assert.equal(editor.document.getText(), text);
  });

  it('changes nothing in a read-only document, and goes back to the draft from the reader', async () => {
    const api = await gongwen();
    const draft = await openDraft('|');
    await vscode.commands.executeCommand('gongwen.open', { article: api.articles()[0]?.id });
    const reader = vscode.window.activeTextEditor;
    assert.ok(reader);
    assert.equal(reader.document.uri.scheme, 'gongwen');
    const before = reader.document.getText();
    await vscode.commands.executeCommand('gongwen.insert', '放进文稿');
    assert.equal(reader.document.getText(), before);
    assert.equal(draft.document.getText(), '放进文稿');
  });

  it('leaves a read-only file alone', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-test-'));
    const file = path.join(folder, '定稿.md');
    await fs.writeFile(file, '定稿');
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/定稿.md': true }, vscode.ConfigurationTarget.Global);
    try {
      const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
      await vscode.commands.executeCommand('gongwen.insert', '不该出现');
      assert.equal(editor.document.getText(), '定稿');
      assert.equal(editor.document.isDirty, false);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
      await fs.rm(folder, { recursive: true });
    }
  });
});
