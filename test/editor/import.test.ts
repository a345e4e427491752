import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { writeArticles } from '../../src/editor/import/articleWriter';
import { TreeDrop } from '../../src/editor/tree/treeDrop';
import { closeEditors, gongwen, openDraft, until, withSetting } from './support/gongwen';

const sentence = '各村要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，确保不误农时。';
const speech = (title: string, words: string): string =>
  `${title}\n\n    同志们：\n    ${words.repeat(3)}\n    谢谢大家！\n`;

describe('importing', () => {
  let scratch: string;
  let personal: string;
  const input = (name: string): vscode.Uri => vscode.Uri.file(path.join(scratch, 'input', name));
  const put = async (name: string, content: string | Uint8Array): Promise<vscode.Uri> => {
    await fs.mkdir(path.dirname(input(name).fsPath), { recursive: true });
    await fs.writeFile(input(name).fsPath, content);
    return input(name);
  };
  const inPersonal = async (ending: string): Promise<string[]> =>
    (await fs.readdir(personal, { recursive: true })).filter((file) => file.endsWith(ending)).sort();
  const written = (): Promise<string[]> => inPersonal('.md');
  const withPersonal = (run: () => Promise<void>): Promise<void> =>
    withSetting('library.personalFolder', personal, run);

  beforeEach(async () => {
    await gongwen();
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-import-'));
    personal = path.join(scratch, 'personal');
    await fs.mkdir(personal);
  });
  afterEach(async () => {
    await closeEditors();
    await until('no scratch file is left', async () => (await inPersonal('.tmp')).length === 0);
    await fs.rm(scratch, { recursive: true });
  });

  it('only reports in a dry run', async () => {
    const file = await put('讲话.txt', speech('在全县春耕会上的讲话', sentence));
    await withPersonal(async () => {
      const report = await (await gongwen()).importFiles([file], { dryRun: true });
      assert.deepEqual(
        [
          report.promised,
          report.found.map(({ title, category, complete }) => [title, category, complete]),
          report.written,
        ],
        [1, [['在全县春耕会上的讲话', '讲话致辞', true]], []],
      );
      assert.deepEqual(await written(), []);
    });
  });

  it('takes the files of a folder in the order of their numbers', async () => {
    const titles = [11, 2, 3].map((number) => `在第${number}次水利会议上的讲话`);
    for (const title of titles) await put(`会议/${title}.txt`, speech(title, `${title}强调要修好水渠。`));
    const { found } = await (await gongwen()).importFiles([input('会议')], { dryRun: true });
    assert.deepEqual(
      found.map(({ title }) => title),
      [2, 3, 11].map((number) => `在第${number}次水利会议上的讲话`),
    );
  });

  it('writes Markdown that is found at once, skips what is there, and never overwrites', async () => {
    const api = await gongwen();
    await withPersonal(async () => {
      const file = await put('讲话.txt', speech('在全县春耕会上的讲话', sentence));
      const { written: uris } = await api.importFiles([file]);
      assert.deepEqual(await written(), [path.join('讲话致辞', '在全县春耕会上的讲话.md')]);
      await until('it is in the library', () =>
        api.articles().some(({ uri }) => uri.toString() === uris[0]?.toString()),
      );
      assert.equal((await api.search('"机耕道修好修通"'))[0]?.article.title, '在全县春耕会上的讲话');

      const again = await api.importFiles([file]);
      assert.equal(again.found[0]?.duplicateOf, '在全县春耕会上的讲话');
      assert.deepEqual(again.written, []);

      const other = await put(
        '别的.txt',
        speech('在全县春耕会上的讲话', '要把晚稻品种选准，要把插秧机具检修好，要把技术培训抓到位。'),
      );
      await api.importFiles([other]);
      assert.deepEqual(await written(), [
        path.join('讲话致辞', '在全县春耕会上的讲话 2.md'),
        path.join('讲话致辞', '在全县春耕会上的讲话.md'),
      ]);
    });
  });

  it('takes files that are dropped on the tree, after the preview', async () => {
    const file = await put(
      '讲话.txt',
      speech('在全县秋种会上的讲话', '秋种工作要早谋划、早部署、早动手，确保小麦应播尽播，一播全苗。'),
    );
    await withPersonal(async () => {
      const data = new vscode.DataTransfer();
      data.set('text/uri-list', new vscode.DataTransferItem(`${file.toString()}\r\n`));
      const drop = new TreeDrop(
        (inputs) => void vscode.commands.executeCommand('gongwen.import', inputs),
        () => assert.fail('nothing is moved'),
      );
      await drop.handleDrop(undefined, data);
      await until('it is written', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await written()).length > 0;
      });
      assert.deepEqual(await written(), [path.join('讲话致辞', '在全县秋种会上的讲话.md')]);
    });
  });

  it('keeps clipped texts when an import is undone', async () => {
    const file = await put(
      '讲话.txt',
      speech('在全县冬修会上的讲话', '冬修水利要抓住农闲时节，清淤疏渠、加固堤坝，为来年春灌打好底子。'),
    );
    await withPersonal(async () => {
      const { written: uris } = await (await gongwen()).importFiles([file]);
      assert.equal(uris.length, 1);
      await openDraft('清淤疏渠要趁早。');
      await vscode.commands.executeCommand('editor.action.selectAll');
      void vscode.commands.executeCommand('gongwen.clip');
      await until('it is clipped', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await written()).length === 2;
      });
      await vscode.commands.executeCommand('gongwen.undoImport', { confirm: false });
      await until('the import is gone', async () => (await written()).length === 1);
      assert.match((await written())[0] ?? '', /清淤疏渠要趁早/);
    });
  });

  it('takes a folder of 500 files in one go, and undoes all but what was changed since', async () => {
    // Words that no two files share.
    const words = (number: number): string =>
      Array.from({ length: 60 }, (_, at) =>
        String.fromCharCode(0x4e00 + ((Math.imul(number * 64 + at + 1, 2_654_435_761) >>> 12) % 20_000)),
      ).join('');
    for (let number = 0; number < 500; number++) {
      await put(`文件夹/${number}.txt`, speech(`在第${number}次农业会议上的讲话`, `${words(number)}。`));
    }
    await withPersonal(async () => {
      await vscode.commands.executeCommand('gongwen.import', [input('文件夹')], { preview: false });
      assert.equal((await written()).length, 500);
      const kept = path.join(personal, '讲话致辞', '在第7次农业会议上的讲话.md');
      await fs.appendFile(kept, '\n我补充了一句。\n');
      await vscode.commands.executeCommand('gongwen.undoImport', { confirm: false });
      await until('the rest is gone', async () => (await written()).length === 1);
      assert.deepEqual(await written(), [path.join('讲话致辞', path.basename(kept))]);
    });
  }).timeout(300_000);

  it('names every bad file once and takes in the good ones', async () => {
    const api = await gongwen();
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]);
    await put('批/旧稿.doc', ole);
    await put('批/图片.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0));
    await put('批/空.txt', '');
    await put(
      '批/好.txt',
      speech('在全县秋收会上的讲话', '秋收工作时间紧任务重，各村要抢收抢种，颗粒归仓，确保增产增收。'),
    );
    await put('批/巨大.txt', '');
    await fs.truncate(input('批/巨大.txt').fsPath, 200 * 1024 * 1024);
    await withPersonal(async () => {
      const { problems, found } = await api.importFiles([input('批')]);
      assert.deepEqual(
        problems.map(({ name, message }) => [name, message.includes(`“${name}”`)]).sort(),
        ['图片.txt', '巨大.txt', '旧稿.doc', '空.txt'].map((name) => [name, true]).sort(),
      );
      assert.match(problems.find(({ code }) => code === 'oldWord')?.message ?? '', /save it as \.docx/);
      assert.deepEqual(
        found.map(({ title }) => title),
        ['在全县秋收会上的讲话'],
      );
      assert.equal((await written()).length, 1);
    });
  });

  it('lets two windows import at once', async () => {
    const target = vscode.Uri.file(personal);
    const { token } = new vscode.CancellationTokenSource();
    const article = (text: string): { folder: string; name: string; text: string } => ({
      folder: '讲话致辞',
      name: '同名',
      text,
    });
    await Promise.all(['甲', '乙', '丙'].map((text) => writeArticles(target, [article(text)], token)));
    const texts = await Promise.all((await written()).map((file) => fs.readFile(path.join(personal, file), 'utf8')));
    assert.deepEqual(texts.sort(), ['丙', '乙', '甲'].sort());
  });
});

