import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

const draft = `# 关于开展安全生产检查的通知。

各县（市、区）人民政府：

现将有关事项通知如下:

一、检查内容

重点检查X市各类企业,压实主体责任。

三、时间安排

2026年11月27日（星期四）前完成,请认真落实...
`;

const folder = mkdtempSync(join(tmpdir(), 'gongwen-checks-'));
writeFileSync(join(folder, '通知.md'), draft);
writeFileSync(
  join(folder, 'README.md'),
  '# Readme\n\nInstall it with npm, then open the editor: it is "ready", they say...\n\nA second line, e.g. 5-7 days -- no more.\n',
);

describe('checks of a draft', () => {
  const workbench = useWorkbench({ folder, openFile: '通知.md' });

  it('mark what must not go out, count it, and fix it by keyboard', async () => {
    const ui = workbench();
    const marks = ui.page.locator('.editor-group-container.active .squiggly-warning');
    await eventually(async () => assert.ok((await marks.count()) >= 5, `${await marks.count()} marks`), 30_000);
    const status = ui.page.locator('.statusbar-item', { hasText: 'to check' });
    await status.waitFor();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+Home', 'End', 'ArrowLeft');
    await ui.press('ControlOrMeta+.');
    await ui.page.locator('.action-widget .monaco-list-row', { hasText: 'Remove' }).first().waitFor();
    await ui.screenshot('checks quick fix');
    await ui.press('Enter');
    await eventually(async () => assert.match(await ui.editorText(), /^# 关于开展安全生产检查的通知\n/));
  });

  it('are reported by rule, and the report leads to the place', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): Check the Draft before It Goes Out');
    const tree = ui.tree('Check of the Draft');
    await tree.waitForRows();
    await eventually(async () =>
      assert.match(await ui.page.locator('.sidebar').innerText(), /to settle before the draft goes out/),
    );
    await ui.screenshot('checks report');
    await ui.page.locator('.sidebar .monaco-list-row', { hasText: '有关事项通知如下' }).click();
    await ui.page.locator('.statusbar-item', { hasText: 'Ln 5' }).waitFor();
  });

  it('leave prose in other languages alone', async () => {
    const ui = workbench();
    await ui.openFile('README.md');
    const status = ui.page.locator('.statusbar-item', { hasText: 'to check' });
    await status.waitFor({ state: 'hidden' });
    assert.equal(await ui.page.locator('.editor-group-container.active [class*=squiggly]').count(), 0);
  });
});
