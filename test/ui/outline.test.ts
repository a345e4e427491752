import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { useWorkbench } from './support/useWorkbench';

const draft = `关于开展防汛督查的方案

一、总体要求

任务分工详见第三部分。

二、督查内容

（一）河道清障。看进度。

（二）物资储备。看实效。

三、任务分工

督查内容见第二部分。

特此通知。
`;

const folder = mkdtempSync(join(tmpdir(), 'gongwen-outline-'));
writeFileSync(join(folder, '方案.txt'), draft);
writeFileSync(join(folder, '方案.md'), `# 关于开展防汛督查的方案\n\n## 一、督查内容\n\n（一）河道清障。看进度。\n`);

describe('outline of a draft', () => {
  const workbench = useWorkbench({ folder, openFile: '方案.txt', settings: { 'editor.stickyScroll.enabled': true } });

  const symbols = async (): Promise<string[]> => {
    const ui = workbench();
    await ui.press('ControlOrMeta+Shift+O');
    await ui.waitForQuickInput();
    const rows = await eventually(async () => {
      const all = await ui.quickPickRows();
      assert.ok(all.length > 0 && !all.some((row) => /No (?:matching|symbols)|no symbols/i.test(row)), all.join());
      return all;
    });
    await ui.screenshot(`outline symbols ${rows.length}`);
    await ui.press('Escape');
    return rows.map((row) => row.replace(/ \(string\).*$/, ''));
  };

  it('lists numbered lines of plain text', async () => {
    await workbench().focusEditor();
    assert.deepEqual(await symbols(), [
      '一、总体要求',
      '二、督查内容',
      '（一）河道清障',
      '（二）物资储备',
      '三、任务分工',
    ]);
  });

  it('moves a section by keyboard, with numbers and references, in one undo', async () => {
    const ui = workbench();
    await ui.page.locator('.view-line', { hasText: '三、任务分工' }).click();
    await ui.press('Control+Alt+PageUp');
    const moved = [
      '任务分工详见第二部分。\n\n二、任务分工\n\n督查内容见第三部分。\n\n三、督查内容\n\n（一）河道清障。看进度。',
      '（二）物资储备。看实效。\n\n特此通知。\n',
    ].join('\n\n');
    await eventually(async () => assert.ok((await ui.editorText()).endsWith(moved)));
    await ui.page.locator('.statusbar-item', { hasText: 'Ln 7' }).waitFor();
    await ui.page.waitForTimeout(500);
    assert.equal(await ui.page.locator('.suggest-widget.visible').count(), 0);
    await ui.screenshot('outline moved');
    await ui.press('ControlOrMeta+Z');
    await eventually(async () => assert.equal(await ui.editorText(), draft));
  });

  it('numbers anew', async () => {
    const ui = workbench();
    await ui.page.locator('.view-line', { hasText: '（二）物资储备' }).click();
    await ui.press('Home', 'Delete', 'Delete', 'Delete');
    await ui.commit('（五）');
    await ui.runCommand('Gongwen Library (公文素材): Number the Sections Anew');
    await eventually(async () => assert.equal(await ui.editorText(), draft));
  });

  it('folds a section, and counts words as Word does', async () => {
    const ui = workbench();
    await ui.page.locator('.statusbar-item', { hasText: '79 words' }).waitFor();
    await ui.page.locator('.view-line', { hasText: '二、督查内容' }).click();
    await ui.press('End', 'Shift+Home');
    await ui.page.locator('.statusbar-item', { hasText: '6 of 79 words' }).waitFor();
    await ui.press('ControlOrMeta+Shift+[');
    await eventually(async () => {
      const text = await ui.visibleText();
      assert.ok(!text.includes('河道清障') && text.includes('三、任务分工'), text);
    });
    await ui.screenshot('outline folded');
    await ui.press('ControlOrMeta+Shift+]');
  });

  it('leaves the headings of Markdown to the editor', async () => {
    await workbench().openFile('方案.md');
    await workbench().focusEditor();
    await eventually(async () => {
      const names = await symbols();
      assert.equal(names.filter((name) => name.includes('督查内容') && !name.includes('河道')).length, 1, names.join());
      assert.equal(names.filter((name) => name.includes('河道清障')).length, 1, names.join());
    });
  });
});
