import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApiFinding } from '../../../src/editor/checks/draftChecks';
import { closeEditors, gongwen, openDraft, until, withSetting } from '../support/gongwen';
import { MemoryFiles } from '../support/memoryFiles';

const draft = '# 关于开展督查的通知。\n\n现将有关事项通知如下:\n\n一、督查内容\n\n三、工作要求\n';
const fixed = '# 关于开展督查的通知\n\n现将有关事项通知如下：\n\n一、督查内容\n\n二、工作要求\n';

const rulesAt = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .sort();
const found = ['half-width-mark', 'heading-count', 'title-mark'];

/** A draft with its findings. */
async function checkedDraft(): Promise<vscode.TextDocument> {
  const { document } = await openDraft(draft);
  await until('the draft is checked', () => rulesAt(document.uri).length === found.length);
  assert.deepEqual(rulesAt(document.uri), found);
  return document;
}

const actionsAt = (document: vscode.TextDocument, line: number, kind?: string): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, document.lineAt(line).range, kind);

describe('checks of a draft', () => {
  afterEach(closeEditors);

  it('are asked for by others, with ranges and fixes', async () => {
    const findings = await (await gongwen()).check(draft);
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), found);
    for (const { offset, length, fix, message, source, force } of findings) {
      assert.ok(offset >= 0 && length > 0 && offset + length <= draft.length && fix && message && force);
      if (length === 1 && draft[offset] === '三') assert.equal(source, '');
    }
  });

  it('are fixed all at once by a source action', async () => {
    const document = await checkedDraft();
    const kind = 'source.fixAll.gongwen';
    let edit: vscode.WorkspaceEdit | undefined;
    await until('the source action is offered', async () => {
      edit = (await actionsAt(document, 0, kind)).find((action) => action.kind?.value === kind)?.edit;
      return edit !== undefined;
    });
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.equal(document.getText(), fixed);
    await until('nothing is found', () => rulesAt(document.uri).length === 0);
  });

  it('are fixed when the draft is saved, if the editor is set so', async () => {
    const files = new MemoryFiles();
    files.files.set('/通知.md', new TextEncoder().encode(draft));
    const registration = vscode.workspace.registerFileSystemProvider('gongwen-checks', files, {
      isCaseSensitive: true,
    });
    const editor = vscode.workspace.getConfiguration('editor');
    const onSave = (value: unknown): Thenable<void> =>
      editor.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global);
    await onSave({ 'source.fixAll.gongwen': 'explicit' });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('gongwen-checks:/通知.md'));
      const { selection } = await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, selection.active, '\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document.save());
      assert.equal(document.getText(), `\n${fixed}`);
      assert.equal(new TextDecoder().decode(files.files.get('/通知.md')), `\n${fixed}`);
    } finally {
      await onSave(undefined);
      await closeEditors();
      registration.dispose();
    }
  });

  it('are ignored in one place by a comment, and everywhere by a setting', async () => {
    const document = await checkedDraft();
    let ignoring: vscode.WorkspaceEdit | undefined;
    await until('the comment is offered', async () => {
      ignoring = (await actionsAt(document, 2)).find(({ edit }) =>
        edit?.get(document.uri).some(({ newText }) => newText.includes('gongwen-ignore half-width-mark')),
      )?.edit;
      return ignoring !== undefined;
    });
    assert.ok(ignoring && (await vscode.workspace.applyEdit(ignoring)));
    await until('the comment counts', () => rulesAt(document.uri).join() === 'heading-count,title-mark');
    await withSetting('checks.rules', { 'title-mark': 'off' }, () =>
      until('the setting counts', () => rulesAt(document.uri).join() === 'heading-count'),
    );
  });

  it('are run by a command with the draft as its argument', async () => {
    const document = await checkedDraft();
    const findings: readonly ApiFinding[] = await vscode.commands.executeCommand('gongwen.checkDraft', document.uri);
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), found);
  });
});
