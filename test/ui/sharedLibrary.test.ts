import assert from 'node:assert/strict';
import { article, startShared, units } from '../shared/sharedFixtures';
import type { SharedServer } from '../shared/sharedFixtures';
import { eventually } from './support/eventually';
import { Workbench } from './support/workbench';

describe('a shared library in the editor', () => {
  let server: SharedServer;
  let ui: Workbench;

  before(async function () {
    this.timeout(240_000);
    server = await startShared(this);
    const writer = server.open('writer');
    const body = '## 一、总体要求\n\n以鲲鹏计划为牵引，聚力打造创新高地。';
    await writer.publish(units.ownOffice, [article('在鲲鹏计划启动会上的讲话', body)], () => undefined);
    ui = await Workbench.open({ viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await ui?.close();
    await server?.end();
  });

  it('is connected with a form, and its passages come in the search', async () => {
    await ui.runCommand('Connect to a Shared Library');
    for (const value of [`127.0.0.1:${server.port}`, 'postgres', 'reader']) {
      await ui.waitForQuickInput();
      await ui.press('Control+A');
      await ui.type(value);
      await ui.press('Enter');
    }
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Not encrypted' }).click();
    await ui.page.locator('.quick-input-widget input[type=password]').waitFor();
    await ui.type('reader');
    await ui.press('Enter');
    await ui.page.locator('.notification-list-item', { hasText: 'Connected: 1 article(s)' }).waitFor();
    await ui.press('Control+Alt+J');
    await ui.waitForQuickInput();
    await ui.type('鲲鹏计划');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: '聚力打造创新高地' }).waitFor();
    await ui.screenshot('shared search');
    await ui.press('Escape');
  });

  it('is paged through in a view, and read', async () => {
    await ui.openTree('Gongwen Library', 'Shared Library');
    const tree = ui.tree('Shared Library');
    await tree.showPane(true);
    await tree.waitForRows();
    await tree.expand('讲话致辞');
    await tree.expand('2026');
    await tree.click('在鲲鹏计划启动会上的讲话');
    await eventually(async () =>
      assert.ok((await ui.page.locator('.monaco-editor .view-lines').innerText()).includes('鲲鹏计划')),
    );
    await ui.screenshot('shared tree');
  });
});
