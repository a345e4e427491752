import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { gongwen, until, withSetting } from './support/gongwen';

describe('library packs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-pack-'));

  before(() => {
    mkdirSync(join(folder, '讲话致辞'));
    writeFileSync(join(folder, '讲话致辞/开幕词.md'), '# 在开幕式上的致辞\n\n群贤毕至共襄盛举，谨致热烈祝贺。\n');
    writeFileSync(join(folder, 'README.md'), '# 群贤毕至的说明\n\n本仓库收录致辞。\n');
    writeFileSync(join(folder, 'LICENSE'), 'Attribution 4.0 International\n');
    const git = (...args: string[]): unknown => execFileSync('git', ['-C', folder, ...args]);
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'first');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are part of the library with version and licence, until they are switched off, and stay as they are', async () => {
    const api = await gongwen();
    const files = readdirSync(folder, { recursive: true }).sort();
    const found = (): string[] => api.articles().flatMap(({ title }) => (title.includes('开幕式上') ? [title] : []));
    await withSetting('library.packFolders', [folder], async () => {
      await until('the pack is read', () => found().length === 1);
      const [hit] = await api.search('群贤毕至');
      assert.equal(hit?.article.title, '在开幕式上的致辞');
      assert.ok(api.articles().every(({ title }) => title !== '群贤毕至的说明'));
      await withSetting('library.packsOff', [folder], () => until('the pack is off', () => found().length === 0));
      await until('the pack is on again', () => found().length === 1);
    });
    await until('the pack is gone', () => found().length === 0);
    assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), files);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
