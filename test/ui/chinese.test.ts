import assert from 'node:assert/strict';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

describe('in Chinese', () => {
  const workbench = useWorkbench({ locale: 'zh-cn' });

  it('searches from the command palette', async () => {
    const ui = workbench();
    await ui.runCommand('公文素材: 检索素材');
    await ui.page.locator('.quick-input-title', { hasText: '检索素材' }).waitFor();
    await ui.ime('nongshi', '农时');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /农时/));
    await ui.screenshot('Chinese search');
    await ui.press('Escape');
  });

  it('keeps results and offers filters', async () => {
    const ui = workbench();
    await ui.press('Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.ime('lei', '类：');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /短语, 13 篇/));
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
});
