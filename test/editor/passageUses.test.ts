import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, gongwen, until } from './support/gongwen';

describe('uses of a passage', () => {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace);
  const file = path.join(workspace.uri.fsPath, '用过的讲话.md');

  afterEach(async () => {
    await closeEditors();
    await fs.rm(file, { force: true });
  });

  it('are gone to in the draft', async () => {
    const api = await gongwen();
    const [hit] = await api.search('科技创新 类:讲话', { limit: 1 });
    assert.ok(hit);
    const before =
      '# 在全市推进会上的讲话\n\n同志们：\n\n今天开一个会，主要是把今年的工作再过一遍，把没有办完的事情办完。\n\n';
    await fs.writeFile(file, `${before}${hit.text}\n`);
    await until('the draft that holds it is shown', async () => {
      await vscode.commands.executeCommand('gongwen.showUses', { article: hit.article.id, line: hit.line });
      return vscode.window.activeTextEditor?.document.uri.fsPath === file;
    });
    const { document, selection } = vscode.window.activeTextEditor ?? assert.fail();
    assert.equal(document.offsetAt(selection.active), before.length);
  });
});
