import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, gongwen, openDraft, until, withSetting } from './support/gongwen';

/** `稿件` in GB18030. */
const oldText = Uint8Array.of(0xb8, 0xe5, 0xbc, 0xfe);

describe('commands', () => {
  let folder: string;
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder, name));
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    fs.writeFile(path.join(folder, name), content);

  before(async () => {
    await gongwen();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-test-'));
  });
  after(() => fs.rm(folder, { recursive: true }));
  afterEach(closeEditors);

  /** Runs with `folder` as the personal folder, once the article of that title is loaded. */
  async function withArticle(title: string, run: () => Promise<void>): Promise<void> {
    const api = await gongwen();
    await withSetting('library.personalFolder', folder, async () => {
      await until(`${title} is there`, () => api.articles().some((article) => article.title === title));
      await run();
    });
  }

  it('copy a passage as it would be inserted', async () => {
    const [hit] = await (await gongwen()).search('科技创新', { limit: 1 });
    assert.ok(hit);
    await vscode.commands.executeCommand('gongwen.copy', { article: hit.article.id, line: hit.line });
    assert.equal(await vscode.env.clipboard.readText(), hit.text);
  });

  it('copy and insert a passage without the marks of its notes', async () => {
    await write('渠系.md', '# 渠系\n\n先修[^1]渠系，再办工程。\n\n[^1]: 指灌渠。\n');
    await withArticle('渠系', async () => {
      const passage = { article: uriOf('渠系.md').toString(), line: 2 };
      await vscode.commands.executeCommand('gongwen.copy', passage);
      assert.equal(await vscode.env.clipboard.readText(), '先修渠系，再办工程。');
      const editor = await openDraft('|');
      await vscode.commands.executeCommand('gongwen.insert', passage);
      assert.equal(editor.document.getText(), '先修渠系，再办工程。');
    });
  });

  it('open a file of the writer where the reader stands, and never a shipped one', async () => {
    await write('备耕.md', '# 备耕\n\n甲\n\n乙\n\n丙');
    await withArticle('备耕', async () => {
      await vscode.commands.executeCommand('gongwen.open', { article: uriOf('备耕.md').toString(), line: 4 });
      await vscode.commands.executeCommand('gongwen.editFile');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), uriOf('备耕.md').toString());
      assert.equal(editor?.selection.active.line, 4);
    });
    const shipped = (await gongwen()).articles().find(({ uri }) => uri.path.includes('/corpus/'));
    await vscode.commands.executeCommand('gongwen.open', { article: shipped?.id });
    await vscode.commands.executeCommand('gongwen.editFile');
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'gongwen');
  });

  it('open an old file in its own encoding, so that saving it does no harm', async () => {
    await write('旧稿.txt', oldText);
    await withArticle('旧稿', async () => {
      await vscode.commands.executeCommand('gongwen.open', { article: uriOf('旧稿.txt').toString() });
      await vscode.commands.executeCommand('gongwen.editFile');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.scheme, 'file');
      assert.equal(document.getText(), '稿件');
      await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 2), '件'));
      assert.ok(await document.save());
      assert.deepEqual([...(await fs.readFile(path.join(folder, '旧稿.txt')))], [...oldText, 0xbc, 0xfe]);
    });
  });

  it('say so when there is nothing to insert, and change nothing', async () => {
    await write('空题.md', '# 空题');
    await withArticle('空题', async () => {
      const { document } = await openDraft('甲|');
      await vscode.commands.executeCommand('gongwen.insert', { article: uriOf('空题.md').toString() });
      assert.equal(document.getText(), '甲');
    });
  });

  it('open the result that was asked for last, however fast the keys come', async () => {
    await openDraft('台账');
    await vscode.commands.executeCommand('editor.action.selectAll');
    await vscode.commands.executeCommand('gongwen.searchSelection');
    const at = (): string | undefined => vscode.window.activeTextEditor?.document.uri.toString();
    const opened: (string | undefined)[] = [];
    for (let step = 0; step < 3; step++) {
      await vscode.commands.executeCommand('gongwen.results.next');
      opened.push(at());
    }
    assert.equal(new Set(opened).size, 3);
    const steps = ['previous', 'previous', 'next', 'next', 'previous'];
    await Promise.all(steps.map((step) => vscode.commands.executeCommand(`gongwen.results.${step}`)));
    assert.equal(at(), opened[1]);
  });

  it('read a folder again on refresh, and look into no folder that is only a link', async () => {
    await write('先到.md', '# 先到\n\n甲');
    await withArticle('先到', async () => {
      const api = await gongwen();
      await fs.symlink(folder, path.join(folder, '回环'), 'junction');
      await write('后到.md', '# 后到\n\n乙');
      await vscode.commands.executeCommand('gongwen.refresh');
      const titles = api.articles().map(({ title }) => title);
      assert.equal(titles.filter((title) => title === '先到').length, 1);
      assert.equal(titles.filter((title) => title === '后到').length, 1);
    });
  });
});

describe('settings', () => {
  const own = '在春季农业生产现场会上的讲话';
  const titles = async (): Promise<readonly string[]> => (await gongwen()).articles().map(({ title }) => title);
  const shipped = async (): Promise<boolean> =>
    (await gongwen()).articles().some(({ uri }) => uri.path.includes('/corpus/'));

  it('leave the shipped articles out', async () => {
    assert.ok(await shipped());
    await withSetting('library.builtin', false, () => until('they are gone', async () => !(await shipped())));
    await until('they are back', shipped);
  });

  it('say which folders of the workspace hold articles', async () => {
    assert.ok((await titles()).includes(own));
    await withSetting('library.workspaceFolders', ['别处'], () =>
      until('it is gone', async () => !(await titles()).includes(own)),
    );
    await until('it is back', async () => (await titles()).includes(own));
  });

  it('that are of the wrong type count as not written', async () => {
    const wrong = {
      'library.workspaceFolders': [null],
      'library.personalFolder': 5,
      'completion.languages': 'markdown',
    };
    for (const [key, value] of Object.entries(wrong)) {
      await withSetting(key, value, async () => {
        await vscode.commands.executeCommand('gongwen.refresh');
        assert.ok(await shipped(), key);
      });
    }
    await until('all is as before', async () => (await titles()).includes(own));
  });

  it('keep the writer’s own folder in the home folder, out of what goes with the extension', async () => {
    const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
    assert.ok(home.startsWith(os.tmpdir()) || home.includes('gongwen'), `${home} is somebody’s own`);
    const folder = path.join(home, '公文素材');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, '自存.md'), '# 自存\n\n甲');
    await vscode.commands.executeCommand('gongwen.refresh');
    assert.ok((await titles()).includes('自存'));
  });
});