describe('clipping', () => {
  let personal: string;
  beforeEach(async () => {
    await gongwen();
    personal = await fs.mkdtemp(path.join(os.tmpdir(), 'gongwen-clip-'));
  });
  afterEach(async () => {
    await closeEditors();
    await fs.rm(personal, { recursive: true });
  });

  /** Selects all of a draft, runs a command and accepts what its input shows, until the text is saved. */
  async function clip(command: string, text: string, saved: () => Promise<boolean>): Promise<void> {
    await openDraft(text);
    await vscode.commands.executeCommand('editor.action.selectAll');
    void vscode.commands.executeCommand(command);
    await until(`${text} is saved`, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return saved();
    });
  }

  it('saves quotes one below the other in one collection', async () => {
    const file = path.join(personal, '金句', 'My Quotes.md');
    const content = (): Promise<string> => fs.readFile(file, 'utf8').catch(() => '');
    await withSetting('library.personalFolder', personal, async () => {
      for (const quote of ['春争日，夏争时。', '人勤地不懒，秋后粮满仓。']) {
        await clip('gongwen.clipQuote', quote, async () => (await content()).includes(`- ${quote}`));
      }
      assert.match(await content(), /^---\ntitle: My Quotes\ncategory: 金句\n---\n\n- 春争日/);
      const api = await gongwen();
      await until('they are quotes of the library', () =>
        api.articles().some(({ title, passages }) => title === 'My Quotes' && passages === 2),
      );
    });
  });
});
