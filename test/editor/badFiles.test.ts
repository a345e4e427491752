import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, gongwen, until, withSetting } from './support/gongwen';

/** Entries of the Problems panel that the extension made for a file. */
const entries = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Gongwen Library');

/** A file of each bad kind, what its one entry must say, and whether the article is loaded all the same. */
const badFiles: readonly { name: string; content: Uint8Array | string; says: RegExp; code: string; loaded: boolean }[] =
  [
    {
      name: '图片.md',
      content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
      says: /“图片\.md” is not a text file/,
      code: 'binary',
      loaded: false,
    },
    {
      name: '坏头.md',
      content: '---\ntitle: [未闭合\n---\n\n正文还在。',
      says: /front matter of “坏头\.md”/,
      code: 'frontMatter',
      loaded: true,
    },
    { name: '空白.md', content: ' \n\n', says: /“空白\.md” is empty/, code: 'empty', loaded: false },
    {
      name: '巨大.md',
      content: new Uint8Array(50 * 1024 * 1024).fill(0x61),
      says: /“巨大\.md” is larger than 10 MB/,
      code: 'tooLarge',
      loaded: false,
    },
    // 稿件 in GB18030
    {
      name: '旧稿.txt',
      content: Uint8Array.of(0xb8, 0xe5, 0xbc, 0xfe),
      says: /“旧稿\.txt” is in GB18030/,
      code: 'encoding',
      loaded: true,
    },
  ];

describe('bad files', () => {
  let folder: string;
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder, name));

  before(async () => {
    await gongwen();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-test-'));
    for (const { name, content } of badFiles) await fs.writeFile(path.join(folder, name), content);
    await fs.writeFile(path.join(folder, '好稿.md'), '# 好稿\n\n好稿照常读入，任何坏文件都不影响它。');
  });
  after(() => fs.rm(folder, { recursive: true }));
  afterEach(closeEditors);

  it('cost one clear message each and leave the rest of the library alone', async () => {
    const api = await gongwen();
    await withSetting('library.personalFolder', folder, async () => {
      await until('the good file is there', () => api.articles().some(({ title }) => title === '好稿'));
      for (const { name, says, code, loaded } of badFiles) {
        const [entry, ...more] = entries(uriOf(name));
        assert.ok(entry, name);
        assert.deepEqual(more, [], name);
        assert.match(entry.message, says);
        assert.equal(entry.code, code);
        const article = api.articles().find(({ uri }) => uri.toString() === uriOf(name).toString());
        assert.equal(article !== undefined, loaded, name);
      }
      assert.deepEqual(entries(uriOf('好稿.md')), []);
      const [hit] = await api.search('任何坏文件');
      assert.equal(hit?.article.title, '好稿');
      const [old] = await api.search('稿件');
      assert.equal(old?.article.title, '旧稿');
    });
    await until('the entries are gone with the folder', () =>
      badFiles.every(({ name }) => entries(uriOf(name)).length === 0),
    );
  });

  it('lose their entry once they are mended', async () => {
    const api = await gongwen();
    await withSetting('library.personalFolder', folder, async () => {
      await until('the fault is known', () => entries(uriOf('空白.md')).length === 1);
      // Again and again, as nothing tells when the editor has begun to watch a folder.
      await until('the article is there', async () => {
        await fs.writeFile(path.join(folder, '空白.md'), '# 不再空白\n\n写上了内容。');
        await new Promise((resolve) => setTimeout(resolve, 300));
        return api.articles().some(({ title }) => title === '不再空白');
      });
      assert.deepEqual(entries(uriOf('空白.md')), []);
    });
  });

  it('that are deleted while the reader shows them say so, and leave search', async () => {
    const api = await gongwen();
    await fs.writeFile(path.join(folder, '将删.md'), '# 将删\n\n这一篇读着读着就没有了。');
    await withSetting('library.personalFolder', folder, async () => {
      await until('the article is there', () => api.articles().some(({ title }) => title === '将删'));
      await vscode.commands.executeCommand('gongwen.open', { article: uriOf('将删.md').toString() });
      const reader = vscode.window.activeTextEditor?.document;
      assert.match(reader?.getText() ?? '', /读着读着/);
      await until('the folder is watched', async () => {
        await fs.writeFile(path.join(folder, '试探.md'), `# 试探\n\n${Date.now()}`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return api.articles().some(({ title }) => title === '试探');
      });
      await fs.rm(path.join(folder, '将删.md'));
      await until('the reader says so', () => reader?.getText().includes('no longer in the library') ?? false);
      assert.deepEqual((await api.search('"读着读着就没有了"')).length, 0);
    });
  });

  it('that stand in a folder without permission are named by the folder', async () => {
    const registration = vscode.workspace.registerFileSystemProvider('gongwen-test', new ForbiddenFolder());
    try {
      await withSetting('library.personalFolder', 'gongwen-test:///禁区', async () => {
        const uri = vscode.Uri.parse('gongwen-test:///禁区');
        await until('the folder is reported', () => entries(uri).length === 1);
        assert.match(entries(uri)[0]?.message ?? '', /“禁区” cannot be read/);
      });
    } finally {
      registration.dispose();
    }
  });
});

/** A file system that lets nobody in. Tests may run as root, for whom real permissions do not count. */
class ForbiddenFolder implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = (): vscode.Disposable => ({ dispose: () => undefined });
  stat = (): never => this.refuse();
  readDirectory = (): never => this.refuse();
  createDirectory = (): never => this.refuse();
  readFile = (): never => this.refuse();
  writeFile = (): never => this.refuse();
  delete = (): never => this.refuse();
  rename = (): never => this.refuse();

  private refuse(): never {
    throw vscode.FileSystemError.NoPermissions('no entry');
  }
}
