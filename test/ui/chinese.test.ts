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

  it('names views and actions', async () => {
    const ui = workbench();
    const tree = await ui.openTree('公文素材库', '素材');
    await tree.expand('讲话致辞');
    assert.match(await tree.hoverText('在春季农业生产现场会上的讲话'), /来源：本单位/);
    await ui.screenshot('Chinese tree');
  });
});
