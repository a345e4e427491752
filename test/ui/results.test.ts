import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import type { Tree } from './support/tree';
import { useWorkbench } from './support/useWorkbench';

const labelsOf = async (tree: Tree): Promise<string[]> => (await tree.rows()).map(({ label }) => label);

describe('results that stay', () => {
  const workbench = useWorkbench({ viewport: { width: 1280, height: 1000 } });

  it('come from the search at a click, by article, with what was found highlighted', async () => {
    const ui = workbench();
    // Rows out of sight do not exist: room for the results.
    await ui.openTree('Gongwen Library', 'Material');
    await ui.tree('Material').showPane(false);
    await ui.focusEditor();
    await ui.openSearch();
    await ui.ime('taizhang', '台账');
    await ui.page.locator('.quick-input-title', { hasText: /\d+ found/ }).waitFor();
    await ui.page.locator('.quick-input-titlebar .action-label[aria-label="Keep in the Results View"]').click();
    const tree = ui.tree('Results');
    await tree.waitForRows();
    const labels = await eventually(async () => {
      const all = await labelsOf(tree);
      assert.match(all[0] ?? '', /^台账 \d+ in \d+ article\(s\)/);
      assert.ok(all.some((label) => label.includes('在春季农业生产现场会上的讲话')));
      return all;
    });
    assert.ok(labels.length > 4, labels.join('\n'));
    assert.ok((await ui.page.locator('.pane .monaco-list-row .highlight', { hasText: '台账' }).count()) > 2);
    await ui.screenshot('results');
  });

  it('are opened one after the other with keys', async () => {
    const ui = workbench();
    await ui.press('Control+Alt+N');
    const selected = ui.page.locator('.statusbar-item', { hasText: /\(2 selected\)/ });
    await selected.waitFor();
    const first = await selected.innerText();
    await ui.press('Control+Alt+N');
    await eventually(async () => assert.notEqual(await selected.innerText(), first));
    await ui.screenshot('results next');
    await ui.press('Control+Alt+Shift+N');
    await eventually(async () => assert.equal(await selected.innerText(), first));
  });

  it('stay when they are pinned, and are inserted and closed with buttons', async () => {
    const ui = workbench();
    await ui.openFile('工作推进会讲话稿.md');
    const tree = ui.tree('Results');
    await tree.hoverAction('台账', 'Pin');
    await ui.openSearch();
    await ui.type('buwunongshi');
    await ui.page.locator('.quick-input-title', { hasText: /\d+ found/ }).waitFor();
    await ui.page.locator('.quick-input-titlebar .action-label[aria-label="Keep in the Results View"]').click();
    await eventually(async () => {
      const labels = await labelsOf(tree);
      assert.match(labels[0] ?? '', /^buwunongshi \d+ in/);
      assert.ok(labels.some((label) => label.startsWith('台账')));
    });
    await ui.screenshot('results pinned');
    await tree.hoverAction('buwunongshi', 'Close the Search');
    await eventually(async () => assert.ok(!(await labelsOf(tree)).some((label) => label.startsWith('buwunongshi'))));
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End');
    await tree.hoverAction('…员包田的工作台账', 'Insert into Draft');
    await eventually(async () => assert.match(await ui.visibleText(), /XX县要建立干部包村/));
    await ui.press('Escape', 'ControlOrMeta+Z');
  });

  it('come from the text that is selected', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+End', 'Enter');
    await ui.ime('buwunongshi', '不误农时');
    await ui.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    await ui.runCommand('Gongwen Library (公文素材): Search for the Selected Text');
    const tree = ui.tree('Results');
    await eventually(async () => {
      const labels = await labelsOf(tree);
      assert.ok(
        labels.some((label) => label.startsWith('不误农时 1 in 1')),
        labels.join('\n'),
      );
    });
    await ui.screenshot('results of the selection');
  });

  it('follow the files of the library', async () => {
    const ui = workbench();
    const tree = ui.tree('Results');
    writeFileSync(join(ui.folder, '素材', '新来的.md'), '# 新来的\n\n抢晴天、战雨隙，不误农时抓播种。\n');
    await eventually(async () => {
      assert.ok((await labelsOf(tree)).some((label) => label.startsWith('不误农时 2 in 2')));
    });
  });
});

describe('filters in the search', () => {
  const workbench = useWorkbench();

  it('are completed with the values that the library has', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.openSearch();
    await ui.ime('lei', '类：讲');
    await eventually(async () => assert.match((await ui.quickPickRows()).join('\n'), /讲话致辞, \d+ article\(s\)/));
    await ui.screenshot('filter values');
    await ui.press('Enter');
    const input = ui.page.locator('.quick-input-widget input').first();
    await eventually(async () => assert.equal(await input.inputValue(), '类：讲话致辞 '));
    await ui.ime('zeren', '责任');
    await eventually(async () => {
      const rows = await ui.quickPickRows();
      assert.match(rows[0] ?? '', /责任/);
      // The first row of an article says where it stands; those that follow go on with it.
      const first = rows.filter((row) => /, (?:built-in|my own|workspace) · /.test(row));
      assert.ok(first.length > 1 && first.every((row) => row.includes('讲话致辞')), rows.join('\n'));
    });
    await ui.press('Escape');
  });

  it('say what is wrong with a query, and search all the same', async () => {
    const ui = workbench();
    await ui.openSearch();
    await ui.ime('yinhao', '“农时');
    await eventually(async () => {
      const rows = await ui.quickPickRows();
      assert.match(rows[0] ?? '', /A quotation mark is not closed/);
      assert.match(rows[1] ?? '', /农时/);
    });
    await ui.screenshot('malformed query');
    await ui.press('Escape');
  });

  it('forgive a mistyped character', async () => {
    const ui = workbench();
    await ui.openSearch();
    await ui.ime('buwunongshi', '不误农事');
    await eventually(async () => assert.match((await ui.quickPickRows())[0] ?? '', /【?不误农时】?/));
    await ui.screenshot('mistyped');
    await ui.press('Escape');
  });
});
