import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { fileName } from '../../src/base/fileName';
import { writeArticles } from '../../src/editor/import/articleWriter';
import { ArticleFiles } from '../../src/editor/tree/articleFiles';
import type { Article } from '../../src/library/article';
import { closeEditors, gongwen, openDraft, until, withSetting } from './support/gongwen';
import { MemoryFiles } from './support/memoryFiles';

const neverCancelled = (): vscode.CancellationToken => new vscode.CancellationTokenSource().token;
const titles = async (): Promise<readonly string[]> => (await gongwen()).articles().map(({ title }) => title);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file of the writer', () => {
  const files = new MemoryFiles();
  const folder = 'gongwen-memory:///素材';
  const target = vscode.Uri.parse(folder);
  const uri = vscode.Uri.parse('gongwen-memory:/素材/金句/My Quotes.md');
  const text = '---\ntitle: My Quotes\ncategory: 金句\n---\n\n- 早先存下的一句话。\n';
  const article = { id: uri.toString(), title: 'My Quotes', category: '金句' } as Article;
  const sources = { rootOf: () => target, announce: () => Promise.resolve() };
  const change = (): Promise<vscode.Uri> => new ArticleFiles(sources as never).change(article, { tags: ['春耕'] });
  const kept = (): string => new TextDecoder().decode(files.files.get(uri.path));
  let registration: vscode.Disposable;

  beforeEach(async () => {
    await gongwen();
    registration = vscode.workspace.registerFileSystemProvider('gongwen-memory', files, { isCaseSensitive: true });
    for (const path of ['/素材', '/素材/金句']) files.folders.add(path);
    files.files.set(uri.path, encode(text));
  });
  afterEach(async () => {
    await closeEditors();
    registration.dispose();
    files.reset();
  });

  /** Saves a sentence as a quote, until something has tried to write it. */
  async function clip(tried: () => boolean): Promise<void> {
    await openDraft('惟其艰难，更显勇毅。');
    await vscode.commands.executeCommand('editor.action.selectAll');
    void vscode.commands.executeCommand('gongwen.clipQuote');
    await until('it was tried to write', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return tried();
    });
  }

  it('is whole, and what is half is no article, when a window is killed while it writes', async () => {
    await withSetting('library.personalFolder', folder, async () => {
      await until('the library has it', async () => (await titles()).includes('My Quotes'));
      files.killed = true;
      await assert.rejects(change());
      await assert.rejects(
        writeArticles(
          target,
          [{ folder: '讲话致辞', name: '甲', text: '# 甲\n\n各村要抢收抢种。\n' }],
          neverCancelled(),
        ),
      );
      const halves = files.files.size;
      await clip(() => files.files.size > halves);
      assert.equal(kept(), text);
      files.killed = false;
      const names = [...files.files.keys()].filter((name) => name !== uri.path);
      assert.ok(names.length >= 3 && names.every((name) => /\/\.[^/]+\.tmp$/.test(name)), names.join());
      await vscode.commands.executeCommand('gongwen.refresh');
      const own = (await gongwen()).articles().filter(({ uri: { scheme } }) => scheme === target.scheme);
      assert.deepEqual(
        own.map(({ title }) => title),
        ['My Quotes'],
      );
      // The next window goes on where it was.
      await change();
      assert.match(kept(), /tags: \[春耕\]\n---\n\n- 早先存下的一句话。\n$/);
    });
  });

  it('is as it was when the disk is full or may not be written', async () => {
    await withSetting('library.personalFolder', folder, async () => {
      files.room = 0;
      await assert.rejects(change());
      await clip(() => files.room < -1);
      assert.equal(kept(), text);
      files.room = Infinity;
      files.readOnly = true;
      await assert.rejects(change());
      assert.equal(kept(), text);
      assert.deepEqual([...files.files.keys()], [uri.path]);
    });
  });

  it('that another program changes between reading and writing keeps what that wrote', async () => {
    const theirs = text.replace('一句话', '两句话');
    const write = files.writeFile.bind(files);
    files.writeFile = (to, content) => {
      write(to, content);
      files.files.set(uri.path, encode(theirs));
    };
    try {
      await assert.rejects(change());
    } finally {
      files.writeFile = write;
    }
    assert.equal(kept(), theirs);
    assert.deepEqual([...files.files.keys()], [uri.path]);
  });

  it('has a name of its own where case does not tell names apart', async () => {
    files.foldsCase = true;
    const articles = ['Plan', 'PLAN', 'plan'].map((name) => ({ folder: '', name, text: `# ${name}\n` }));
    for (const article of articles) await writeArticles(target, [article], neverCancelled());
    const texts = [...files.files]
      .filter(([name]) => name !== uri.path)
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    assert.deepEqual(texts.sort(), ['# PLAN\n', '# Plan\n', '# plan\n']);
  });
});

