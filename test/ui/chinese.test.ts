import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compendium, folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

const folder = folderWith({ '合集.txt': compendium });
const personal = mkdtempSync(join(tmpdir(), 'gongwen-personal-'));

describe('in Chinese', () => {
  const workbench = useWorkbench({
    locale: 'zh-cn',
    folder,
    machineSettings: { 'gongwen.library.personalFolder': personal },
    viewport: { width: 1280, height: 900 },
  });
  after(() => {
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  it('searches from the command palette', async () => {
    const ui = workbench();
    await ui.runCommand('公文素材: 检索素材');
    await ui.waitForQuickInput('检索素材');
    await ui.ime('nongshi', '农时');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /农时/));
    await ui.screenshot('Chinese search');
    await ui.press('Escape');
  });

  it('keeps results and offers filters', async () => {
    const ui = workbench();
    await ui.openSearch();
    await ui.ime('lei', '类：');
    await eventually(async () => assert.ok((await ui.quickPickRows()).some((row) => row.includes('短语, 13 篇'))));
    await ui.screenshot('Chinese filters');
    await ui.press('ControlOrMeta+A');
    await ui.ime('nongshi', '农时');
    await ui.page.locator('.quick-input-title', { hasText: /找到 \d+ 条/ }).waitFor();
    await ui.page.locator('.quick-input-titlebar .action-label[aria-label="留在检索结果视图中"]').click();
    const results = ui.tree('检索结果');
    await eventually(async () => assert.match((await results.rows())[0]?.label ?? '', /^农时 \d+ 条，分布在 \d+ 篇/));
    await ui.tree('相关素材').showPane(true);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await ui.tree('相关素材').waitForRows();
    await ui.screenshot('Chinese results');
  });

  it('names views and actions', async () => {
    const ui = workbench();
    const tree = await ui.openTree('公文素材库', '素材');
    await tree.expand('讲话致辞');
    assert.match(await tree.hoverText('在春季农业生产现场会上的讲话'), /来源：本单位/);
    await ui.screenshot('Chinese tree');
  });

  it('takes material in: preview, report, quick inputs and messages', async () => {
    const ui = workbench();
    const importing = new Importing(ui, { menu: '导入素材…', message: /已导入/ });
    const rows = await importing.fromExplorer('合集.txt', 2);
    await importing.title(
      /^导入素材：应有 3 篇，找到 2 篇，存入“我的素材文件夹” · 去除了 26\.4% 的文字：请查看，并恢复应当保留的内容$/,
    );
    assert.match(rows[1] ?? '', /讲话致辞 · \d+ 字, .*正文不完整 · 来源：网络 · 标签：无人机、结业式、致辞/);
    await importing.pressTitle('查看报告');
    await eventually(async () => assert.match(await ui.visibleText(), /半角标点改为全角：12 处（同志们：/));
    await ui.screenshot('Chinese import');
    await importing.pressTitle('更改存放位置');
    await importing.title(/^更改存放位置$/);
    await ui.screenshot('Chinese import folder');
    await ui.press('Escape');
    await importing.preview(2);
    await importing.ok();
    await message(ui, /^已导入 2 篇文章。目录中有 1 篇缺失。$/);
    await importing.answer('挑选金句…');
    await importing.title(/^挑选金句$/);
    await ui.screenshot('Chinese quotes');
    await ui.press('Escape');
    await ui.runCommand('公文素材: 撤销上次导入');
    await importing.confirmUndo('撤销导入');
    await message(ui, /^已撤销导入，删除 2 个文件。$/);
    await ui.screenshot('Chinese import messages');
  });

  it('saves what is selected as material and as a quote, asking on one line', async () => {
    const ui = workbench();
    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A');
    await ui.runCommand('公文素材: 存为素材');
    await ui.waitForQuickInput(/^存为素材 · 《标题》 栏目 #标签 #标签 @来源$/);
    const said = ui.page.locator('.quick-input-message:visible');
    await said
      .filter({ hasText: /^标题：在全市乡村振兴重点工作推进会上的讲话 · 栏目：讲话致辞 · 来源：工作推进会讲话稿$/ })
      .waitFor();
    await ui.screenshot('Chinese clip');
    await ui.press('ControlOrMeta+A');
    await ui.ime('jianghua', '讲话致辞 #农时 @市委办');
    await said.filter({ hasText: /^栏目：讲话致辞 · 标签：农时 · 来源：市委办$/ }).waitFor();
    await ui.press('Enter');
    const article = join(personal, '讲话致辞', '在全市乡村振兴重点工作推进会上的讲话.md');
    const text = await eventually(() => readFileSync(article, 'utf8'));
    assert.match(text, /\ncategory: 讲话致辞\ntags: \[农时\]\nsource: 市委办\n---\n\n同志们：\n/);
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home', 'Shift+End');
    await ui.runCommand('公文素材: 存为金句');
    await ui.waitForQuickInput(/^存为金句 · 栏目 #标签 #标签 @来源$/);
    await ui.press('Enter');
    const quotes = await eventually(() => readFileSync(join(personal, '金句', '我的金句.md'), 'utf8'));
    assert.match(quotes, /\n---\n\n- 在全市乡村振兴重点工作推进会上的讲话\n\n  来源：工作推进会讲话稿\n$/);
    await ui.screenshot('Chinese clipped');
  });
});
