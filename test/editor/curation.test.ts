import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, gongwen, messagesDuring, until, withSetting } from './support/gongwen';

describe('curation', function () {
  // Each test reads the library twice.
  this.timeout(60_000);
  let folder: string;
  const at = (name: string): string => path.join(folder, ...name.split('/'));
  const argument = (name: string): { article: string } => ({ article: vscode.Uri.file(at(name)).toString() });
  const read = (name: string): Promise<string> => fs.readFile(at(name), 'utf8');
  const files = async (): Promise<readonly string[]> =>
    (await fs.readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'))
      .sort();

  before(gongwen);
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-test-'));
    await fs.mkdir(at('讲话致辞'));
    await fs.writeFile(at('讲话致辞/春耕.md'), '---\ntitle: 春耕\nreviewed: yes # 审过\n---\n\n# 春耕\n\n抓紧备耕。\n');
    await fs.writeFile(at('讲话致辞/秋收.md'), '---\ntitle: 秋收\n---\n\n颗粒归仓。\n');
  });
  afterEach(async () => {
    await closeEditors();
    await fs.rm(folder, { recursive: true });
  });

  /** Runs with the folder as the personal one, once its articles are there. */
  async function withLibrary(run: (titles: () => readonly string[]) => Promise<void>): Promise<void> {
    const api = await gongwen();
    const titles = (): readonly string[] => api.articles().map(({ title }) => title);
    await withSetting('library.personalFolder', folder, async () => {
      await until('the articles are there', () => ['春耕', '秋收'].every((title) => titles().includes(title)));
      await run(titles);
    });
  }

  it('renames an article, its heading and its file, and keeps what else its front matter says', () =>
    withLibrary(async (titles) => {
      await vscode.commands.executeCommand('gongwen.rename', argument('讲话致辞/春耕.md'), '春耕动员');
      assert.equal(
        await read('讲话致辞/春耕动员.md'),
        '---\ntitle: 春耕动员\nreviewed: yes # 审过\n---\n\n# 春耕动员\n\n抓紧备耕。\n',
      );
      assert.deepEqual(await files(), ['讲话致辞/春耕动员.md', '讲话致辞/秋收.md']);
      await until('the library has the new title', () => titles().includes('春耕动员') && !titles().includes('春耕'));
    }));

  it('moves several articles to a category, beside a file of the same name, and the empty folder goes', () =>
    withLibrary(async () => {
      await fs.mkdir(at('农业'));
      await fs.writeFile(at('农业/秋收.md'), '别的文章');
      const both = [argument('讲话致辞/春耕.md'), argument('讲话致辞/秋收.md')];
      await vscode.commands.executeCommand('gongwen.move', both[0], both, '农业');
      assert.deepEqual(await files(), ['农业/春耕.md', '农业/秋收 2.md', '农业/秋收.md']);
      assert.equal(await read('农业/秋收.md'), '别的文章');
      assert.match(await read('农业/秋收 2.md'), /^category: 农业$/m);
      await assert.rejects(fs.stat(at('讲话致辞')));
    }));

  it('moves an article with the folders below its category, and leaves folders of another kind alone', () =>
    withLibrary(async (titles) => {
      await fs.mkdir(at('讲话致辞/2024/上半年'), { recursive: true });
      await fs.mkdir(at('年度'));
      await fs.writeFile(at('讲话致辞/2024/上半年/夏播.md'), '# 夏播\n\n抢墒播种。\n');
      await fs.writeFile(at('年度/冬储.md'), '---\ncategory: 讲话致辞\n---\n\n# 冬储\n\n备足饲草。\n');
      await vscode.commands.executeCommand('gongwen.refresh');
      await until('they are read', () => ['夏播', '冬储'].every((title) => titles().includes(title)));
      const both = [argument('讲话致辞/2024/上半年/夏播.md'), argument('年度/冬储.md')];
      await vscode.commands.executeCommand('gongwen.move', both[0], both, '农业');
      assert.deepEqual(await files(), [
        '农业/2024/上半年/夏播.md',
        '年度/冬储.md',
        '讲话致辞/春耕.md',
        '讲话致辞/秋收.md',
      ]);
      assert.match(await read('年度/冬储.md'), /^category: 农业$/m);
      await assert.rejects(fs.stat(at('讲话致辞/2024')));
    }));

  it('edits tags, source and date of several articles, of an open one with what is not saved in it', () =>
    withLibrary(async () => {
      const document = await vscode.workspace.openTextDocument(at('讲话致辞/秋收.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\n未存的一段。\n'));
      const both = [argument('讲话致辞/春耕.md'), argument('讲话致辞/秋收.md')];
      const changes = { tags: ['农业', '粮食'], date: '2026-03-05' };
      await vscode.commands.executeCommand('gongwen.editProperties', both[0], both, changes);
      assert.match(await read('讲话致辞/春耕.md'), /reviewed: yes # 审过\ntags: \[农业, 粮食\]\ndate: 2026-03-05\n---/);
      assert.match(await read('讲话致辞/秋收.md'), /tags: \[农业, 粮食\][^]*未存的一段。/);
      assert.equal(document.isDirty, false);
    }));

  it('changes nothing that ships with the extension', async () => {
    const [shipped] = (await gongwen()).articles().filter(({ uri }) => uri.path.includes('/corpus/'));
    assert.ok(shipped);
    await vscode.commands.executeCommand('gongwen.rename', { article: shipped.id }, '改名');
    assert.ok((await gongwen()).articles().some(({ id, title }) => id === shipped.id && title === shipped.title));
  });

  it('changes nothing where the front matter cannot be read', () =>
    withLibrary(async (titles) => {
      const broken = '---\ntitle: [坏了\n---\n\n正文。\n';
      await fs.writeFile(at('讲话致辞/坏.md'), broken);
      await vscode.commands.executeCommand('gongwen.refresh');
      assert.ok(titles().some((title) => title.includes('坏')));
      await vscode.commands.executeCommand('gongwen.rename', argument('讲话致辞/坏.md'), '好了');
      assert.equal(await read('讲话致辞/坏.md'), broken);
    }));

  it('names the one that cannot be changed, and changes the others', () =>
    withLibrary(async (titles) => {
      await fs.writeFile(at('讲话致辞/坏.md'), '---\ntitle: [坏了\n---\n\n正文。\n');
      await vscode.commands.executeCommand('gongwen.refresh');
      await until('it is read', () => titles().includes('坏'));
      const all = ['坏', '春耕', '秋收'].map((name) => argument(`讲话致辞/${name}.md`));
      const messages = await messagesDuring(async () => {
        await vscode.commands.executeCommand('gongwen.editProperties', all[0], all, { source: '县委办' });
      });
      for (const name of ['春耕', '秋收']) assert.match(await read(`讲话致辞/${name}.md`), /^source: 县委办$/m);
      if (messages) assert.match(messages.join('\n'), /^The file of “坏” was not changed: .+$/);
    }));

  it('deletes no article for a part of it', () =>
    withLibrary(async () => {
      await vscode.commands.executeCommand('gongwen.delete', { ...argument('讲话致辞/秋收.md'), line: 4 });
      assert.deepEqual(await files(), ['讲话致辞/春耕.md', '讲话致辞/秋收.md']);
    }));
});
