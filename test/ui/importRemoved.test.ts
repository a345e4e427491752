import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compendium, folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { Importing } from './support/importing';
import { useWorkbench } from './support/useWorkbench';

const folder = folderWith({ '合集.txt': compendium });
const personal = mkdtempSync(join(tmpdir(), 'gongwen-personal-'));

describe('what an import removed', () => {
  const workbench = useWorkbench({
    folder,
    machineSettings: { 'gongwen.library.personalFolder': personal },
    viewport: { width: 1280, height: 900 },
  });
  const importing = (): Importing => new Importing(workbench());
  after(() => {
    for (const scratch of [folder, personal]) rmSync(scratch, { recursive: true, force: true });
  });

  it('is shown unasked where it is much, and goes back with a key', async () => {
    const ui = workbench();
    const tabs = ui.page.locator('.tabs-container .tab');
    const names = async (): Promise<string[]> => (await tabs.allInnerTexts()).map((name) => name.replaceAll('\n', ''));
    const before = await names();
    await ui.press('Control+Shift+E');
    await ui.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '合集.txt' }).click();
    await eventually(async () => assert.deepEqual(await names(), [...before, '合集.txt']));
    await importing().fromExplorer('合集.txt', 2);
    // It takes the place of the preview tab, whose file has the same words.
    await eventually(async () => assert.deepEqual(await names(), [...before, 'Removed.md']));
    await eventually(async () => assert.match(await ui.visibleText(), /更多材料请关注微信公众号某某文库/));
    await importing().title(/% was removed/);
    await ui.screenshot('import removed unasked');
    await ui.press('ControlOrMeta+Alt+R');
    await importing().title(/^Put Back/);
    await ui.ime('gengduo', '更多材料');
    await eventually(async () => assert.equal((await ui.quickPickRows()).length, 1));
    await ui.press('Enter');
    await ui.page.locator('.quick-input-list .codicon-check').waitFor();
    await ui.screenshot('import put back');
    await ui.press('Escape');
    await importing().preview(2);
    await importing().ok();
    // The preview tab that the removed text took the place of comes back.
    await eventually(async () => assert.deepEqual(await names(), [...before, '合集.txt']));
    const file = join(personal, '讲话致辞', '在全县植保无人机飞手结业式上的致辞.md');
    await eventually(() => {
      assert.equal(readdirSync(join(personal, '讲话致辞')).length, 2);
      assert.match(readFileSync(file, 'utf8'), /目前，X\n\n【更多材料请关注微信公众号某某文库】/);
    });
  });
});