describe('the personal folder', () => {
  let scratch: string;
  let personal: string;
  const write = async (name: string, content: string): Promise<void> => {
    await fs.mkdir(personal, { recursive: true });
    await fs.writeFile(path.join(personal, name), content);
  };
  beforeEach(async () => {
    await gongwen();
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-folder-'));
    personal = path.join(scratch, 'personal');
  });
  afterEach(() => fs.rm(scratch, { recursive: true }));

  it('takes titles with every sign, of devices, and of any length', async () => {
    const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
      /[\W_]/.test(sign),
    );
    const some = signs.filter((sign, at) => at < 256 || sign > '\u2000');
    const all = [
      ...some.map((sign, at) => `${at}甲${sign}乙`),
      'CON',
      'aux.2026',
      'nul',
      '字'.repeat(400),
      '𠮷'.repeat(400),
      '\ud842',
      '..',
    ];
    const articles = all.map((title, at) => ({ folder: '', name: fileName(title), text: `# ${at}\n` }));
    const written = await writeArticles(vscode.Uri.file(personal), articles, neverCancelled());
    assert.equal(written.length, all.length);
    const texts = await Promise.all(written.map(({ uri }) => fs.readFile(uri.fsPath, 'utf8')));
    assert.deepEqual(
      texts,
      articles.map(({ text }) => text),
    );
    assert.equal((await fs.readdir(personal)).length, all.length);
  });

  it('may be a link', async () => {
    const real = path.join(scratch, 'real');
    await fs.mkdir(real);
    await fs.symlink(real, personal, 'junction');
    await write('链接.md', '# 链接里的文章\n\n各村要抢收抢种。');
    await withSetting('library.personalFolder', personal, async () => {
      await until('its article is there', async () => (await titles()).includes('链接里的文章'));
      await writeArticles(vscode.Uri.file(personal), [{ folder: '', name: '新', text: '# 新\n' }], neverCancelled());
      assert.deepEqual((await fs.readdir(real)).sort(), ['新.md', '链接.md'].sort());
    });
  });

  it('that disappears, or is renamed, takes its articles along, and is made anew when something is written', async () => {
    await write('会走.md', '# 会走的文章\n\n各村要抢收抢种。');
    await withSetting('library.personalFolder', personal, async () => {
      await until('its article is there', async () => (await titles()).includes('会走的文章'));
      await fs.rename(personal, `${personal} 改名`);
      await vscode.commands.executeCommand('gongwen.refresh');
      assert.ok(!(await titles()).includes('会走的文章'));
      const faults = vscode.languages.getDiagnostics().flatMap(([, entries]) => entries);
      assert.deepEqual(
        faults.filter(({ source }) => source === 'Gongwen Library').map(({ message }) => message),
        [],
      );
      await writeArticles(
        vscode.Uri.file(personal),
        [{ folder: '讲话致辞', name: '新', text: '# 新\n' }],
        neverCancelled(),
      );
      assert.deepEqual(await fs.readdir(path.join(personal, '讲话致辞')), ['新.md']);
      await fs.rm(personal, { recursive: true });
      await fs.rename(`${personal} 改名`, personal);
      await vscode.commands.executeCommand('gongwen.refresh');
      assert.ok((await titles()).includes('会走的文章'), 'it is back');
    });
  });
});
