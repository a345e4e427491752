import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compendium, folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

const folder = folderWith({ '合集.txt': compendium });
const personal = mkdtempSync(join(tmpdir(), 'gongwen-personal-'));
const written = (): string[] =>
  readdirSync(personal, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

describe('importing', () => {
  const workbench = useWorkbench({
    folder,
    machineSettings: { 'gongwen.library.personalFolder': personal },
    viewport: { width: 1280, height: 900 },
  });
  const importing = (): Importing => new Importing(workbench());
  after(() => {
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  it('is offered on files in the explorer and shows what it found before anything is written', async () => {
    const ui = workbench();
    const rows = await importing().fromExplorer('合集.txt', 2);
    await ui.screenshot('import preview');
    assert.match(rows[0] ?? '', /在全县农技推广会上的讲话.*讲话致辞/);
    assert.match(rows[1] ?? '', /在全县植保无人机飞手结业式上的致辞.*breaks off/);
    await importing().title(/2 of 3/);
    assert.deepEqual(written(), []);
  });

  it('shows the text and the report while the preview stays open', async () => {
    const ui = workbench();
    await importing().press(0, 'Show Text');
    await eventually(async () => assert.match(await ui.visibleText(), /category: 讲话致辞/));
    await importing().pressTitle('Show Report');
    await eventually(async () => assert.match(await ui.visibleText(), /农技推广工作综述/));
    await ui.screenshot('import report');
    await importing().preview(2);
  });

  it('lets articles be renamed, recategorised and unticked', async () => {
    const ui = workbench();
    await importing().press(0, 'Rename');
    await importing().title(/Rename/);
    await ui.press('ControlOrMeta+A');
    await ui.ime('nongjijianghua', '农技推广讲话');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^农技推广讲话/));
    await importing().press(0, 'Change Category');
    await importing().title(/Change Category/);
    await ui.ime('nongye', '农业农村');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^农业农村/));
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /农技推广讲话.*农业农村/));
    await importing().ticked(2);
    await importing().tick(1);
    await importing().ticked(1);
    await ui.screenshot('import corrected');
    // What another program writes now is not what the writer looked at.
    const source = join(folder, '合集.txt');
    writeFileSync(source, '在另一个会上的讲话\n\n后来才写的话。\n');
    await importing().ok();
    await eventually(() => assert.deepEqual(written(), [join('农业农村', '农技推广讲话.md')]));
    writeFileSync(source, compendium);
    const file = readFileSync(join(personal, '农业农村', '农技推广讲话.md'), 'utf8');
    assert.match(
      file,
      /^---\ntitle: 农技推广讲话\ncategory: 农业农村\ntags: \[农技推广, 讲话\]\nsource: 网络\n---\n\n同志们：\n\n今天开会，讲一点意见。\n\n## 一、把技术送到田头\n/,
    );
  });

  it('keeps the quotes that are ticked, and no others', async () => {
    const ui = workbench();
    await importing().answer('Choose Quotes…');
    await importing().title(/Choose Quotes/);
    await ui.screenshot('import quotes');
    const row = (text: string) => async (): Promise<number> => {
      const at = (await ui.quickPickRows()).findIndex((label) => label.startsWith(text));
      assert.ok(at >= 0, `${text} is proposed`);
      return at;
    };
    const kept = await eventually(row('苗情在一线查清'));
    assert.ok(await importing().isTicked(kept));
    const other = await eventually(row('良种配良法'));
    if (await importing().isTicked(other)) await importing().tick(other);
    await importing().ticked(1);
    await importing().ok();
    const file = join(personal, '金句', 'Quotes from 农技推广讲话.md');
    const content = await eventually(() => readFileSync(file, 'utf8'));
    assert.match(content, /\ncategory: 金句\nsource: 农技推广讲话\n---\n\n- 苗情在一线查清，问题在一线解决。\n$/);
  });

  it('shows the articles in the tree and finds them and the quotes at once', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('农业农村');
    await eventually(async () => assert.ok((await tree.rows()).some(({ label }) => label.startsWith('农技推广讲话'))));
    await ui.screenshot('import tree');
    for (const [letters, words, title] of [
      ['jigengdao', '机耕道修好', /农技推广讲话/],
      ['miaoqing', '类：金句 苗情在一线', /Quotes from 农技推广讲话/],
    ] as const) {
      await ui.openSearch();
      await ui.ime(letters, words);
      await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', title));
      await ui.press('Escape');
    }
  });

  it('points out what the library holds already, unticked, and writes nothing when nothing is ticked', async () => {
    const ui = workbench();
    const before = written();
    const rows = await importing().fromExplorer('合集.txt', 2);
    assert.match(rows[0] ?? '', /is in the library: 农技推广讲话/);
    assert.equal(await importing().isTicked(0), false);
    await importing().tick(1);
    await ui.screenshot('import known');
    await importing().ok();
    await message(ui, /Nothing was ticked/);
    assert.deepEqual(written(), before);
  });

  it('writes to another folder when it is told to', async () => {
    const ui = workbench();
    await importing().fromExplorer('合集.txt', 2);
    await importing().pressTitle('Change Folder');
    await importing().title(/^Change Folder/);
    await ui.screenshot('import folder');
    await ui.pickRow('draft/素材');
    await importing().title(/into “draft\/素材”/);
    await importing().ok();
    const file = join(ui.folder, '素材', '讲话致辞', '在全县植保无人机飞手结业式上的致辞.md');
    await eventually(() => assert.match(readFileSync(file, 'utf8'), /植保无人机既要会飞/));
    await importing().answer('Undo');
    await importing().confirmUndo();
    await eventually(() => assert.ok(!existsSync(file)));
  });

  it('is undone as a whole, but for what was renamed since, and says so', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.click('农技推广讲话');
    await ui.page.locator('.tab.active[data-resource-name="农技推广讲话.md"]').waitFor();
    await tree.openRename('农技推广讲话');
    await ui.press('ControlOrMeta+A');
    await ui.ime('nongji', '农技讲话');
    await ui.press('Enter');
    await eventually(() => assert.ok(written().includes(join('农业农村', '农技讲话.md'))));
    await ui.runCommand('Gongwen Library (公文素材): Undo the Latest Import');
    const renamed = 'Renamed since and left alone: 农技推广讲话.md → 农技讲话.md';
    await ui.page.locator('.monaco-dialog-box', { hasText: renamed }).waitFor();
    await ui.screenshot('import undo asks');
    await importing().confirmUndo();
    await message(ui, /1 file\(s\) deleted\. Renamed since and left alone: 农技推广讲话\.md → 农技讲话\.md/);
    await ui.screenshot('import undone');
    assert.deepEqual(written(), [join('农业农村', '农技讲话.md')]);
    assert.deepEqual(readdirSync(personal), ['农业农村']);
    await eventually(async () => assert.ok(!(await tree.rows()).some(({ label }) => label.startsWith('Quotes from'))));
  });
});
