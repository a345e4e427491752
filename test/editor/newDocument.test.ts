import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isDraft } from '../../src/editor/shared/drafts';
import { closeEditors, gongwen, until } from './support/gongwen';

describe('a new official document', () => {
  afterEach(closeEditors);

  it('that is not chosen after all leaves the tabs as they were', async () => {
    await gongwen();
    const [draft] = await vscode.workspace.findFiles('素材/**/*.md');
    assert.ok(draft);
    const tabs = (): readonly string[] =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .map(
          ({ input, isPreview }) => `${input instanceof vscode.TabInputText ? input.uri.toString() : ''} ${isPreview}`,
        );
    await vscode.window.showTextDocument(draft, { preview: true });
    const before = tabs();
    assert.deepEqual(before, [`${draft.toString()} true`]);
    const command = vscode.commands.executeCommand('gongwen.newDocument');
    await until('a template is shown', () => tabs().some((tab) => tab.startsWith('gongwen-template:')));
    // What is only looked at is no draft: its blanks are not counted, and it is not checked.
    const shown = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'gongwen-template');
    assert.deepEqual([...new Set(shown.map(isDraft))], [false]);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await command;
    await until('the tabs are as they were', () => tabs().join() === before.join());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), draft.toString());
  });
});
