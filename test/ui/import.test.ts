import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

const text = '各村要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，确保不误农时。';
const compendium = `农技推广专题合集公文素材3篇(全文4321字)

目录

一、讲话致辞
在全县农技推广会上的讲话…………………………2在全县植保无人机飞手结业式上的致辞………………………9二、工作综述
农技推广工作综述…………………………………21

在全县农技推广会上的讲话
网络
农技推广 讲话

同志们:今天开会,讲一点意见。
    一、把技术送到田头
    ${text.repeat(3)}
谢谢大家!

在全县植保无人机飞手结业式上的致辞
网络
无人机 结业式 致辞

各位学员:大家好!
    植保无人机既要会飞,更要会修、会调、会算账。学成以后回到各村,要带出一批徒弟,把防治的时机抓准,把药剂的用量降下来。目前,X
【更多材料请关注微信公众号某某文库】
`;

/** The sample folder with a compendium and a personal folder beside it. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-import-'));
  cpSync(join(__dirname, '../fixtures/draft'), folder, { recursive: true });
  writeFileSync(join(folder, '合集.txt'), compendium);
  return folder;
}

const folder = makeFolder();
const personal = mkdtempSync(join(tmpdir(), 'gongwen-personal-'));
const written = (): string[] =>
  readdirSync(personal, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));

describe('importing', () => {
  const workbench = useWorkbench({
    folder,
    settings: { 'gongwen.library.personalFolder': personal },
    viewport: { width: 1280, height: 900 },
  });
  after(() => {
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  it('is offered on files in the explorer and shows what it found before anything is written', async () => {
    const ui = workbench();
    await importFromExplorer();
    await ui.waitForQuickInput();
    const rows = await eventually(async () => {
      const labels = await ui.quickPickRows();
      assert.ok(labels.length >= 2, labels.join('\n'));
      return labels;
    });
    await ui.screenshot('import preview');
    assert.match(rows[0] ?? '', /在全县农技推广会上的讲话.*讲话致辞/);
    assert.match(rows[1] ?? '', /在全县植保无人机飞手结业式上的致辞.*breaks off/);
    const title = await ui.page.locator('.quick-input-title').innerText();
    assert.match(title, /2 of 3/);
    assert.deepEqual(written(), []);
  });

  it('shows the text and the report while the preview stays open', async () => {
    const ui = workbench();
    await press(0, 'Show Text');
    await eventually(async () => assert.match(await ui.visibleText(), /category: 讲话致辞/));
    await ui.page.locator('.quick-input-titlebar .action-label[aria-label^="Show Report"]').click();
    await eventually(async () => assert.match(await ui.visibleText(), /农技推广工作综述/));
    await ui.screenshot('import report');
    await eventually(async () => assert.ok((await ui.quickPickRows()).length >= 2));
  });

  it('lets articles be renamed, recategorised and unticked', async () => {
    const ui = workbench();
    await press(0, 'Rename');
    await eventually(async () => assert.match(await ui.page.locator('.quick-input-title').innerText(), /Rename/));
    await ui.press('ControlOrMeta+A');
    await ui.ime('nongjijianghua', '农技推广讲话');
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^农技推广讲话/));
    await press(0, 'Change Category');
    await eventually(async () =>
      assert.match(await ui.page.locator('.quick-input-title').innerText(), /Change Category/),
    );
    await ui.ime('nongye', '农业农村');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /^农业农村/));
    await ui.press('Enter');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /农技推广讲话.*农业农村/));
    await ticked(2);
    await ui.page.locator('.quick-input-list .monaco-list-row').nth(1).locator('.monaco-checkbox').click();
    await ticked(1);
    await ui.screenshot('import corrected');
    await ui.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await eventually(() => assert.deepEqual(written(), [join('农业农村', '农技推广讲话.md')]));
    const file = readFileSync(join(personal, '农业农村', '农技推广讲话.md'), 'utf8');
    assert.match(
      file,
      /^---\ntitle: 农技推广讲话\ncategory: 农业农村\ntags: \[农技推广, 讲话\]\nsource: 网络\n---\n\n同志们：\n\n今天开会，讲一点意见。\n\n## 一、把技术送到田头\n/,
    );
  });

  it('shows the articles in the tree and finds them at once', async () => {
    const ui = workbench();
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await tree.expand('农业农村');
    await eventually(async () => assert.ok((await tree.rows()).some(({ label }) => label.startsWith('农技推广讲话'))));
    await ui.screenshot('import tree');
    await ui.press('Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.ime('jigengdao', '机耕道修好');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /农技推广讲话/));
    await ui.press('Escape');
  });

  it('points out what the library holds already, unticked', async () => {
    const ui = workbench();
    await importFromExplorer();
    const rows = await eventually(async () => {
      assert.match(await ui.page.locator('.quick-input-title').innerText(), /^Import:/);
      const labels = await ui.quickPickRows();
      assert.ok(labels.length >= 2, labels.join('\n'));
      return labels;
    });
    assert.match(rows[0] ?? '', /is in the library: 农技推广讲话/);
    const state = await ui.page
      .locator('.quick-input-list .monaco-list-row')
      .nth(0)
      .locator('.monaco-checkbox')
      .getAttribute('aria-checked');
    assert.equal(state, 'false');
    await ui.screenshot('import known');
    await ui.press('Escape');
  });

  it('is undone as a whole', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): Undo the Latest Import');
    await eventually(() => assert.deepEqual(written(), []));
    const tree = await ui.openTree('Gongwen Library', 'Material');
    await eventually(async () => assert.ok(!(await tree.rows()).some(({ label }) => label.startsWith('农业农村'))));
  });

  it('saves selected text as material with category, tags and source from one line', async () => {
    const ui = workbench();
    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.runCommand('Gongwen Library (公文素材): Save as Material');
    await eventually(async () =>
      assert.match(await ui.page.locator('.quick-input-title').innerText(), /Save as Material/),
    );
    await ui.press('ControlOrMeta+A');
    await ui.ime('jianghua', '讲话致辞 #农时 @市委办');
    await eventually(async () =>
      assert.match(
        await ui.page.locator('.quick-input-message').innerText(),
        /Category: 讲话致辞 · Tags: 农时 · Source: 市委办/,
      ),
    );
    await ui.screenshot('clip');
    await ui.press('Enter');
    await eventually(() => assert.equal(written().length, 1));
    const text = readFileSync(join(personal, written()[0] ?? ''), 'utf8');
    assert.match(text, /\ncategory: 讲话致辞\ntags: \[农时\]\nsource: 市委办\n---\n/);
  });

  /** Waits until so many rows of the preview are ticked. */
  const ticked = (count: number): Promise<void> =>
    workbench()
      .page.locator('.quick-input-count:visible', { hasText: `${count} Selected` })
      .waitFor();

  async function importFromExplorer(): Promise<void> {
    const ui = workbench();
    await ui.press('Control+Shift+E');
    await ui.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '合集.txt' })
      .click({ button: 'right' });
    // A click that comes too soon after the menu is taken for the end of the one that opened it.
    await ui.page.locator('.monaco-menu .action-label', { hasText: 'Import Material…' }).hover();
    await ui.press('Enter');
  }

  /** Points at a row of the preview and clicks one of its buttons. */
  async function press(row: number, action: string): Promise<void> {
    const line = workbench().page.locator('.quick-input-list .monaco-list-row').nth(row);
    await line.hover();
    await line.locator(`.action-label[aria-label^="${action}"]`).click();
  }
});
