import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { folderWith } from './support/compendium';
import { eventually } from './support/eventually';
import { answerMessage, cancelProgress, message } from './support/messages';
import { useWorkbench } from './support/useWorkbench';

const notice = `---
发文机关: 青阳市人民政府
发文字号: 青政发〔2026〕9号
抄送: [市委办公室, 市政协办公室]
印发机关: 青阳市人民政府办公室
印发日期: 2026年3月6日
主送单位: 各县人民政府
---

# 青阳市人民政府关于进一步加强全市安全生产隐患排查治理工作的通知

各县（市、区）人民政府，市政府各部门：

为坚决防范和遏制重特大事故发生，现就有关事项通知如下：

## 一、总体要求

坚持安全第一、预防为主、综合治理，全面排查各类隐患。

## 二、主要任务

（一）压实责任。各级各部门要对照清单逐项排查，建立台账。

青阳市人民政府

2026年3月5日
`;
const folder = folderWith({
  '通知.md': notice,
  '批量/甲.md': '# 在启动仪式上的致辞\n\n同志们：\n\n今天的活动很有意义。\n',
  '批量/乙.md': '# 在总结会上的讲话\n\n同志们：\n\n一年来的工作很有成效。\n',
  '批量/乙.docx': '先前的文件',
  ...Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`全年/讲话${at}.md`, `# 在第${at}次会议上的讲话\n\n同志们：\n`]),
  ),
});

/** What of the page is used here; the types of the browser clash with those of workers. */
interface Styles {
  getComputedStyle(element: unknown): { readonly textAlign: string };
}

/** The text of a Word document. */
const textOf = (file: string): string =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

describe('exporting drafts', () => {
  const workbench = useWorkbench({ folder, openFile: '通知.md', viewport: { width: 1280, height: 900 } });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes a Word document, and the report says what is open', async () => {
    const ui = workbench();
    await ui.focusEditor();
    await ui.runCommand('Gongwen Library (公文素材): Export as Word Document…');
    await ui.waitForQuickInput('Export as Word Document');
    await ui.screenshot('export dialog');
    await ui.press('Enter');
    await message(ui, /Exported 通知\.docx/);
    await ui.screenshot('export done');
    assert.match(textOf(join(ui.folder, '通知.docx')), /安全生产隐患排查治理工作的通知各县（市、区）/);
    await answerMessage(ui, /Exported 通知\.docx/, 'Show Report');
    await ui.page.locator('.panel .view-lines', { hasText: 'is “主送” meant?' }).waitFor();
    await ui.screenshot('export report');
  });

  it('shows the pages beside the draft, and they follow it', async () => {
    const ui = workbench();
    await ui.runCommand('Gongwen Library (公文素材): Preview the Pages');
    const pages = ui.page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg');
    const text = async (): Promise<string> => (await pages.locator('text').allTextContents()).join('\n');
    await eventually(async () => assert.match(await text(), /青阳市人民政府文件\n青政发〔2026〕9号/));
    assert.match(await text(), /印发/);
    // Clicking a line of a page goes to it in the draft.
    await pages.locator('g[data-line="21"]').first().click();
    await ui.page.locator('.editor-group-container.active .tab.active[data-resource-name="通知.md"]').waitFor();
    await ui.page.getByText('Ln 22, Col 1').waitFor();
    await ui.press('End', 'End');
    await ui.commit('各级财政要保障经费。');
    await eventually(async () => assert.match(await text(), /保障经费/));
    await ui.screenshot('export pages');
    await ui.press('ControlOrMeta+Z');
    await eventually(async () => assert.doesNotMatch(await text(), /保障经费/));
  });

  it('sets official documents in the style of the Markdown preview', async () => {
    const ui = workbench();
    await ui.runCommand('Markdown: Open Preview to the Side');
    const draft = ui.page
      .frameLocator('iframe.webview:visible')
      .frameLocator('#active-frame')
      .locator('.gongwen-draft');
    await draft.locator('h1', { hasText: '隐患排查治理工作的通知' }).waitFor();
    const align: unknown = await draft
      .locator('h1')
      .evaluate((title: unknown) => (globalThis as unknown as Styles).getComputedStyle(title).textAlign);
    assert.equal(align, 'center');
    await ui.screenshot('export markdown preview');
  });

  it('exports a folder from the explorer, and asks before it replaces', async () => {
    const ui = workbench();
    await ui.press('Control+Shift+E');
    await ui.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '批量' }).click({ button: 'right' });
    await ui.page.locator('.monaco-menu .action-label', { hasText: 'Export as Word Document…' }).hover();
    await ui.press('Enter');
    await ui.page.locator('.monaco-dialog-box', { hasText: '乙.docx is there already' }).waitFor();
    await ui.screenshot('export batch asks');
    await ui.page.locator('.monaco-dialog-box .dialog-buttons').getByText('Skip', { exact: true }).click();
    await message(ui, /Exported 甲\.docx/);
    assert.equal(readFileSync(join(ui.folder, '批量/乙.docx'), 'utf8'), '先前的文件');
    assert.match(textOf(join(ui.folder, '批量/甲.docx')), /今天的活动很有意义/);
  });

  it('stops where it is cancelled, and says how much was written', async () => {
    const ui = workbench();
    await ui.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '全年' }).click({ button: 'right' });
    await ui.page.locator('.monaco-menu .action-label', { hasText: 'Export as Word Document…' }).hover();
    await ui.press('Enter');
    await message(ui, /Exporting drafts/);
    await cancelProgress(ui, /Exporting drafts/);
    const said = /Export stopped: (\d+) of 300 drafts were written/.exec(await message(ui, /Export stopped/));
    const written = readdirSync(join(ui.folder, '全年')).filter((name) => name.endsWith('.docx'));
    assert.equal(Number(said?.[1]), written.length);
    assert.ok(written.length < 300);
    await ui.screenshot('export stopped');
  });

  it('learns the layout of a document from the explorer, and lists what deviates', async () => {
    const ui = workbench();
    await ui.press('Control+Shift+E');
    await ui.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '通知.docx' })
      .click({ button: 'right' });
    await ui.page
      .locator('.monaco-menu .action-label', { hasText: 'Learn the Layout from a Sample Document…' })
      .hover();
    await ui.press('Enter');
    await ui.waitForQuickInput('Save the Layout');
    await ui.press('Enter');
    await message(ui, /Learned from 通知\.docx: 0 values/);
    await answerMessage(ui, /Learned from 通知\.docx/, 'Show Report');
    await ui.page.locator('.panel .view-lines', { hasText: 'Nothing deviates from the standard.' }).waitFor();
    await ui.screenshot('export learned');
    assert.deepEqual(JSON.parse(readFileSync(join(ui.folder, 'Layout of 通知.json'), 'utf8')), {});
  });
});
