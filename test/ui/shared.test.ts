import assert from 'node:assert/strict';
import { parseArticle } from '../../src/library/parseArticle';
import type { SharedServer } from '../shared/sharedFixtures';
import { article, startShared, units } from '../shared/sharedFixtures';
import { eventually } from './support/eventually';
import { message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

describe('the shared library in the workbench', () => {
  let server: SharedServer | undefined;
  const machineSettings: Record<string, unknown> = {};

  before(async function () {
    this.timeout(120_000);
    server = await startShared(this, { auth: 'trust' });
    const writer = server.open('writer');
    const body = '## 一、统一思想\n\n疏浚九曲连江水系，是全市上下的共同期盼。';
    await writer.publish(units.ownOffice, [article('在水系治理动员会上的讲话', '疏浚河道。')], () => undefined);
    await writer.publish(units.ownOffice, [article('在水系治理动员会上的讲话', body)], () => undefined);
    const list = '---\ntitle: 水利提法\ncategory: 短语\n---\n\n- 疏浚九曲连江水系\n';
    const file = { uri: 'file:///a.md', path: '短语/水利提法.md', origin: 'personal' };
    await writer.publish(units.open, [parseArticle(file, list).article], () => undefined);
    machineSettings['gongwen.shared'] = server.address('writer');
  });
  const settings = { 'gongwen.completion.show': 'list' };
  const workbench = useWorkbench({ settings, machineSettings, viewport: { width: 1280, height: 900 } });
  after(() => server?.end());

  it('is a tree of offices, categories and years, and its articles are read', async () => {
    const ui = workbench();
    await ui.openTree('Gongwen Library', 'Material');
    const tree = ui.tree('Shared Library');
    await tree.showPane(true);
    await tree.waitForRows();
    for (const group of ['市委办', '讲话致辞', '2026']) await tree.expand(group);
    await tree.click('在水系治理动员会上的讲话');
    await eventually(async () => assert.match(await ui.visibleText(), /疏浚九曲连江水系，是全市上下/));
    await ui.screenshot('shared tree');
  });

  it('is searched in one list with the own library, each row with its origin', async () => {
    const ui = workbench();
    await ui.openSearch();
    await ui.ime('jiuqu', '九曲连江');
    await eventually(async () =>
      assert.match((await ui.quickPickRows()).join('\n'), /在水系治理动员会上的讲话.*市委办/),
    );
    await ui.screenshot('shared search');
    await ui.press('Escape');
  });

  it('completes with its phrases', async () => {
    const ui = workbench();
    await ui.openFile('工作推进会讲话稿.md');
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await ui.press('Enter');
    await ui.ime('shujun', '疏浚');
    await eventually(async () => {
      await ui.press('Escape', 'Control+Space');
      const labels = await ui.suggestions(3000);
      await ui.screenshot('shared completion');
      assert.ok(labels.includes('疏浚九曲连江水系'), labels.join());
    }, 30_000);
  });

  it('gets an article after showing it, and says the next time that it is there', async () => {
    const ui = workbench();
    const title = '在春季农业生产现场会上的讲话';
    const previewed = async (): Promise<string> => {
      const tree = await ui.openTree('Gongwen Library', 'Material');
      await tree.expand('讲话致辞');
      await tree.menu(title, 'Publish to the Shared Library');
      await ui.waitForQuickInput();
      await ui.pickRow('市委办');
      return eventually(async () => {
        const [row = ''] = await ui.quickPickRows();
        assert.match(row, /现场会上的讲话.*characters/);
        return row;
      });
    };
    assert.match(await previewed(), /Date: 2024-03-12/);
    await ui.screenshot('shared publish');
    await ui.press('Enter');
    await message(ui, /Published in 市委办: 1 new/);
    assert.match(await previewed(), /is there already, word for word/);
    await ui.page.locator('.quick-input-list .monaco-list-row').first().hover();
    await ui.page.locator('.quick-input-list .action-label[aria-label="Compare"]').first().click();
    await ui.page.locator('.editor-instance .monaco-diff-editor').first().waitFor();
    await ui.screenshot('shared publish again');
    await ui.press('Escape');
  });

  it('shows the versions of an article beside each other, and withdraws it', async () => {
    const ui = workbench();
    const title = '在水系治理动员会上的讲话';
    await ui.press('Escape', 'Escape');
    await ui.openTree('Gongwen Library', 'Material');
    const tree = ui.tree('Shared Library');
    await tree.showPane(true);
    for (const group of ['市委办', '讲话致辞', '2026']) await tree.expand(group);
    // While the tree is drawn anew, what is chosen in a menu may be lost.
    await eventually(async () => {
      await tree.menu(title, 'Versions…');
      await ui.waitForQuickInput(undefined, 10_000);
    });
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /Version 2.*\n.*Version 1/s));
    await ui.pickRow('Version 2');
    const diff = ui.page.locator('.editor-instance .monaco-diff-editor').first();
    await eventually(async () => {
      assert.match(await diff.locator('.original-in-monaco-diff-editor').innerText(), /疏浚河道/);
      assert.match(await diff.locator('.modified-in-monaco-diff-editor').innerText(), /统一思想/);
    });
    await ui.screenshot('shared versions');
    const dialog = ui.page.locator('.monaco-dialog-box');
    await eventually(async () => {
      await tree.menu(title, 'Withdraw…');
      await dialog.waitFor({ timeout: 10_000 });
    });
    await dialog.locator('.monaco-button', { hasText: 'Withdraw' }).click();
    await eventually(async () =>
      assert.equal(await server?.open('reader').article('gongwen-shared:/1/x.md'), undefined),
    );
  });

  it('says what is wrong with an address, and lets it be corrected', async () => {
    const ui = workbench();
    await ui.press('Escape', 'Escape');
    await ui.runCommand('Connect to a Shared Library');
    const input = ui.page.locator('.quick-input-widget input').first();
    await eventually(async () => assert.match(await input.inputValue(), /^127\.0\.0\.1:\d+$/));
    await input.fill('127.0.0.1:99999');
    await ui.press('Enter');
    await eventually(async () => assert.equal(await input.inputValue(), 'postgres'));
    await ui.press('Enter');
    await eventually(async () => assert.equal(await input.inputValue(), 'writer'));
    await ui.press('Enter');
    await ui.pickRow('Not encrypted: only for a server on this machine');
    await eventually(async () => assert.equal(await input.getAttribute('type'), 'password'));
    await ui.press('Enter');
    const dialog = ui.page.locator('.monaco-dialog-box');
    await eventually(async () => assert.match(await dialog.innerText(), /does not answer: check the address/));
    await ui.screenshot('shared wrong address');
    await dialog.locator('.monaco-button', { hasText: 'Correct…' }).click();
    await eventually(async () => assert.equal(await input.inputValue(), '127.0.0.1:99999'));
    await ui.press('Escape');
  });

  it('asks for its address in a form, with what is set already', async () => {
    const ui = workbench();
    await ui.press('Escape', 'Escape');
    await ui.runCommand('Connect to a Shared Library');
    const input = ui.page.locator('.quick-input-widget input').first();
    await eventually(async () => assert.match(await input.inputValue(), /^127\.0\.0\.1:\d+$/));
    await ui.screenshot('shared connect');
    await ui.press('Escape');
  });
});
